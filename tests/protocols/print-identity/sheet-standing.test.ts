import { describe, expect, test } from 'vitest';
import { type PrintIdentity, type PrintRecord, toSheetCode } from '../../../protocols/print-identity/print-record';
import {
  type Present,
  type PresentEdition,
  checkSheet,
  judgeSheet,
  listRecalls,
} from '../../../protocols/print-identity/sheet-standing';

const identity: PrintIdentity = {
  sheet: 'checklist',
  key: { id: 'exa', version: '1.0.0' },
  contentHash: 'aa',
  local: [
    { kind: 'note', id: 'n1', revision: 'r1' },
    { kind: 'clinic-value', id: 'v1', revision: 'r2' },
  ],
  paper: 'A4',
  language: 'en',
  printedAt: '2031-03-01T09:00:00+00:00',
  nonce: 'x',
};
const print = (change: Partial<PrintIdentity> = {}): PrintRecord => {
  const whole = { ...identity, ...change };
  return { ...whole, code: toSheetCode(whole), pages: 1, target: 'paper' };
};
const edition: PresentEdition = {
  id: 'exa',
  version: '1.0.0',
  status: 'active',
  effectivePeriod: { start: '2031-01-01', end: '2031-12-31' },
  reviewBy: '2032-01-01',
  contentHash: 'aa',
};
const newer: PresentEdition = {
  ...edition,
  version: '1.1.0',
  effectivePeriod: { start: '2031-06-01', end: null },
  contentHash: 'bb',
};
const local = [
  { kind: 'note', id: 'n1', revision: 'r1', changed: '2031-02-01T10:00:00+00:00' },
  { kind: 'clinic-value', id: 'v1', revision: 'r2', changed: '2031-02-01T10:00:00+00:00' },
] as const;
const present: Present = { editions: [edition], local, today: '2031-03-02' };

describe('the code of a sheet', () => {
  test.each<[string, Partial<PrintIdentity>]>([
    ['kind of sheet', { sheet: 'flowsheet' }],
    ['protocol', { key: { id: 'other', version: '1.0.0' } }],
    ['version', { key: { id: 'exa', version: '1.0.1' } }],
    ['content', { contentHash: 'ab' }],
    ['notes on it', { local: [] }],
    ['state of a note on it', { local: [{ kind: 'note', id: 'n1', revision: 'r9' }] }],
    ['paper', { paper: 'Letter' }],
    ['language', { language: 'fr' }],
    ['moment', { printedAt: '2031-03-01T09:00:01+00:00' }],
    ['print of the same moment', { nonce: 'y' }],
  ])('changes with the %s', (_what, change) => {
    expect(print(change).code).not.toBe(print().code);
  });

  test('does not change with the order of the notes, or with what the library adds to a key', () => {
    expect(print({ local: identity.local.toReversed() }).code).toBe(print().code);
    expect(print({ key: edition }).code).toBe(print().code);
  });
});

