import type { TextQuoteSelector } from '../notes/note';

const CONTEXT = 32;

/** One kind of space, one at a time: line ends and no-break spaces differ between a document and a screen. */
export function toSingleSpaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Where the words stand as whole words: "5 mg" does not stand in "0.5 mg". */
export function findWhole(text: string, exact: string): readonly number[] {
  if (exact === '') return [];
  const places: number[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    if (!cuts(text, at) && !cuts(text, at + exact.length)) places.push(at);
  }
  return places;
}

/** The words at a place with up to 32 characters on each side, counted in code points: half a pair is no character. */
export function toSelector(text: string, start: number, end: number): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: Array.from(text.slice(0, start)).slice(-CONTEXT).join(''),
    suffix: Array.from(text.slice(end)).slice(0, CONTEXT).join(''),
  };
}

/** Whether a cut at this place would go through a word or a number. */
function cuts(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at);
  if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true;
  return (/\p{N}[.,]$/u.test(before) && /^\p{N}/u.test(after)) || (/\p{N}$/u.test(before) && /^[.,]\p{N}/u.test(after));
}
