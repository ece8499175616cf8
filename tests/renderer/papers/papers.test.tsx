// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { toContentHash } from '../../../protocols/authoring/canonical-json';
import type { ProtocolSummary, RecallList } from '../../../protocols/contract/calls';
import { type ClinicValueRecord, parseClinicValue } from '../../../protocols/dose/clinic-records';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import type { NoteBody } from '../../../protocols/journal/note-body';
import { toContentCode } from '../../../protocols/print-identity/content-code';
import { type PrintRecord, type PrintedLocal, toSheetCode } from '../../../protocols/print-identity/print-record';
import type { Protocol } from '../../../protocols/schema/protocol';
import { LibraryProvider } from '../../../renderer/app/library-provider';
import { SettingsProvider } from '../../../renderer/app/settings-provider';
import { PapersSection } from '../../../renderer/papers/papers-section';
import { RecallBanner } from '../../../renderer/papers/recall-banner';
import { toPrintedValue } from '../../../renderer/print/page/printed-local';
import { journalOf } from '../../fixtures/memory-journal';
import { Page, all, button, click, edition, field, one, text, type, writeNote } from '../notes/page';

const ACTIVE = [
  'status: draft',
  'status: active\napprovalDate: 2020-01-01\nreviewers: [{ name: B. Reviewer, role: pharmacist, date: 2020-01-01 }]',
] as const;
const OLD = edition(ACTIVE, ['start: 2026-01-01', 'start: 2020-01-01']);
const NEW = edition(
  ACTIVE,
  ['version: 1.0.0', 'version: 1.1.0'],
  ['start: 2026-01-01', 'start: 2026-11-20'],
  ['max: 9.75 mg/kg', 'max: 9.25 mg/kg'],
);

let page: Page;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00') });
  page = new Page();
});
afterEach(async () => {
  await page.end();
  vi.useRealTimers();
});

function print(change: Partial<PrintRecord> = {}): PrintRecord {
  const { code: _code, ...identity } = {
    sheet: 'checklist' as const,
    key: { id: OLD.id, version: OLD.version },
    contentHash: toContentHash(OLD),
    local: [],
    paper: 'A4' as const,
    language: 'en' as const,
    printedAt: '2026-11-01T09:30:00+01:00',
    nonce: 'n',
    pages: 2,
    target: 'paper' as const,
    code: '',
    ...change,
  };
  return { ...identity, code: toSheetCode(identity) };
}

function read(body: object): ClinicValueRecord {
  const value = parseClinicValue(body);
  return value.ok ? value.value : expect.fail(value.error);
}

async function log(...records: readonly object[]): Promise<void> {
  await journalOf(page.factory).append(records.map((body) => ({ kind: 'print', body })));
}

async function show(protocols: readonly Protocol[], content = <PapersSection />): Promise<void> {
  const summaries = protocols.map(
    (protocol): ProtocolSummary => ({ ...protocol, routes: [], contentHash: toContentHash(protocol) }),
  );
  const library = {
    listing: { origin: 'folder' as const, protocols: summaries, withheld: [] },
    open: async ({ version }: { version: string }) => protocols.find((each) => each.version === version),
    openAll: async () => protocols,
  };
  const { hook } = memoryLocation({ path: '/library' });
  const given = Promise.resolve(library);
  await page.show(
    <SettingsProvider first={SHIPPED_SETTINGS}>
      <LibraryProvider library={given}>
        <Router hook={hook}>{content}</Router>
      </LibraryProvider>
    </SettingsProvider>,
  );
}

async function check(code: string): Promise<string> {
  await type(field('Code on the sheet'), code);
  await click(button('Check'));
  return one('[data-check]').dataset['check'] ?? '';
}

test('a sheet of the edition in force is current, however its code is typed', async () => {
  await log(print());
  await show([OLD]);
  expect(await check(print().code.toLowerCase().replaceAll('-', ' '))).toBe('current');
  expect(text()).toContain('Current. Nothing on this sheet was replaced.');
  expect(text()).toContain('Printed on Nov 01, 2026 at 09:30, 2 pages, A4, English');
  expect(text()).toContain('None in this time.');
});

test('what was said of one code does not stand beside another', async () => {
  await log(print());
  await show([OLD]);
  expect(await check(print().code)).toBe('current');
  await type(field('Code on the sheet'), 'QQQQ');
  expect(all('[data-check]')).toEqual([]);
});

