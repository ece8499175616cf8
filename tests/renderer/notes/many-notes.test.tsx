// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import './fake-bridge';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Note } from '../../../protocols/notes/note';
import { Store } from '../../../renderer/store/store';
import { journalOf } from '../../fixtures/memory-journal';
import { TARGET } from '../store/note-fixtures';
import { Page, all, button, click, edition, settle, text } from './page';

const COUNT = 2000;

/** A method apart from its object, to be called on another. */
function methodOf<Name extends 'followNotes' | 'notesNamed'>(name: Name): Store[Name] {
  return Object.getOwnPropertyDescriptor(Store.prototype, name)?.value as Store[Name];
}

let page: Page;
beforeEach(async () => {
  page = new Page(undefined, 30);
  const at = '2026-11-22T14:02:00+01:00';
  await journalOf(page.factory).append(
    Array.from({ length: COUNT }, (_, index) => {
      const id = `note-${index}`;
      const state = { id, target: TARGET, body: `Words ${index}.`, author: 'AB', created: at, modified: at };
      const status = index % 100 === 0 ? 'retired' : 'draft';
      return { kind: 'note', body: { revision: `r-${index}`, noteId: id, parents: [], state: { ...state, status } } };
    }),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await page.end();
});

test('opening the screen reads one page of the notes and the cards it shows; the counts wait for all', async () => {
  let read = 0;
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const followNotes = methodOf('followNotes');
  const notesNamed = methodOf('notesNamed');
  vi.spyOn(Store.prototype, 'followNotes').mockImplementation(function (this: Store, listener) {
    return followNotes.call(this, async (notes: readonly Note[]) => {
      read += notes.length;
      await listener(notes);
      await held;
    });
  });
  vi.spyOn(Store.prototype, 'notesNamed').mockImplementation(function (this: Store, ids) {
    read += ids.length;
    return notesNamed.call(this, ids);
  });
  await page.showScreen(edition());
  expect(text()).toContain('Looking through the notes: 500 of 2,000');
  expect(all('article').length).toBeGreaterThan(0);
  expect(all('article').length).toBeLessThanOrEqual(101);
  // One page, then for the review and each group the notes whose cards stand there.
  expect(read).toBeLessThanOrEqual(500 + 1 + 2 * 50);

  goOn();
  await settle();
  await vi.waitFor(async () => {
    await settle();
    expect(text()).not.toContain('Looking through');
  });
  const counts = /([\d,]+) placed, ([\d,]+) changed, ([\d,]+) orphans?, ([\d,]+) retired/.exec(text());
  expect(counts?.slice(1).reduce((sum, each) => sum + Number(each.replaceAll(',', '')), 0)).toBe(COUNT);
});

test('a protocol shows the notes that fit it no more by fifties too', async () => {
  await page.showReader();
  expect(all('article').length).toBe(50);
  await click(button('Show 50 more notes'));
  expect(all('article').length).toBe(100);
});

test('a group shows its notes by fifties, each with its words', async () => {
  await page.showScreen(edition());
  const retired = (): number => all('[data-status="retired"]').length;
  await vi.waitFor(async () => {
    await settle();
    expect(retired()).toBe(20);
  });
  expect(text()).toContain('Words 1900.');
  // What is asked or written in one card stays while another leaves the list.
  const [first, ...others] = all('[data-status="retired"]');
  await click(button('Put back as draft', first));
  await vi.waitFor(async () => {
    await settle();
    expect(retired()).toBe(19);
  });
  expect(others.every((card) => card.isConnected)).toBe(true);
  await click(button('Next'));
  expect(text()).toContain('Words 1.');
});
