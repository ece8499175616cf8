import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type ClinicDocumentRecord,
  type SavedDocument,
  isOutOfForce,
  listEditionsOf,
  parseClinicDocument,
  readSavedDocument,
  toClinicDocuments,
} from '../../../protocols/clinic-documents/clinic-document';
import { isOwnId, toOwnId } from '../../../protocols/clinic-documents/own-id';

const record = (version: string, state: ClinicDocumentRecord['state'], text = 'words'): ClinicDocumentRecord => ({
  id: 'own-a',
  version,
  text,
  state,
  author: 'AB',
  at: '2031-04-30T10:00:00+00:00',
});

test('a released version is never edited: what is saved after it is the draft of the next', () => {
  const [document] = toClinicDocuments([
    record('1.0.0', 'draft', 'one'),
    record('1.0.0', 'approved', 'two'),
    record('1.0.0', 'approved', 'other'),
    record('1.0.0', 'draft', 'changed'),
  ]);
  expect(document?.approved.map(({ text }) => text)).toEqual(['two']);
  expect(document?.draft?.text).toBe('changed');
  expect(document === undefined ? [] : listEditionsOf(document).map(({ text }) => text)).toEqual(['two']);
});

test('a draft of a later version stands beside the released one, and its approval ends it', () => {
  const records = [record('1.0.0', 'approved'), record('1.1.0', 'draft')];
  const [open] = toClinicDocuments(records);
  expect(open === undefined ? [] : listEditionsOf(open).map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  const [done] = toClinicDocuments([...records, record('1.1.0', 'approved')]);
  expect(done?.draft).toBeUndefined();
  expect(done?.approved.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
});

describe('what a backup brings of another computer', () => {
  const elsewhere = (version: string, state: ClinicDocumentRecord['state'], text: string): SavedDocument => ({
    ...record(version, state, text),
    isFromElsewhere: true,
  });

  test('stands beside the draft that was saved here, until that text is saved or a version is released', () => {
    const records = [record('1.0.0', 'draft', 'ours'), elsewhere('1.0.0', 'draft', 'theirs')];
    const [both] = toClinicDocuments(records);
    expect([both?.draft?.text, both?.elsewhere?.text]).toEqual(['ours', 'theirs']);
    const [written] = toClinicDocuments([...records, record('1.0.0', 'draft', 'ours, later')]);
    expect([written?.draft?.text, written?.elsewhere?.text]).toEqual(['ours, later', 'theirs']);
    const [taken] = toClinicDocuments([...records, record('1.0.0', 'draft', 'theirs')]);
    expect([taken?.draft?.text, taken?.elsewhere]).toEqual(['theirs', undefined]);
    const [released] = toClinicDocuments([...records, record('1.0.0', 'approved', 'ours')]);
    expect([released?.draft, released?.elsewhere]).toEqual([undefined, undefined]);
  });

  test('is the draft where none was saved here', () => {
    const [document] = toClinicDocuments([elsewhere('1.0.0', 'draft', 'one'), elsewhere('1.0.0', 'draft', 'two')]);
    expect([document?.draft?.text, document?.elsewhere]).toEqual(['two', undefined]);
    const [written] = toClinicDocuments([elsewhere('1.0.0', 'draft', 'one'), record('1.0.0', 'draft', 'ours')]);
    expect([written?.draft?.text, written?.elsewhere]).toEqual(['ours', undefined]);
  });

  test('ends no text that is being written here by a release', () => {
    const [document] = toClinicDocuments([record('1.0.0', 'draft', 'ours'), elsewhere('1.0.0', 'approved', 'theirs')]);
    expect(document?.approved.map(({ text }) => text)).toEqual(['theirs']);
    expect(document?.draft?.text).toBe('ours');
  });

  test.each([
    [undefined, undefined],
    [{ writer: 'here before a repair', sequence: 1, hash: 'a'.repeat(64) }, undefined],
    [{ writer: 'there', sequence: 1, hash: 'a'.repeat(64) }, true],
  ])('is known by its origin, which a repair of this journal is not: %o', (origin, isFromElsewhere) => {
    const entry = { body: record('1.0.0', 'draft'), ...(origin === undefined ? {} : { origin }) };
    const read = readSavedDocument(entry, new Set(['here before a repair', 'here']));
    expect(read.ok).toBe(true);
    expect(read.ok && read.value.isFromElsewhere).toBe(isFromElsewhere);
  });
});

test.each([
  ['id', { id: 'iv-ketamine-depression' }],
  ['id', { id: 'own-Über' }],
  ['version', { version: '1.0' }],
  ['text', { text: 7 }],
  ['text', { text: 'x'.repeat(300_001) }],
  ['state', { state: 'active' }],
  ['author', { author: ' ' }],
  ['at', { at: undefined }],
])('an entry with another %s than we write is not read', (part, change) => {
  expect(parseClinicDocument({ ...record('1.0.0', 'draft'), ...change })).toEqual({ ok: false, error: part });
});

test('an entry as we write it is read whole, and nothing beside it', () => {
  const written = record('1.0.0', 'approved');
  expect(parseClinicDocument({ ...written, more: 1 })).toEqual({ ok: true, value: written });
  expect(parseClinicDocument(null)).toEqual({ ok: false, error: 'id' });
});

test('a retirement takes what was released so far out of use, and a later approval takes the procedure up again', () => {
  const retirement = { ...record('1.1.0', 'retired'), reason: 'The room is gone.' };
  const before = [record('1.0.0', 'approved'), record('1.1.0', 'approved')];
  const states = (records: readonly ClinicDocumentRecord[]): readonly string[] =>
    toClinicDocuments(records)
      .flatMap(listEditionsOf)
      .map(({ version, state }) => `${version} ${state}`);
  const isOut = (records: readonly ClinicDocumentRecord[]): boolean => toClinicDocuments(records).every(isOutOfForce);
  // Never the version before in its place.
  expect(states([...before, retirement])).toEqual(['1.0.0 retired', '1.1.0 retired']);
  expect([isOut(before), isOut([...before, retirement])]).toEqual([false, true]);
  const again = [...before, retirement, record('1.1.1', 'draft'), record('1.1.1', 'approved')];
  expect(states(again)).toEqual(['1.0.0 retired', '1.1.0 retired', '1.1.1 approved']);
  expect(isOut(again)).toBe(false);
  // What was never released cannot be taken out of use.
  expect(states([...before, { ...retirement, version: '2.0.0' }])).toEqual(['1.0.0 approved', '1.1.0 approved']);
  expect(isOut([record('1.0.0', 'draft')])).toBe(false);
});

test.each([undefined, ' ', 7, 'x'.repeat(2001)])('a retirement with the reason %s is not read', (reason) => {
  expect(parseClinicDocument({ ...record('1.0.0', 'retired'), reason })).toEqual({ ok: false, error: 'reason' });
  expect(parseClinicDocument({ ...record('1.0.0', 'retired'), reason: 'Gone.' }).ok).toBe(true);
});

test('an id is made of the title, without accents, and of none that is taken', () => {
  expect(toOwnId('Réveil & sortie', new Set())).toBe('own-reveil-sortie');
  expect(toOwnId('Réveil', new Set(['own-reveil', 'own-reveil-2']))).toBe('own-reveil-3');
  expect(toOwnId('…', new Set())).toBe('own-procedure');
  expect(toOwnId('x'.repeat(200), new Set())).toMatch(/^[a-z][a-z0-9-]{0,63}$/);
});

test('no shipped document has an id of a clinic’s own', () => {
  const shipped = readdirSync(join(import.meta.dirname, '../../../protocols/documents'));
  expect(shipped).toContain('iv-ketamine-depression');
  expect(shipped.filter(isOwnId)).toEqual([]);
});
