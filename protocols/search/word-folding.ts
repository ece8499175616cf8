// One letter to several, or Greek to its name: what normalisation by Unicode leaves as it is.
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  κ: 'kappa',
  μ: 'mu',
  ω: 'omega',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

// British to American, on whole clusters only: a bare "ae" or "oe" also stands in "aerosol" and "does".
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/haem/g, 'hem'],
  [/aemi/g, 'emi'],
  [/chaem/g, 'chem'],
  [/oedem/g, 'edem'],
  [/paed/g, 'ped'],
  [/oesoph/g, 'esoph'],
  [/oestr/g, 'estr'],
  [/foet/g, 'fet'],
  [/faec/g, 'fec'],
  [/gynaec/g, 'gynec'],
  [/caesar/g, 'cesar'],
  [/anaes/g, 'anes'],
  [/rrhoea/g, 'rrhea'],
  [/pnoe/g, 'pne'],
  [/sulph/g, 'sulf'],
  [/isation/g, 'ization'],
  [/(col|fav|lab|od|behavi|hon|tum|hum|vap)our/g, '$1or'],
  [/(cent|fib|lit|met|tit)re(?=s?$)/g, '$1er'],
  [/programme/g, 'program'],
  [/judgement/g, 'judgment'],
  [/ageing/g, 'aging'],
  [/licence/g, 'license'],
  [/practise/g, 'practice'],
  [/(stabil|minim|maxim|recogn|organ|hospital|normal|special|standard|immun|catheter|ulcer)is(?=e|ing)/g, '$1iz'],
];

// Most words hold none of these and need not be tried against each.
const MAY_BE_BRITISH = /ae|oe|our|re$|res$|sulph|isation|ise|ising|mme|gement|geing|cence/;

/**
 * A written word as the index knows it: lower case, no accents, American spelling, singular. A word with a digit keeps
 * its letters as they are: `spo2`, `cyp3a4`.
 */
export function foldWord(written: string): string {
  const known = FOLDED.get(written);
  if (known !== undefined) return known;
  const folded = fold(written);
  if (FOLDED.size >= MOST_REMEMBERED) FOLDED.clear();
  FOLDED.set(written, folded);
  return folded;
}

// A library says the same few thousand words over and over.
const FOLDED = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/** The same without the step to the singular: of a misspelt word nobody knows whether its last s is one of a plural. */
export function foldLetters(written: string): string {
  const lower = written.toLowerCase();
  const plain = /^[a-z0-9]+$/.test(lower) ? lower : lower.normalize('NFKD').replaceAll(/\p{M}|[^\p{L}\p{N}]/gu, '');
  if (plain === 'μg' || plain === 'ug') return 'mcg';
  const letters = plain.replaceAll(LETTER, (letter) => LETTERS[letter] ?? letter);
  if (HAS_DIGIT.test(letters) || !MAY_BE_BRITISH.test(letters)) return letters;
  return SPELLINGS.reduce((word, [from, to]) => word.replaceAll(from, to), letters);
}

function fold(written: string): string {
  const letters = foldLetters(written);
  return HAS_DIGIT.test(letters) ? letters : toSingular(letters);
}

const HAS_DIGIT = /\p{N}/u;

function toSingular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

// French drops a vowel before another: l'arrêt, d'oxygène. The rest after the mark is the word.
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu)['’]/i;
const POSSESSIVE = /['’]s$/i;

/** The word without what grammar hangs on it: `l'arrêt` gives `arrêt`, `Sjögren's` gives `Sjögren`. */
export function withoutElision(written: string): string {
  return written.replace(ELIDED, '').replace(POSSESSIVE, '');
}
