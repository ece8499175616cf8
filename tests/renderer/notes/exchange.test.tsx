// @vitest-environment jsdom
import './fake-bridge';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import type { ExchangeFailure } from '../../../protocols/contract/exchange';
import { parseAnnotations } from '../../../protocols/exchange/parse-annotations';
import type { TravellingRevision } from '../../../protocols/exchange/to-annotations';
import { type Result, fail, ok } from '../../../protocols/schema/result';
import { journalOf } from '../../fixtures/memory-journal';
import { dump } from '../store/note-fixtures';
import { Page, all, button, click, edition, one, text, writeNote } from './page';

let page = new Page();
let file = '';
let failure: ExchangeFailure | undefined;

/** Main as far as files of notes go: one export and one import at a time, into the journal of the page's own database. */
beforeEach(() => {
  failure = undefined;
  let gathered: TravellingRevision[] = [];
  const unless = async <T,>(value: () => T): Promise<Result<T, ExchangeFailure>> =>
    failure === undefined ? ok(value()) : fail(failure);
  Object.assign(window.bridge, {
    'exchange:begin': () =>
      unless(() => {
        file = '';
        return { ticket: 't' };
      }),
    'exchange:write': async (_ticket: string, part: string) => {
      file += part;
      return ok(undefined);
    },
    'exchange:finish': () => unless(() => ({ file: '/notes.jsonld' })),
    'exchange:open': async () => {
      if (failure !== undefined) return fail(failure);
      const parsed = parseAnnotations(file);
      if (!parsed.ok) return fail({ kind: 'refused', file: '/notes.jsonld', failure: parsed.error });
      gathered = [];
      return ok({ ticket: 't', file: '/notes.jsonld', notes: parsed.value });
    },
    'exchange:gather': async (_ticket: string, revisions: readonly TravellingRevision[]) => {
      gathered.push(...revisions);
      return ok(undefined);
    },
    'exchange:take': async () => {
      if (failure !== undefined) return fail(failure);
      await journalOf(page.factory).append(gathered.map((body) => ({ kind: 'note', body })));
      return ok({ count: gathered.length });
    },
  });
});

afterEach(async () => {
  await page.end();
  page = new Page();
});

/** Notes without what each journal gives them anew, in one order. */
function bare(rows: readonly unknown[] | undefined): string[] {
  return (rows ?? []).map((row) => toCanonicalJson({ ...(row as object), writer: '', order: 0 })).toSorted();
}

/** Another computer: nothing of the first is on it. */
async function elsewhere(): Promise<void> {
  await page.end();
  page = new Page(new IDBFactory());
  await page.showScreen(edition());
}

test('takes every state of every note to another computer, and twice changes nothing', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'First words');
  await click(button('Retire'));
  await click(button('Retire note'));
  await writeNote('dose-iv', 'Two nurses.');
  const before = (await dump(page.factory))['notes'];
  await page.showScreen(edition());
  await click(button('Export all notes'));
  expect(text()).toContain('2 notes exported');
  await elsewhere();
  await click(button('Import notes'));
  expect(text()).toContain(
    'From Handrail: 2 new notes, 0 notes with states that are not here yet, 0 notes already here.',
  );
  expect((await dump(page.factory))['notes']).toEqual([]);
  await click(button('Take these in'));
  expect(text()).toContain('3 states of notes taken in');
  expect(bare((await dump(page.factory))['notes'])).toEqual(bare(before));
  expect(text()).toContain('1 placed, 0 changed, 0 orphans, 1 retired');
  await click(button('Import notes'));
  expect(text()).toContain('This file brings nothing new');
  await click(button('Close'));
  expect(text()).not.toContain('This file brings nothing new');
});

test('leaves the notes as they are when nobody takes a file in', async () => {
  file = JSON.stringify({
    type: 'Annotation',
    bodyValue: 'From elsewhere.',
    rights: 'x',
    target: 'https://example.org/a',
  });
  await page.showScreen(edition());
  await click(button('Import notes'));
  expect(text()).toContain(
    'From other programs: 1 annotation, taken in as drafts: 0 beside a block, 1 to be placed in review.',
  );
  expect(text()).toContain(
    'Annotation 1 is about https://example.org/a; no such place is here. A note cannot hold its rights.',
  );
  await click(button('Leave the notes as they are'));
  expect((await dump(page.factory))['notes']).toEqual([]);
  await click(button('Import notes'));
  await click(button('Take these in'));
  expect(one('article').dataset).toMatchObject({ anchor: 'orphan', status: 'draft' });
});

test('says what is wrong with a file, and what was not done', async () => {
  await page.showScreen(edition());
  for (const [content, said] of [
    ['{', 'It is no JSON file, or is cut short. Nothing was taken in.'],
    ['{}', 'It holds no W3C annotations. Nothing was taken in.'],
    [
      '{"type":"AnnotationPage","handrail:form":2,"items":[]}',
      'in form 2; this program reads form 1. Nothing was taken in.',
    ],
  ] as const) {
    file = content;
    await click(button('Import notes'));
    expect(one('[role="alert"]').textContent).toContain(said);
  }
});

test.each<[ExchangeFailure, string]>([
  [
    { kind: 'not-written', file: '/x', reason: 'full', message: 'no space' },
    'an earlier file of that name is as it was',
  ],
  [{ kind: 'too-large', found: 300_000_000, most: 256_000_000 }, 'It holds 300 MB; at most 256 MB'],
  [{ kind: 'not-begun' }, 'Begin again.'],
])('says that an export was not made: %j', async (why, said) => {
  await page.showReader();
  await writeNote('dose-iv', 'Two nurses.');
  await page.showScreen(edition());
  failure = why;
  await click(button('Export a table'));
  expect(one('[role="alert"]').textContent).toContain(said);
});

test('says nothing when nobody chose a file', async () => {
  await page.showScreen(edition());
  failure = { kind: 'cancelled' };
  await click(button('Import notes'));
  expect(all('[role="alert"]')).toEqual([]);
});

test('notes that cannot be read are told of, and the panel can be used again', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'Ours.');
  await page.showScreen(edition());
  const read = vi.spyOn(IDBObjectStore.prototype, 'index').mockImplementation(() => {
    throw new DOMException('The disk gave nothing.', 'UnknownError');
  });
  await click(button('Export all notes'));
  read.mockRestore();
  expect(one('[role="alert"]').textContent).toContain('Nothing was exported and nothing taken in.');
  expect(button('Export all notes').disabled).toBe(false);
});

test('says that nothing was taken in when the journal cannot be written', async () => {
  file = JSON.stringify({ type: 'Annotation', bodyValue: 'From elsewhere.' });
  await page.showScreen(edition());
  await click(button('Import notes'));
  failure = { kind: 'not-taken', failure: { kind: 'full' } };
  await click(button('Take these in'));
  expect(one('[role="alert"]').textContent).toContain('Your notes are as they were. Reason: the disk is full.');
});
