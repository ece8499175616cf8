import {
  AMOUNT,
  COMPOUND_UNIT,
  DASH,
  END,
  EVERY,
  IN_WORD,
  LETTER,
  NUMBER,
  PAIR,
  START,
  toCanonicalNumber,
  toCanonicalUnits,
} from './amounts';
import { foldWord, withoutElision } from './word-folding';

/** Raised whenever the same text would give other words: an index built under another number is built again. */
export const ANALYSER_VERSION = 1;

/** One word of a text, with where it stands in the text as written. */
export interface Word {
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'compound' | 'amount' | 'every' | 'pair' | 'unit' | 'number';
  /** The one term that means all of it: `ketamine`, `0.5mg/kg`, `cssrs`. */
  readonly whole: string;
  /** Smaller terms within it, for whoever knows only a part. */
  readonly parts: readonly string[];
  /** Every term of the word once, the whole first. */
  readonly terms: readonly string[];
}

const PIECE = `${IN_WORD}+(?:['’]${LETTER}+)?`;
const DOTTED = `${START}(?<dotted>${LETTER}(?:\\.${LETTER})+\\.?)${END}`;
// A slash joins only where one side is a single letter (MOAA/S); IV/IM are two words.
const CHUNK = `${LETTER}\\/${LETTER}${END}|${PIECE}(?:${DASH}${PIECE})*(?:\\/${LETTER}${END})?`;
const LONE_NUMBER = `(?<number>${NUMBER})(?!${IN_WORD}|${DASH}${LETTER})`;

const SPECIAL = [EVERY, AMOUNT, PAIR, COMPOUND_UNIT, DOTTED, LONE_NUMBER].join('|');
const NAMED_GROUP = /\(\?<(?=[a-z])\w+>/gi;
// Most texts and most words are plain: only those of a special shape are taken apart by name, in a second look.
const MAY_BE_SPECIAL = /[0-9/]|[a-z]\.[a-z]|\bp[ea]r\s/u;
const PLAIN_WORDS = new RegExp(CHUNK, 'gu');
const WORDS = new RegExp(`(${SPECIAL.replaceAll(NAMED_GROUP, '(?:')})|${CHUNK}`, 'gu');
const SPECIAL_SHAPES = new RegExp(`^(?:${SPECIAL})$`, 'u');
const SEPARATOR = new RegExp(`${DASH}|/`, 'u');

/** The words of a text in order. The same code reads documents and queries, so that both know a word by the same term. */
export function readWords(text: string): readonly Word[] {
  const known = READ.get(text);
  if (known !== undefined) return known;
  const words = scan(text);
  if (text.length > LONGEST_REMEMBERED) return words;
  if (READ.size >= MOST_REMEMBERED) READ.clear();
  READ.set(text, words);
  return words;
}

// A title comes again with every entry of its protocol, and the text of a hit with every key typed.
const READ = new Map<string, readonly Word[]>();
const MOST_REMEMBERED = 5000;
const LONGEST_REMEMBERED = 400;

function scan(text: string): Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  // A few capitals have no small letter of the same length; offsets must be those of the text as written.
  const readable = lower.length === text.length ? lower : text;
  for (const { 0: matched, 1: special, index: start } of readable.matchAll(
    MAY_BE_SPECIAL.test(readable) ? WORDS : PLAIN_WORDS,
  )) {
    const written = text.slice(start, start + matched.length);
    const read = special === undefined ? [readChunk(written)] : readSpecial(SPECIAL_SHAPES.exec(special)?.groups ?? {});
    for (const { kind, whole, parts } of read) {
      if (whole === '') continue;
      const terms = parts.length === 0 ? [whole] : [...new Set([whole, ...parts])];
      words.push({ written, start, end: start + written.length, kind, whole, parts, terms });
    }
  }
  return words;
}

type Read = Pick<Word, 'kind' | 'whole' | 'parts'>;

function readSpecial(groups: Record<string, string | undefined>): Read[] {
  const { everyFrom, everyTo, everyUnit, amount, amountTo, unit, upper, lower, pairUnit, lone, dotted, number } =
    groups;
  if (everyFrom !== undefined && everyUnit !== undefined) return [readEvery(everyFrom, everyTo, everyUnit)];
  if (amount !== undefined && unit !== undefined) {
    return [amount, amountTo].filter((value) => value !== undefined).map((value) => readAmount(value, unit));
  }
  if (upper !== undefined && lower !== undefined) return [readPair(upper, lower, pairUnit !== undefined)];
  if (lone !== undefined) return [{ kind: 'unit', whole: toCanonicalUnits(lone).join('/'), parts: readUnits(lone) }];
  if (dotted !== undefined) return [{ kind: 'word', whole: foldWord(dotted), parts: [] }];
  return number === undefined ? [] : [{ kind: 'number', whole: toCanonicalNumber(number), parts: [] }];
}

function readAmount(value: string, unit: string): Read {
  const number = toCanonicalNumber(value);
  const chain = toCanonicalUnits(unit).join('/');
  return {
    kind: 'amount',
    whole: number + chain,
    parts: [number, ...(chain.includes('/') ? [chain] : []), ...readUnits(unit)],
  };
}

function readEvery(from: string, to: string | undefined, unit: string): Read {
  const [first, name] = [toCanonicalNumber(from), toCanonicalUnits(unit).join('/')];
  // Written with its dash: q35min would be another interval.
  const whole = to === undefined ? `q${first}${name}` : `q${first}-${toCanonicalNumber(to)}${name}`;
  const ends = [first, ...(to === undefined ? [] : [toCanonicalNumber(to)])];
  return { kind: 'every', whole, parts: [...ends.map((end) => end + name), ...ends, ...readUnits(unit)] };
}

function readPair(upper: string, lower: string, withUnit: boolean): Read {
  const sides = [upper, lower];
  return {
    kind: 'pair',
    whole: sides.join('/'),
    parts: [...sides, ...(withUnit ? sides.map((side) => `${side}mmhg`) : [])],
  };
}

function readUnits(written: string): string[] {
  const words = written.split(/[\s/]+|\b(?:per|par)\b/iu).map((word) => foldWord(word));
  return [...new Set([...toCanonicalUnits(written), ...words])].filter((word) => word !== '' && word !== '%');
}

function readChunk(chunk: string): Read {
  const pieces = chunk.split(SEPARATOR).map((piece) => withoutElision(piece));
  const whole = foldWord(pieces.join(''));
  if (pieces.length === 1) return { kind: 'word', whole, parts: [] };
  return { kind: 'compound', whole, parts: pieces.map((piece) => foldWord(piece)).filter((piece) => piece !== '') };
}
