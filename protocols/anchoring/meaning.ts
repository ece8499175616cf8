import { UNIT_CODES, listNames } from '../units/unit-table';

// A mark before a digit may be a sign or half a number (".5"), and between two digits it joins or parts them ("1:1000").
const TOKEN = /(?<number>[-−+.,]?\d+(?:[.,:\u00A0\u202F]\d+)*)|(?<word>[\p{L}\p{M}\p{N}]+)|(?<space>\s+)|(?<mark>.)/gsu;

/** Marks that part or group words and say nothing by themselves. What counts, compares or calculates is not among them. */
const PUNCTUATION = new Set(Array.from('.,;:!?…\'"“”„‘’«»()[]–—‐‑-_·•'));

/** Unit names whatever their case: "mg" and "Mg" are not the same, so words that could be one keep theirs. */
const UNIT_NAMES = new Set(UNIT_CODES.flatMap(listNames).map((name) => name.toLowerCase()));

/**
 * What a text says, piece by piece: numbers and signs as they stand, words in small letters. Spacing, case and punctuation
 * outside numbers are gone, and nothing else is.
 */
export function toMeaning(text: string): string[] {
  const pieces: string[] = [];
  let waiting = ''; // marks since the last piece: they count between two numbers, and only there
  for (const { groups = {} } of text.normalize('NFC').matchAll(TOKEN)) {
    const { number, word, mark = '' } = groups;
    if (PUNCTUATION.has(mark)) waiting += mark;
    else if (number !== undefined) {
      if (waiting !== '' && /\d$/.test(pieces.at(-1) ?? '')) pieces.push(waiting);
      pieces.push(number);
      waiting = '';
    } else if (mark || word) {
      pieces.push(mark || toWord(word ?? ''));
      waiting = '';
    }
  }
  return pieces;
}

function toWord(word: string): string {
  const small = word.toLowerCase();
  return UNIT_NAMES.has(small) ? word : small;
}

/** The same on one line, for comparing. A single word is taken as it stands: it may be a code or an offset such as `-PT15M`. */
export function toMeant(text: string): string {
  return /\s/.test(text) ? toMeaning(text).join(' ') : text;
}

/** How often pieces stand in others, one after the other and without a gap. */
export function countRun(pieces: readonly string[], run: readonly string[]): number {
  if (run.length === 0) return 0;
  return pieces.filter((_, at) => run.every((piece, offset) => pieces[at + offset] === piece)).length;
}
