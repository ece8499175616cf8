import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Journal } from '../../../main/journal/journal';
import { ClinicDocuments, withClinicDocuments } from '../../../main/library/clinic-documents';
import { openLibrary } from '../../../main/library/library';
import { toSkeleton } from '../../../protocols/authoring/skeleton';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import type { ClinicDocumentRecord } from '../../../protocols/clinic-documents/clinic-document';
import { toApprovedText } from '../../../protocols/clinic-documents/next-text';

const FIXTURES = join(import.meta.dirname, '../../fixtures/documents');
const ID = 'own-recovery';
const TODAY = '2031-04-30';
const DRAFT = toAuthored(toSkeleton({ type: 'checklist-set', id: ID, title: 'Recovery room', today: TODAY }));
const approval = toApprovedText(
  DRAFT,
  { name: 'B. Other', role: 'nurse', day: TODAY },
  { id: ID, otherIds: new Set(), previous: undefined, today: TODAY },
);
const APPROVED = approval.ok ? approval.value.text : '';

function toRecord(change: Partial<ClinicDocumentRecord> = {}): ClinicDocumentRecord {
  return { id: ID, version: '1.0.0', text: DRAFT, state: 'draft', author: 'AB', at: `${TODAY}T10:00:00Z`, ...change };
}

function start(folder = mkdtempSync(join(tmpdir(), 'handrail-own-')), library = openLibrary('folder', FIXTURES)) {
  const journal = new Journal({ folder: join(folder, 'journal'), writable: true });
  const onChanged = vi.fn<() => void>();
  const onTrouble = vi.fn<(reason: string) => void>();
  const own = new ClinicDocuments({ folder, writable: true, journal, others: library, onChanged, onTrouble });
  const save = async (...records: readonly ClinicDocumentRecord[]): Promise<void> => {
    await journal.append(records.map((body) => ({ kind: 'clinic-document', body })));
    await own.catchUp();
  };
  return { folder, journal, own, library: withClinicDocuments(library, own), save, onChanged, onTrouble };
}

test('a saved draft is listed and opened beside the library, and an approval makes it active', async () => {
  const { library, save, onChanged } = start();
  expect((await library).listing.protocols.map(({ id }) => id)).toEqual(['exa-session']);
  await save(toRecord());
  expect((await library).listing.protocols.map(({ id, status }) => [id, status])).toContainEqual([ID, 'draft']);
  expect(onChanged).toHaveBeenCalledTimes(1);
  await save(toRecord({ text: APPROVED, state: 'approved' }));
  const summary = (await library).listing.protocols.find(({ id }) => id === ID);
  expect(summary).toMatchObject({ status: 'active', version: '1.0.0', title: 'Recovery room' });
  expect(await (await library).open({ id: ID, version: '1.0.0' })).toMatchObject({
    ok: true,
    value: { status: 'active' },
  });
  // By id alone, as a print by its title asks for it.
  expect((await (await library).find(ID))?.version).toBe('1.0.0');
});

test('a retired procedure is listed and opened as retired, also after the next start, and a later version is in force again', async () => {
  const first = start();
  await first.save(toRecord(), toRecord({ text: APPROVED, state: 'approved' }));
  await first.save(toRecord({ text: APPROVED, state: 'retired', author: 'C. Chief', reason: 'The room is gone.' }));
  const statuses = async ({ library }: typeof first): Promise<readonly string[]> =>
    (await library).listing.protocols.filter(({ id }) => id === ID).map((each) => `${each.version} ${each.status}`);
  expect(await statuses(first)).toEqual(['1.0.0 retired']);
  expect(await (await first.library).open({ id: ID, version: '1.0.0' })).toMatchObject({
    ok: true,
    value: { status: 'retired' },
  });
  await first.journal.close();
  const next = start(first.folder);
  expect(await statuses(next)).toEqual(['1.0.0 retired']);
  const text = APPROVED.replace('version: 1.0.0', 'version: 1.0.1');
  await next.save(toRecord({ version: '1.0.1', text, state: 'approved' }));
  expect(await statuses(next)).toEqual(['1.0.0 retired', '1.0.1 active']);
});

