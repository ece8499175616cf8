// Three rows of the table of distances, kept between calls: thousands of words are compared for one misspelt word.
let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/** Insertions, deletions, substitutions and swaps of neighbours between two words; more than `most` is only "too many". */
export function toEditDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  return toLastRow(a, b, b.length, most)?.[b.length] ?? most + 1;
}

/** The same between a word and the beginning of a longer one that is nearest to it. */
export function toBeginningDistance(a: string, b: string, most: number): number {
  const longest = Math.min(b.length, a.length + most);
  const row = toLastRow(a, b, longest, most);
  let best = most + 1;
  for (let j = Math.max(0, a.length - most); j <= longest; j++) best = Math.min(best, row?.[j] ?? best);
  return best;
}

/** The distances of the first word from the beginnings of the other up to that length; undefined where all are too many. */
function toLastRow(a: string, b: string, length: number, most: number): Uint8Array | undefined {
  if (length + 2 > rows[0].length) {
    const width = length + 2;
    rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  }
  const tooMany = most + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= Math.min(length, most); j++) last[j] = j;
  last[most + 1] = tooMany;
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1);
    // Whatever lies further from the diagonal is too many edits away.
    const from = Math.max(1, i - most);
    const to = Math.min(length, i + most);
    row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
    let least = row[from - 1] ?? tooMany;
    for (let j = from; j <= to; j++) {
      const same = letter === b.charCodeAt(j - 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), tooMany);
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least === tooMany) return undefined;
    row[to + 1] = tooMany;
    [before, last, row] = [last, row, before];
  }
  return last;
}
