import { UNIT_CODES, listNames } from '../units/unit-table';

/** One piece of a text: a number with its unit, a reference, a word, a sign, or space. */
export interface Token {
  readonly text: string;
  readonly change: 'same' | 'removed' | 'added';
  /** A number, unit, comparison, negation or reference: its change is marked however small it is. */
  readonly clinical: boolean;
}

// Longest first: "mg/kg" before "mg". A unit ends where no letter or digit follows.
const UNITS = [...new Set(UNIT_CODES.flatMap(listNames))]
  .filter((name) => name !== '1')
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`))
  .join('|');
const NUMBER = String.raw`[-−+]?\d+(?:[.,\u00A0\u202F]\d+)*`;
const TOKEN = new RegExp(
  [
    String.raw`\{\{[^{}]*\}\}`,
    String.raw`(?:[<>≤≥=±]=?\s?)?${NUMBER}(?:\s?(?:${UNITS})(?![\p{L}\p{N}]))?`,
    String.raw`[<>≤≥=±]=?`,
    String.raw`[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*`,
    String.raw`\s+`,
    '.',
  ].join('|'),
  'gsu',
);

/** Words that turn a sentence round, bound it or count, in the languages documents are written in. */
const TURNING = new Set(
  `no not never none nor neither without unless except only must may cannot can't don't doesn't isn't aren't avoid stop hold
  before after until above below over under least most more less than maximum minimum max min or and both either
  two three four five six seven eight nine ten half once twice daily weekly monthly hourly each every
  deux trois quatre cinq sept huit neuf dix demi fois chaque quotidien quotidienne hebdomadaire
  ne pas jamais aucun aucune ni sans sauf seulement uniquement doit peut éviter arrêter suspendre avant après jusqu
  dessus dessous moins plus maximum minimum ou et`.split(/\s+/),
);

/** Names of units that are ordinary words, or letters that are: of them only those behind a number are told. */
const ORDINARY = new Set(
  `per par count points patients sessions séances devices dispositifs sprays pulvérisations degrees degrés deg
  a d h m s`.split(/\s+/),
);

/** Units without a number, as in the head of a table. */
const BARE_UNITS = new Set([
  ...UNIT_CODES.flatMap(listNames)
    .flatMap((name) => name.split(/[\s/]+/))
    .filter((piece) => /^(?:%|°C|\p{L}[\p{L}\d]*)$/u.test(piece) && !ORDINARY.has(piece)),
  'week',
  'month',
  'year',
  'semaine',
]);

/** A text in pieces that keep a number and its unit whole: plain word diffs cut at the decimal point. */
export function toTokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

export function isClinicalToken(token: string): boolean {
  const small = token.toLowerCase().replaceAll('’', "'");
  // Symbols are told apart by case, words are not.
  const isUnit = BARE_UNITS.has(token) || (token.length > 3 && BARE_UNITS.has(small));
  return /\d|[<>≤≥=±]|^\{\{/u.test(token) || TURNING.has(small) || isUnit;
}

/** The change from one text to another, piece by piece, in reading order. */
export function diffWords(before: string, after: string): Token[] {
  const [a, b] = [toTokens(before), toTokens(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [
    ...a.slice(0, start).map((text) => toToken(text, 'same')),
    ...middle,
    ...a.slice(a.length - end).map((text) => toToken(text, 'same')),
  ];
}

/** A number, unit, comparison, negation or reference differs between the two. */
export function changesClinically(tokens: readonly Token[]): boolean {
  return tokens.some(({ change, clinical }) => change !== 'same' && clinical);
}

/** Beyond this, finding what two texts share costs more than it tells: all of it is shown as replaced. */
const LARGEST_TABLE = 4_000_000;

function diffMiddle(a: readonly string[], b: readonly string[]): Token[] {
  if (a.length * b.length > LARGEST_TABLE)
    return [...a.map((text) => toToken(text, 'removed')), ...b.map((text) => toToken(text, 'added'))];
  const shared = toSharedLengths(a, b);
  const width = b.length + 1;
  const tokens: Token[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      tokens.push(toToken(left, 'same'));
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || at(shared, i + 1, j, width) >= at(shared, i, j + 1, width))
    ) {
      tokens.push(toToken(left, 'removed'));
      i++;
    } else if (right !== undefined) {
      tokens.push(toToken(right, 'added'));
      j++;
    }
  }
  return tokens;
}

/** For every pair of places, how many pieces both texts share from there on. */
function toSharedLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j]
          ? at(table, i + 1, j + 1, width) + 1
          : Math.max(at(table, i + 1, j, width), at(table, i, j + 1, width));
    }
  }
  return table;
}

function at(table: Uint32Array, i: number, j: number, width: number): number {
  return table[i * width + j] ?? 0;
}

function toToken(text: string, change: Token['change']): Token {
  return { text, change, clinical: isClinicalToken(text) };
}
