import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST_ARGUMENTS, toFittingPieces } from '../../../protocols/contract/message-size';

const sizeOf = (piece: unknown): number => JSON.stringify([piece]).length;

test('cuts a list into pieces in order, none too many and none too large for a call', () => {
  const item = fc
    .integer({ min: 0, max: Math.floor(LARGEST_ARGUMENTS / 3) })
    .map((length) => ({ text: 'x'.repeat(length) }));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (items, most) => {
      const pieces = [...toFittingPieces(items, most)];
      expect(pieces.flat()).toEqual(items);
      for (const piece of pieces) {
        expect(piece.length).toBeGreaterThan(0);
        expect(piece.length).toBeLessThanOrEqual(most);
        expect(sizeOf(piece)).toBeLessThan(LARGEST_ARGUMENTS);
      }
    }),
    { numRuns: 40 },
  );
});

test('small items stand together, and one that fits no call goes alone', () => {
  const [small, huge] = [{ text: 'x' }, { text: 'x'.repeat(LARGEST_ARGUMENTS) }];
  expect([...toFittingPieces([small, small, small], 500)]).toEqual([[small, small, small]]);
  expect([...toFittingPieces([small, huge, small], 500)].map((piece) => piece.length)).toEqual([1, 1, 1]);
  expect([...toFittingPieces([], 500)]).toEqual([]);
});

// Every sign of such a text is written as two in JSON.
test('the longest text of a procedure fits a call, also where most of it is quotes and line ends', () => {
  const record = { kind: 'clinic-document', body: { text: '"\n'.repeat(150_000) } };
  expect(sizeOf([record])).toBeLessThan(LARGEST_ARGUMENTS);
});
