import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeNotes } from '../../../protocols/anchoring/place-notes';
import { toCsv } from '../../../protocols/exchange/to-csv';
import { example, fullNote } from './example-notes';

/** RFC 4180 as a spreadsheet reads it: cells as they stand, quotes taken off. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of csv.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Every row but the first, by the names of the columns. */
function reopen(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(csv);
  return rows.map((row) => {
    expect(row).toHaveLength(head.length);
    return Object.fromEntries(head.map((column, index) => [column, row[index] ?? '']));
  });
}

function csvOf(body: string, author = 'AB'): string {
  return [...toCsv(placeNotes(example, [fullNote('n', { body, author }).note]))].join('');
}

test('writes one row a note, with what a reader sees of it', () => {
  const [row] = reopen(csvOf('Two nurses, “always”.\r\nSecond line "quoted".'));
  expect(row).toMatchObject({
    'note id': 'n',
    number: '1',
    protocol: 'exa-session',
    version: '1.0.0',
    block: 'dose-intro',
    'quoted words': 'never above 9.75 mg per kg.',
    kind: 'step',
    status: 'active',
    place: 'placed',
    note: 'Two nurses, “always”.\r\nSecond line "quoted".',
    tags: 'pump, room 2',
    'put in force by': 'Dr. C',
  });
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\nx',
  ' =1+1',
  '\u00A0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  '=HYPERLINK("https://example.org","x")',
  "=cmd|' /C calc'!A0",
])('keeps %j text in a spreadsheet, and gives it back unchanged', (body) => {
  const cell = reopen(csvOf(body))[0]?.['note'] ?? '';
  expect(cell.startsWith("'")).toBe(true);
  expect(cell.slice(1)).toBe(body);
});

test('leaves ordinary words as they are', () => {
  expect(reopen(csvOf('5 mg = half a vial'))[0]?.['note']).toBe('5 mg = half a vial');
});

test('never writes a cell a spreadsheet would compute, whatever a note says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@\t\r\n'" ,]{1,3}[a-z]?$/), (body, author) => {
      const [row] = reopen(csvOf(body, author));
      for (const [column, said] of [
        ['note', body],
        ['author', author],
      ] as const) {
        const cell = row?.[column] ?? '';
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(cell.replace(/^'/, '')).toBe(said);
      }
    }),
  );
});
