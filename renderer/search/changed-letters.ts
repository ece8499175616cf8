import type { Marks } from '../../protocols/search/answer';

/**
 * Where the letters of `shown` stand that are not those of `written`, so that one word put in another's place is never
 * taken for it at a glance. Case and accents are not a difference.
 */
export function findChangedLetters(written: string, shown: string): Marks {
  const a = toLetters(written);
  const b = toLetters(shown);
  const kept = longestCommon(a, b);
  const marks: [number, number][] = [];
  let at = 0;
  for (const [index, letter] of Array.from(shown).entries()) {
    const last = marks.at(-1);
    if (!kept.has(index)) {
      if (last?.[1] === at) last[1] = at + letter.length;
      else marks.push([at, at + letter.length]);
    }
    at += letter.length;
  }
  return marks;
}

function toLetters(word: string): string[] {
  return Array.from(word, (letter) => letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase());
}

/** The places in `b` of a longest sequence of letters that both have in this order. */
function longestCommon(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.add(j);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}
