import { array, assert, integer, oneof, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { type Measured, paginate } from '../../../renderer/print/page/paginate';

const space = { first: 100, later: 120, gap: 5 };
const table = (head: number, rows: number[]): Measured => ({
  height: head + rows.reduce((sum, row) => sum + row, 0),
  table: { head, rows },
});

test.each([
  [95, 1],
  [96, 2],
])('a part %i high after an empty one takes %i page(s): the gap counts', (height, pages) => {
  const result = paginate([{ height: 0 }, { height }], space);
  expect(result.ok && result.value.length).toBe(pages);
});

test('a part that fits exactly stays on its page', () => {
  expect(paginate([{ height: 100 }], space)).toEqual({ ok: true, value: [[{ part: 0 }]] });
});

test('a table goes to the next page whole rather than be cut', () => {
  expect(paginate([{ height: 60 }, table(10, [20, 20])], space)).toEqual({
    ok: true,
    value: [[{ part: 0 }], [{ part: 1 }]],
  });
});

test('a table longer than a page is cut between rows, its head counted on each page', () => {
  expect(paginate([table(10, [50, 50, 50, 50])], space)).toEqual({
    ok: true,
    value: [[{ part: 0, rows: [0, 1] }], [{ part: 0, rows: [1, 3] }], [{ part: 0, rows: [3, 4] }]],
  });
});

test('a long table starts on the page that has room for one row of it', () => {
  expect(
    paginate(
      [
        { height: 45 },
        table(
          10,
          Array.from({ length: 7 }, () => 20),
        ),
      ],
      space,
    ),
  ).toEqual({
    ok: true,
    value: [[{ part: 0 }, { part: 1, rows: [0, 2] }], [{ part: 1, rows: [2, 7] }]],
  });
});

test.each([
  ['a whole part', [{ height: 121 }]],
  ['a row with its head', [table(10, [111])]],
  ['a row with its head after others', [table(10, [50, 50, 50, 111])]],
])('%s longer than a page is refused', (_name, parts) => {
  expect(paginate(parts, space)).toEqual({ ok: false, error: 'too-long' });
});

test('a heading goes to the next page with what it stands over', () => {
  const heading = { height: 10, keep: true };
  expect(paginate([{ height: 70 }, heading, { height: 20 }], space)).toEqual({
    ok: true,
    value: [[{ part: 0 }], [{ part: 1 }, { part: 2 }]],
  });
  expect(paginate([{ height: 60 }, heading, { height: 20 }], space)).toMatchObject({ value: [{ length: 3 }] });
});

test('a heading over a table longer than a page stays with its first row', () => {
  const heading = { height: 10, keep: true };
  expect(paginate([heading, table(10, [50, 50])], { ...space, first: 90, later: 115 })).toEqual({
    ok: true,
    value: [[{ part: 0 }, { part: 1, rows: [0, 1] }], [{ part: 1, rows: [1, 2] }]],
  });
});

test('every row stands once, in order, and no page is overfull', () => {
  const part = oneof(
    record({ height: integer({ min: 0, max: 100 }) }),
    array(integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }).map((rows) => table(10, rows)),
  );
  assert(
    property(array(part, { maxLength: 12 }), (parts: Measured[]) => {
      const result = paginate(parts, space);
      if (!result.ok) throw new Error('refused though everything fits a page');
      const seen: string[] = [];
      for (const [index, page] of result.value.entries()) {
        let used = 0;
        for (const [place, { part: at, rows }] of page.entries()) {
          const { height, table: cut }: Measured = parts[at] ?? { height: Number.NaN };
          const [from, to] = rows ?? [0, cut?.rows.length ?? 1];
          const sum =
            rows === undefined
              ? height
              : (cut?.head ?? 0) + (cut?.rows ?? []).slice(from, to).reduce((a, b) => a + b, 0);
          used += sum + (place === 0 ? 0 : space.gap);
          for (let row = from; row < to; row++) seen.push(`${at}.${row}`);
        }
        expect(used).toBeLessThanOrEqual(index === 0 ? space.first : space.later);
      }
      const all = parts.flatMap((one, at) =>
        Array.from({ length: one.table?.rows.length ?? 1 }, (_, row) => `${at}.${row}`),
      );
      expect(seen).toEqual(all);
    }),
  );
});