test('a sheet of an earlier edition is replaced on the day of the newer one, with the changed lines', async () => {
  await log(print());
  await show([OLD, NEW]);
  expect(await check(print().code)).toBe('replaced');
  expect(one('[data-check]').textContent).toContain('Replaced on Nov 20, 2026 by version 1.1.0.');
  const changed = one('[data-changed-block]');
  expect(changed.dataset['changedBlock']).toBe('dose-iv');
  expect([...changed.querySelectorAll('del, ins')].map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('9.75'),
    expect.stringContaining('9.25'),
  ]);
  expect(changed.closest('details')).toBeNull();
});

test('without the printed text the change is told and no lines are made up', async () => {
  await log(print({ contentHash: 'other' }));
  await show([OLD, NEW]);
  expect(await check(print({ contentHash: 'other' }).code)).toBe('replaced');
  expect(text()).toContain('The text it was printed from is not on this computer any more');
  expect(all('[data-changed-block]')).toHaveLength(0);
});

test.each([
  ['4TQ1', 'length', 'It has 4 letters and digits; a code has 11.'],
  ['UUUU-UUUU-UUU', 'character', '“U” stands in no code.'],
  ['0000-0000-001', 'mistyped', 'At least one character is mistyped, or two changed places.'],
])('%s is told as %s', async (typed, kind, words) => {
  await log(print());
  await show([OLD]);
  expect(await check(typed)).toBe(kind);
  expect(text()).toContain(words);
});

test('a sound code that was not printed here is told, and a log with gaps says so', async () => {
  await log(print());
  await show([OLD]);
  const { code } = print({ nonce: 'elsewhere' });
  expect(await check(code)).toBe('not-from-here');
  expect(text()).toContain('The print log of this computer has no such sheet. It comes from');
  await page.end();
  await log({ sheet: 'checklist' });
  await show([OLD]);
  expect(await check(code)).toBe('not-from-here');
  expect(text()).toContain('parts of the log cannot be read');
});

test('the recall list names every sheet of the window, the newest first, and leads to what changed', async () => {
  const [first, last, before] = [
    print({ nonce: 'a', printedAt: '2026-08-25T08:00:00+01:00' }),
    print({ nonce: 'b', printedAt: '2026-11-19T08:00:00+01:00' }),
    print({ nonce: 'c', printedAt: '2026-08-24T23:59:00+01:00' }),
  ];
  const current = print({ key: { id: NEW.id, version: '1.1.0' }, contentHash: toContentHash(NEW) });
  await log(before, first, last, current);
  await show([OLD, NEW]);
  const recalled = (): (string | undefined)[] => all('[data-recall]').map(({ dataset }) => dataset['recall']);
  expect(recalled()).toEqual([last.code, first.code]); // 25 August is the ninetieth day, today counted
  expect(text()).toContain('2 sheets to take out of use');
  await click(one('label:last-of-type > input[type=radio]'));
  expect(recalled()).toEqual([last.code, first.code, before.code]);
  await click(button(`Show what changed on ${first.code}`));
  expect(one('[data-check]').textContent).toContain(first.code);
});

test('the recall list goes to paper in the words of the screen, and what came of it is told', async () => {
  const sheet = print({ printedAt: '2026-11-19T08:00:00+01:00' });
  await log(sheet);
  await show([OLD, NEW]);
  const asked = vi.fn<(list: RecallList, target: string) => Promise<unknown>>();
  Object.assign(window.bridge, { 'print:recalls': asked });
  asked.mockResolvedValueOnce({ ok: true, value: { pages: 1, file: '/list.pdf' } });
  await click(button('Save the list as PDF…'));
  const [list, target] = asked.mock.lastCall ?? [];
  expect(target).toBe('pdf');
  expect(list).toMatchObject({ paper: SHIPPED_SETTINGS.paper, language: SHIPPED_SETTINGS.language });
  expect(list?.rows).toEqual([
    {
      code: sheet.code,
      about: expect.stringMatching(/Session checklist.*version 1\.0\.0.*2026 at 08:00, 2 pages, A4, English/),
      reasons: ['Replaced on Nov 20, 2026 by version 1.1.0.'],
    },
  ]);
  expect(text()).toContain('Saved: 1 page, /list.pdf');
  for (const [failure, words] of [
    [{ kind: 'no-printer' }, 'No printer was found on this computer.'],
    [{ kind: 'not-printed', message: 'paper jam' }, 'The list could not be printed (paper jam). Copy it instead.'],
    [
      { kind: 'not-written', file: '/list.pdf', reason: 'full', message: 'no room' },
      '/list.pdf was not written (no room).',
    ],
    [{ kind: 'cancelled' }, 'Not printed. You closed the dialog.'],
  ] as const) {
    asked.mockResolvedValueOnce({ ok: false, error: failure });
    await click(button('Print the list…'));
    expect(text()).toContain(words);
  }
  expect(asked.mock.lastCall?.[1]).toBe('paper');
});

