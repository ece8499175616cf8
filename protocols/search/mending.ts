import { type Alternative, toAlternatives, toMendedWay, toOtherOf } from './alternatives';
import type { Word } from './analyser';
import { type Lexicon, isCommon } from './lexicon';
import type { Candidate, Speller } from './speller';
import type { Vocabulary } from './vocabulary';
import { foldLetters } from './word-folding';

/** What may be meant by a word that no document holds. */
export interface Mended {
  /** Ways to meet it; none where nothing is near, or where a drug is. */
  readonly alternatives: readonly Alternative[];
  /** Names of drugs that are near: offered, never searched for. */
  readonly drugs: readonly string[];
}

/** What is known about words when one is mended. */
export interface Words {
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly speller: Speller;
}

/** Words that may be meant; where two were written as one, both. */
interface Meant {
  readonly terms: readonly string[];
  readonly distance: number;
}

const MOST_MENDED = 5;
const SHORTEST_PART = 3;
const LONGEST_SPLIT = 40; // letters of two words run together

/** The words nearest to one that no document holds; `growing` says that it is still being typed. */
export function mend(word: Word, growing: boolean, { lexicon, vocabulary, speller }: Words): Mended {
  // A drug that is simply not in the library is spelt well: nothing like it is meant.
  if (lexicon.drugOf(word.whole) !== undefined) return { alternatives: [], drugs: [] };
  const meant = findMeant(word, growing, vocabulary, speller);
  // "lora" too is near lorazepam.
  const begun = lexicon.drugsFrom(word.whole).filter((key) => vocabulary.has(key));
  const drugs = [
    ...begun.map((key) => ({ terms: [key] })),
    ...meant.filter(({ terms }) => terms.some((term) => lexicon.drugOf(term) !== undefined)),
  ];
  // One drug is never searched in place of another word: it is offered, and a person decides.
  const likely = drugs.length > 0 ? [] : toLikeliest(meant, vocabulary);
  return {
    alternatives: likely
      .flatMap((one) => toMended(one, word.written, lexicon, vocabulary))
      .filter(({ terms }) => terms.every((term) => vocabulary.has(term))),
    drugs: [...new Set(drugs.map(({ terms }) => toShown(terms, vocabulary)))].slice(0, MOST_MENDED),
  };
}

function findMeant(word: Word, growing: boolean, vocabulary: Vocabulary, speller: Speller): readonly Meant[] {
  const near = speller.near({ forms: toForms(word), growing }).filter((other) => other.word !== word.whole);
  // A blank left out is one slip.
  const split = (near[0]?.distance ?? Infinity) > 1 ? toSplit(word, vocabulary) : [];
  return split.length > 0 ? split : near.map(toMeant);
}

function toMeant({ word, distance }: Candidate): Meant {
  return { terms: [word], distance };
}

/** A misspelt word as it was written and as the index would know it: its last s may be one of a plural or a slip. */
function toForms({ written, whole, kind }: Word): readonly string[] {
  return kind === 'word' ? [...new Set([foldLetters(written), whole])] : [whole];
}

/** "bloodpressure" for blood pressure: two words of the documents, of which one may be too common to be asked for. */
function toSplit({ whole, kind }: Word, vocabulary: Vocabulary): Meant[] {
  if (kind !== 'word' || whole.length > LONGEST_SPLIT || !/^\p{L}+$/u.test(whole)) return [];
  const found: Meant[] = [];
  for (let at = SHORTEST_PART; at <= whole.length - SHORTEST_PART; at++) {
    const parts = [whole.slice(0, at), whole.slice(at)];
    if (!parts.every((part) => isCommon(part) || vocabulary.has(part))) continue;
    const terms = parts.filter((part) => !isCommon(part));
    if (terms.length > 0) found.push({ terms, distance: 1 });
  }
  return found;
}

/** The likeliest, those that stand in documents before those that only stand for others. */
function toLikeliest(meant: readonly Meant[], vocabulary: Vocabulary): readonly Meant[] {
  const held = meant.filter(({ terms }) => terms.every((term) => vocabulary.has(term)));
  return (held.length > 0 ? held : meant).slice(0, MOST_MENDED);
}

/** What was meant, and other words for it. */
function toMended(
  { terms, distance }: Meant,
  written: string,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): Alternative[] {
  const way = toMendedWay(distance);
  const shown = toShown(terms, vocabulary);
  return [
    { ...way, terms, written, shown },
    ...lexicon
      .expand(terms.join(' '))
      .flatMap((expansion) => toAlternatives({ ...expansion, shown }, written, toOtherOf(way))),
  ];
}

function toShown(terms: readonly string[], vocabulary: Vocabulary): string {
  return terms.map((term) => vocabulary.written(term)).join(' ');
}
