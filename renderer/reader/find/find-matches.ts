/** A text made ready for finding: as compared, and where each of its characters stands in what is shown. */
export interface FoldedText {
  readonly folded: string;
  /** For each character of `folded`, the start of the shown character it came from; the length of the text at the end. */
  readonly starts: readonly number[];
}

// One letter to several, or one sign for many: what normalisation by Unicode leaves as it is.
const SAME: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', '’': "'", '‘': "'" };
const DASH = /\p{Pd}|\u2212/u;
const HIDDEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIGIT = /\d/;
// A comma between digits is a decimal mark, except where it groups thousands: 0,5 but 1,000.
const DECIMAL_COMMA = /(?<=\d),(?=\d)/g;
const GROUPED = /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/y;

/** Case, accents, kinds of dash, apostrophe, space and decimal mark do not count; every place leads back to the text. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const same = foldCharacter(character);
    // Line ends and runs of spaces are one space on screen.
    if (same !== ' ' || !folded.endsWith(' ')) {
      folded += same;
      for (let index = 0; index < same.length; index++) starts.push(at);
    }
    at += character.length;
  }
  starts.push(at);
  return { folded: withDecimalPoints(folded), starts };
}

// A page is tens of thousands of characters and hardly a hundred different ones.
const FOLDED = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = FOLDED.get(character);
  if (folded === undefined) {
    folded = toFolded(character);
    FOLDED.set(character, folded);
  }
  return folded;
}

function toFolded(character: string): string {
  const lower = character.toLowerCase();
  if (/\s/.test(lower)) return ' ';
  if (HIDDEN.test(lower)) return '';
  if (DASH.test(lower)) return '-';
  return SAME[lower] ?? lower.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

function withDecimalPoints(folded: string): string {
  if (!folded.includes(',')) return folded;
  return folded.replaceAll(DECIMAL_COMMA, (comma, at: number) => (isGrouping(folded, at) ? comma : '.'));
}

function isGrouping(folded: string, comma: number): boolean {
  const first = folded.slice(0, comma).search(/[\d,]+$/);
  GROUPED.lastIndex = first;
  return GROUPED.test(folded);
}

/** What is looked for, as compared; empty when nothing is. A number begun with its decimal mark gets its zero. */
export function foldQuery(query: string): string {
  return foldText(query.trim()).folded.replaceAll(/(?<![\d.,])[.,](?=\d)/g, '0.');
}

/**
 * Every place where the query stands, first to last, none within another, as start and end in the shown text. A number
 * is never cut: 5 mg is not found in 15 mg, nor 5 in 0.5. With `wholeWords` words are not cut either.
 */
export function findMatches(
  { folded, starts }: FoldedText,
  query: string,
  wholeWords: boolean,
): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  if (query === '') return found;
  for (let at = folded.indexOf(query); at !== -1; ) {
    const end = at + query.length;
    const cut = cutsNumber(folded, at, end) || (wholeWords && cutsWord(folded, at, end));
    if (!cut) found.push([starts[at] ?? 0, starts[end] ?? 0]);
    at = folded.indexOf(query, cut ? at + 1 : end);
  }
  return found;
}

/** Either end lies inside a number, its decimal mark and its groups included. */
function cutsNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return (
    (DIGIT.test(text[start] ?? '') && /\d$|\d[.,]$/.test(before)) ||
    (DIGIT.test(text[end - 1] ?? '') && /^\d|^[.,]\d/.test(after))
  );
}

function cutsWord(text: string, start: number, end: number): boolean {
  return isJoined(text, start) || isJoined(text, end);
}

/** Letters or digits on both sides of a place. */
function isJoined(text: string, at: number): boolean {
  return LETTER_OR_DIGIT.test(text[at - 1] ?? '') && LETTER_OR_DIGIT.test(text[at] ?? '');
}