test('a page of the binder is known by its code, with the note that stands on it', async () => {
  await page.showReader(OLD);
  await writeNote('dose-iv', 'Check the pump twice.');
  await click(button('Put in force'));
  await type(field('Name of the person who puts it in force'), 'Dr. C');
  await click(button('Put in force'));
  const revisions = journalOf(page.factory).entries.map(({ body }) => body as NoteBody);
  const { noteId, revision } = revisions.at(-1) ?? expect.fail('no note was written');
  await page.end();
  await show([OLD]);
  const identity = { key: OLD, contentHash: toContentHash(OLD), language: 'fr' as const };
  const local: PrintedLocal[] = [{ kind: 'note', id: noteId, revision }];
  expect(await check(toContentCode({ ...identity, sheet: 'protocol', local }))).toBe('binder');
  expect(await check(toContentCode({ ...identity, sheet: 'emergency', local: [] }))).toBe('binder');
  // The page as it was before the note is not what a binder made now says.
  expect(await check(toContentCode({ ...identity, sheet: 'protocol', local: [] }))).toBe('not-from-here');
});

test('a note on the sheet that changed recalls it, and both wordings are shown', async () => {
  await page.showReader(OLD);
  await writeNote('dose-iv', 'Check the pump twice.');
  const [{ noteId, revision } = expect.fail('no note was written')] = journalOf(page.factory).entries.map(
    ({ body }) => body as NoteBody,
  );
  await page.end();
  const local: PrintedLocal[] = [{ kind: 'note', id: noteId, revision }];
  await log(print({ sheet: 'protocol', local }));
  await show([OLD]);
  expect(await check(print({ sheet: 'protocol', local }).code)).toBe('replaced');
  expect(text()).toContain('A clinic note on it is no longer in force since Nov 22, 2026.');
  expect(one('[data-changed-note]').textContent).toContain('Check the pump twice.');
});

test('a value of the clinic that changed recalls the sheet, with the value before and after', async () => {
  const set = {
    protocolId: OLD.id,
    version: OLD.version,
    blockId: 'dose-iv',
    setting: 'maximum',
    value: { value: '700', unit: 'mg' },
    by: 'A. Prescriber',
    at: '2026-10-01T08:00:00.000Z',
  };
  const changed = { ...set, value: { value: '600', unit: 'mg' }, at: '2026-11-10T08:00:00.000Z' };
  const record = print({ sheet: 'dose', local: [toPrintedValue(read(set))] });
  await log(record);
  await journalOf(page.factory).append([set, changed].map((body) => ({ kind: 'clinic-value', body })));
  await show([OLD]);
  expect(await check(record.code)).toBe('replaced');
  expect(text()).toContain('A value the clinic set was changed on Nov 10, 2026.');
  expect(one('[data-changed-value]').textContent?.replaceAll('\u00A0', ' ')).toBe(
    'Absolute maximum, dose-iv: −700 mg +600 mg',
  );
});

test('the log shows the newest first, a page at a time', async () => {
  const records = Array.from({ length: 30 }, (_, index) => print({ nonce: String(index) }));
  await log(...records);
  await show([OLD]);
  const codes = (): (string | undefined)[] => all('[data-print]').map(({ dataset }) => dataset['print']);
  expect(codes()).toEqual(
    records
      .toReversed()
      .slice(0, 25)
      .map(({ code }) => code),
  );
  await click(button('Show more, 5 left'));
  expect(codes()).toHaveLength(30);
});

test('Home says how many sheets are to be taken out of use, and nothing while there are none', async () => {
  await log(print());
  await show([OLD], <RecallBanner />);
  expect(text()).toBe('');
  await show([OLD, NEW], <RecallBanner />);
  expect(text()).toContain('1 printed sheet is to be taken out of use');
});
