/** Largest arguments of one call, in characters of JSON: more keeps all others waiting, and main refuses it. */
export const LARGEST_ARGUMENTS = 1_000_000;

/** What a piece of a list may take, so that there is room for one more of its items and for what goes with it. */
const FITTING = LARGEST_ARGUMENTS / 2;

/** Cuts a list into pieces that hold at most so many items and fit one call each. An item that does not fit goes alone, to be refused by name. */
export function* toFittingPieces<T>(items: readonly T[], most: number): Generator<readonly T[]> {
  let piece: T[] = [];
  let size = 0;
  for (const item of items) {
    const length = JSON.stringify(item).length + 1;
    if (piece.length > 0 && (piece.length === most || size + length > FITTING)) {
      yield piece;
      [piece, size] = [[], 0];
    }
    piece.push(item);
    size += length;
  }
  if (piece.length > 0) yield piece;
}
