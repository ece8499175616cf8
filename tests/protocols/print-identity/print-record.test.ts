import { describe, expect, test } from 'vitest';
import { type PrintRecord, parsePrintRecord, toSheetCode } from '../../../protocols/print-identity/print-record';

const identity = {
  sheet: 'checklist',
  key: { id: 'exa', version: '1.0.0' },
  contentHash: 'aa',
  local: [{ kind: 'note', id: 'n1', revision: 'r1' }],
  paper: 'A4',
  language: 'en',
  printedAt: '2031-03-01T09:00:00+00:00',
  nonce: 'x',
} as const;
const record: PrintRecord = { ...identity, code: toSheetCode(identity), pages: 2, target: 'pdf' };

describe('a line of the print log', () => {
  test('is read as it was written', () => {
    expect(parsePrintRecord(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, value: record });
  });

  test.each<[string, unknown]>([
    ['sheet', { ...record, sheet: '' }],
    ['contentHash', { ...record, contentHash: undefined }],
    ['printedAt', { ...record, printedAt: 5 }],
    ['target', { ...record, target: undefined }],
    ['key', { ...record, key: { id: 'exa' } }],
    ['key', { ...record, key: { version: '1.0.0' } }],
    ['key', { ...record, key: 'exa@1.0.0' }],
    ['local', { ...record, local: 'n1' }],
    ['local', { ...record, local: [{ kind: 'other', id: 'n1', revision: 'r1' }] }],
    ['local', { ...record, local: [{ kind: 'note', id: '', revision: 'r1' }] }],
    ['local', { ...record, local: [{ kind: 'clinic-value', id: 'v1' }] }],
    ['pages', { ...record, pages: '2' }],
    ['code', { ...record, code: '0000-0000-000' }],
    ['code', { ...record, contentHash: 'bb' }],
    ['sheet', null],
    ['sheet', 'a sheet'],
  ])('is refused by its %s', (part, body) => {
    expect(parsePrintRecord(body)).toEqual({ ok: false, error: part });
  });
});