test('the next start lists what was kept without reading the journal', async () => {
  const first = start();
  await first.save(toRecord());
  await first.journal.close();
  const next = start(first.folder);
  const read = vi.spyOn(next.journal, 'read');
  expect((await next.library).listing.protocols.map(({ id }) => id)).toContain(ID);
  expect((await (await next.library).open({ id: ID, version: '1.0.0' })).ok).toBe(true);
  expect(read).not.toHaveBeenCalled();
});

test.each([
  ['is lost', undefined],
  ['is cut short', (text: string) => text.slice(0, 200)],
])('a list that %s is made again from the journal', async (_, damage) => {
  const first = start();
  await first.save(toRecord());
  await first.journal.close();
  const file = join(first.folder, 'clinic-documents.json');
  writeFileSync(file, damage?.(readFileSync(file, 'utf8')) ?? '');
  const next = start(first.folder);
  expect((await next.library).listing.protocols).toHaveLength(1);
  await next.own.catchUp();
  expect((await next.library).listing.protocols.map(({ id }) => id)).toContain(ID);
});

test('words that were altered in the list are not shown', async () => {
  const first = start();
  await first.save(toRecord());
  await first.journal.close();
  const file = join(first.folder, 'clinic-documents.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('two identifiers', 'one identifier'));
  const { library } = start(first.folder);
  expect(await (await library).open({ id: ID, version: '1.0.0' })).toMatchObject({
    ok: false,
    error: { kind: 'withheld' },
  });
});

test('a draft with a problem stays a draft: it is neither listed nor withheld', async () => {
  const { library, save } = start();
  await save(toRecord({ text: DRAFT.replace('language: en', '') }));
  expect((await library).listing.protocols.map(({ id }) => id)).toEqual(['exa-session']);
  expect((await library).listing.withheld).toEqual([]);
});

test('an approval that is not what it says it is, is withheld with the reason', async () => {
  const { library, save } = start();
  await save(toRecord({ state: 'approved' }));
  expect((await library).listing.protocols.map(({ id }) => id)).toEqual(['exa-session']);
  expect((await library).listing.withheld).toMatchObject([{ file: `${ID}/1.0.0.md` }]);
});

test('what would change a released version changes nothing', async () => {
  const { library, save } = start();
  await save(toRecord({ text: APPROVED, state: 'approved' }));
  const released = (await library).listing.protocols.find(({ id }) => id === ID)?.contentHash;
  const other = APPROVED.replace('Recovery room', 'Other room');
  await save(toRecord({ text: other, state: 'approved' }), toRecord({ text: DRAFT }));
  const own = (await library).listing.protocols.filter(({ id }) => id === ID);
  expect(own.map(({ contentHash }) => contentHash)).toEqual([released]);
});

test('notes and prints in the journal change nothing and are passed over', async () => {
  const { own, journal, onChanged } = start();
  await journal.append([{ kind: 'note', body: {} }]);
  await own.catchUp();
  expect(onChanged).not.toHaveBeenCalled();
  expect(own.listed).toEqual([]);
});

test('a folder’s document with an id of a clinic’s own is withheld, and says what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-folder-'));
  mkdirSync(join(folder, ID));
  writeFileSync(join(folder, ID, '1.0.0.md'), DRAFT);
  const { listing } = await openLibrary('folder', folder);
  expect(listing.protocols).toEqual([]);
  expect(listing.withheld[0]?.issues[0]?.message).toMatch(/give it another id/);
});

test('what a repair had to put at the end of the journal is still this room’s own draft', async () => {
  const first = start();
  const draftOf = (title: string): ClinicDocumentRecord =>
    toRecord({ text: toAuthored(toSkeleton({ type: 'checklist-set', id: ID, title, today: TODAY })) });
  for (const title of ['Room one', 'Room two', 'Room three']) await first.save(draftOf(title));
  await first.journal.close();
  const file = join(first.folder, 'journal/000000001.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Room two', 'Room tow'));
  const next = start(first.folder);
  await next.own.catchUp();
  const { protocols } = (await next.library).listing;
  expect(protocols.find(({ id }) => id === ID)?.title).toBe('Room three');
  expect(readFileSync(join(first.folder, 'clinic-documents.json'), 'utf8')).not.toContain('elsewhere');
});
