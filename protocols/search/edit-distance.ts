// Three rows of the table of distances, kept between calls: thousands of words are compared for one misspelt word.
let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/** Insertions, deletions, substitutions and swaps of neighbours between two words; more than `most` is only "too many". */
export function toEditDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (b.length >= rows[0].length) {
    const width = b.length + 1;
    rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  }
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, most + 1);
  for (let i = 1; i <= a.length; i++) {
    row[0] = Math.min(i, most + 1);
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const same = letter === b.charCodeAt(j - 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), most + 1);
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
    }
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? most + 1;
}
