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
export const ANALYSER_VERSION = 3;

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

const WORDS = new RegExp(CHUNK, 'gu');
const SPECIAL = new RegExp([EVERY, AMOUNT, PAIR, COMPOUND_UNIT, DOTTED, LONE_NUMBER].join('|'), 'uy');
// Where a word of a special shape may begin; everywhere else the costly patterns are not tried.
const MAY_BE_SPECIAL = /^(?:[0-9¼½¾]|q[0-9]|(?:q|every|each|toutes|tous|chaque)$)/;
const SIMPLE = /^[a-z]+$/;
const NO_PARTS: readonly string[] = [];
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
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(readable); match !== null; match = WORDS.exec(readable)) {
    const [chunk] = match;
    const special = findSpecial(readable, match.index, chunk);
    const start = special?.index ?? match.index;
    const end = start + (special?.[0] ?? chunk).length;
    WORDS.lastIndex = end;
    const written = text.slice(start, end);
    if (special === undefined && SIMPLE.test(chunk)) {
      const whole = foldWord(chunk);
      words.push({ written, start, end, kind: 'word', whole, parts: NO_PARTS, terms: [whole] });
      continue;
    }
    for (const { kind, whole, parts } of special === undefined
      ? [readChunk(written)]
      : readSpecial(special.groups ?? {})) {
      if (whole === '') continue;
      const terms = parts.length === 0 ? [whole] : [...new Set([whole, ...parts])];
      words.push({ written, start, end, kind, whole, parts, terms });
    }
  }
  return words;
}

/** An amount, an interval, a pair, a unit or a dotted abbreviation that begins with this chunk. */
function findSpecial(text: string, start: number, chunk: string): RegExpExecArray | undefined {
  if (!MAY_BE_SPECIAL.test(chunk) && !goesOn(text, start + chunk.length)) return undefined;
  // `.5` begins at its mark.
  for (const at of text[start - 1] === '.' ? [start - 1, start] : [start]) {
    SPECIAL.lastIndex = at;
    const found = SPECIAL.exec(text);
    if (found !== null) return found;
  }
  return undefined;
}

/** Whether a word may be the first part of `mg/kg`, `mg per kg` or `i.v.`. */
function goesOn(text: string, end: number): boolean {
  const next = text[end];
  if (next === '/') return true;
  if (next === '.') return /^\p{L}/u.test(text.slice(end + 1, end + 3));
  const at = text[end + 1] === ' ' ? end + 2 : end + 1;
  return text[at] === 'p' && /^p[ea]r\s/.test(text.slice(at, at + 4));
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
