import type { Protocol } from '../schema/protocol';

/** What a new document begins with, by its English words. */
const FRENCH: Readonly<Record<string, string>> = {
  'Name of the clinic or group': 'Nom de la clinique ou du groupe',
  'Draft. Not for patient care.': 'Brouillon. Ne pas utiliser pour des soins.',
  'The source, with its year and where it can be read': 'La source, avec son année et où la lire',
  'Who it is for': 'Pour qui',
  'Say in one sentence who is treated and for what.': 'Dire en une phrase qui est traité et pourquoi.',
  'Who must not have it': 'Qui ne doit pas le recevoir',
  'The condition, in the words of a note': 'L’affection, avec les mots d’un dossier',
  'Why, in one sentence.': 'Pourquoi, en une phrase.',
  'What to do instead.': 'Que faire à la place.',
  Dose: 'Dose',
  'The dose is {{dose-first.amount.usual}}.': 'La dose est {{dose-first.amount.usual}}.',
  'First dose': 'Première dose',
  'name of the drug': 'nom du médicament',
  'write the amount and its source, such as 0.5 mg/kg (verified s1)':
    'écrire la quantité et sa source, par exemple 0.5 mg/kg (verified s1)',
  Monitoring: 'Surveillance',
  'From start to discharge': 'Du début à la sortie',
  'Systolic blood pressure': 'Pression artérielle systolique',
  'When something goes wrong': 'En cas d’incident',
  'What is seen': 'Ce qui est constaté',
  'The first thing to do.': 'La première chose à faire.',
  'Checklist before': 'Liste de contrôle avant',
  'Checklist during': 'Liste de contrôle pendant',
  'Checklist after': 'Liste de contrôle après',
  'Identity — two identifiers match': 'Identité — deux identifiants concordent',
  nurse: 'infirmier ou infirmière',
  prescriber: 'prescripteur',
  Overview: 'Vue d’ensemble',
  'Say the answer first, in one sentence.': 'Dire d’abord la réponse, en une phrase.',
  Words: 'Termes',
  word: 'terme',
  'What it means here.': 'Ce qu’il veut dire ici.',
  'Name of the author': 'Nom de l’auteur',
};

/** What a new document asks its writer for, in both languages: words that say something only once they are replaced. */
export const TEMPLATE_WORDS: ReadonlySet<string> = new Set(
  [
    'Name of the clinic or group',
    'Name of the author',
    'The source, with its year and where it can be read',
    'Say in one sentence who is treated and for what.',
    'Say the answer first, in one sentence.',
    'The condition, in the words of a note',
    'Why, in one sentence.',
    'What to do instead.',
    'name of the drug',
    'write the amount and its source, such as 0.5 mg/kg (verified s1)',
    'What is seen',
    'The first thing to do.',
    'What it means here.',
  ].flatMap((words) => [words, FRENCH[words] ?? words]),
);

// What a person writes; ids, marks and the like are no words.
const WORDS = new Set(
  'title publisher safetyLine citation md condition rationale action name role label trigger text term definition'.split(
    ' ',
  ),
);

/** A skeleton in French: the same document, its words said in the language it is to be written in. */
export function toFrenchSkeleton(skeleton: Protocol): Protocol {
  const { title } = skeleton;
  return { ...(translate(skeleton) as Protocol), title, language: 'fr' };
}

function translate(node: unknown, name = ''): unknown {
  if (typeof node === 'string') return WORDS.has(name) ? (FRENCH[node] ?? node) : node;
  if (Array.isArray(node)) return node.map((item) => translate(item, name));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, translate(value, key)]));
}