describe('a sheet', () => {
  test('is current while its edition, its text and its notes are what was printed', () => {
    expect(judgeSheet(print(), present)).toEqual({ kind: 'current', record: print(), standing: 'in-force' });
  });

  test('of a draft is current as a draft', () => {
    expect(judgeSheet(print(), { ...present, editions: [{ ...edition, status: 'draft' }] })).toMatchObject({
      kind: 'current',
      standing: 'draft',
    });
  });

  test.each([
    ['2031-05-31', 'current'],
    ['2031-06-01', 'replaced'],
  ])('with a newer edition in force from 1 June is on %s %s', (today, kind) => {
    expect(judgeSheet(print(), { ...present, editions: [edition, newer], today }).kind).toBe(kind);
  });

  test('names the newer edition and the day it began', () => {
    expect(judgeSheet(print(), { ...present, editions: [newer, edition], today: '2031-06-01' })).toMatchObject({
      reasons: [{ kind: 'newer-edition', on: '2031-06-01', newer: { id: 'exa', version: '1.1.0' } }],
    });
  });

  test('is not replaced by an older edition, by a draft or by another protocol', () => {
    const others = [
      { ...newer, version: '0.9.0' },
      { ...newer, version: '2.0.0', status: 'draft' as const },
      { ...newer, id: 'other' },
    ];
    expect(judgeSheet(print(), { ...present, editions: [edition, ...others], today: '2031-07-01' }).kind).toBe(
      'current',
    );
  });

  test.each([
    ['2031-12-31', []],
    ['2032-01-01', [{ kind: 'out-of-use', standing: 'ended', on: '2031-12-31' }]],
  ])('is judged by the last day of its edition: %s', (today, reasons) => {
    const standing = judgeSheet(print(), { ...present, today });
    expect(standing.kind === 'replaced' ? standing.reasons : []).toEqual(reasons);
  });

  test('of a retired edition is out of use, with no day', () => {
    expect(judgeSheet(print(), { ...present, editions: [{ ...edition, status: 'retired' }] })).toMatchObject({
      reasons: [{ kind: 'out-of-use', standing: 'retired', on: undefined }],
    });
  });

  test('is replaced when the same version says something else now', () => {
    expect(judgeSheet(print({ contentHash: 'ab' }), present)).toMatchObject({
      reasons: [{ kind: 'other-content', contentHash: 'aa' }],
    });
  });

  test('of an edition that is not here is not vouched for', () => {
    expect(judgeSheet(print(), { ...present, editions: [] })).toMatchObject({ reasons: [{ kind: 'not-in-library' }] });
  });

  test.each([
    ['changed', { ...local[0], revision: 'r3' }],
    ['retired', { ...local[0], revision: undefined }],
  ])('is replaced when a note on it was %s', (_how, note) => {
    expect(judgeSheet(print(), { ...present, local: [note, local[1]] })).toMatchObject({
      reasons: [{ kind: 'local-changed', local: [note] }],
    });
  });

  test('is replaced when a note on it is not known here any more', () => {
    expect(judgeSheet(print(), { ...present, local: [local[1]] })).toMatchObject({
      reasons: [{ kind: 'local-changed', local: [{ kind: 'note', id: 'n1', revision: undefined, changed: '' }] }],
    });
  });

  test('is not replaced by a note that is not on it', () => {
    const another = { kind: 'note', id: 'n2', revision: 'r5', changed: '2031-03-02T08:00:00+00:00' } as const;
    expect(judgeSheet(print(), { ...present, local: [...local, another] }).kind).toBe('current');
  });

  test('tells every reason at once', () => {
    const standing = judgeSheet(print({ contentHash: 'ab' }), {
      editions: [edition, newer],
      local: [],
      today: '2031-07-01',
    });
    expect(standing.kind === 'replaced' ? standing.reasons.map(({ kind }) => kind) : []).toEqual([
      'newer-edition',
      'other-content',
      'local-changed',
    ]);
  });
});

describe('checking what is typed', () => {
  const log = [print({ nonce: 'other' }), print()];

  test('finds the sheet, however the code is typed', () => {
    expect(checkSheet(print().code.toLowerCase().replaceAll('-', ' '), log, present)).toMatchObject({
      kind: 'current',
      record: { code: print().code },
    });
  });

  test('says that a sound code was not printed here', () => {
    const { code } = print({ nonce: 'elsewhere' });
    expect(checkSheet(code, log, present)).toEqual({ kind: 'not-from-here', code });
  });

  test('says that a code is mistyped before it looks anywhere', () => {
    expect(checkSheet('0000-0000-001', log, present)).toEqual({ kind: 'no-code', failure: { kind: 'mistyped' } });
  });
});

describe('the recall list', () => {
  const on = (day: string): PrintRecord => print({ printedAt: `${day}T23:59:59+00:00`, nonce: day });
  const log = ['2031-02-28', '2031-03-01', '2031-03-05', '2031-03-06'].map(on);
  const changed: Present = { ...present, editions: [edition, newer], today: '2031-06-01' };

  test('names every sheet of the window, its first and last day included, the newest first', () => {
    const recalls = listRecalls(log, { from: '2031-03-01', to: '2031-03-05' }, changed);
    expect(recalls.map(({ record }) => record.printedAt.slice(0, 10))).toEqual(['2031-03-05', '2031-03-01']);
  });

  test('is empty while nothing changed', () => {
    expect(listRecalls(log, { from: '2031-01-01', to: '2031-12-31' }, present)).toEqual([]);
  });

  test('leaves sheets of another protocol alone', () => {
    const other = { ...edition, id: 'other' };
    const record = print({ key: { id: 'other', version: '1.0.0' } });
    const standing = { ...changed, editions: [...changed.editions, other] };
    expect(listRecalls([...log, record], { from: '2031-03-01', to: '2031-03-01' }, standing)).toHaveLength(1);
  });
});
