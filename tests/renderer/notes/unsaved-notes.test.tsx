// @vitest-environment jsdom
import './fake-bridge';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { dump, hold, request } from '../store/note-fixtures';
import { Page, all, beside, button, click, edition, field, one, pause, press, settle, text, type } from './page';

let page = new Page();

afterEach(async () => {
  await page.end();
  page = new Page();
});

async function begin(blockId: string, body: string, author = 'AB'): Promise<void> {
  await click(button(/^Add note/, beside(blockId)));
  await type(field('Note', beside(blockId)), body);
  await type(field('Your name', beside(blockId)), author);
}

test('has typed words on the disk within a third of a second, before anything is saved', async () => {
  await page.showReader();
  await begin('dose-intro', 'Half a sent');
  await pause();
  const { drafts, notes } = await dump(page.factory);
  expect(drafts).toMatchObject([{ key: 'new/exa-session/dose-intro', body: 'Half a sent', author: 'AB' }]);
  expect(notes).toEqual([]);
  expect(text()).not.toMatch(/\bSaved\b/);
});

test('goes on keeping while typing goes on', async () => {
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  for (const words of ['O', 'On', 'One', 'One ', 'One w', 'One wo', 'One wor']) {
    await type(field('Note'), words);
    await pause(60);
  }
  expect((await dump(page.factory))['drafts']).toHaveLength(1);
});

test('offers unsaved words beside their block after a restart, and goes on with them', async () => {
  await page.showReader();
  await begin('dose-intro', 'Half a sent');
  await pause();
  await page.end();
  await page.showReader();
  expect(beside('dose-intro').textContent).toMatch(/Your unsaved note from \d\d:\d\d is here/);
  expect(beside('dose-intro').textContent).toContain('Half a sent');
  await click(button('Keep writing'));
  expect(field('Note').value).toBe('Half a sent');
  expect(document.activeElement).toBe(field('Note'));
  expect(text()).toMatch(/Your unsaved note from \d\d:\d\d is here\. Keep writing or discard\./);
  await type(field('Note'), 'Half a sentence.');
  await click(button('Save note'));
  expect(one('article').textContent).toContain('Half a sentence.');
  expect(text()).not.toContain('unsaved');
  expect((await dump(page.factory))['drafts']).toEqual([]);
});

test('opens "Add note" on unsaved words instead of over them', async () => {
  await page.showReader();
  await begin('dose-intro', 'Half a sent');
  await page.end();
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  expect(field('Note').value).toBe('Half a sent');
});

test('discards unsaved words only when asked twice', async () => {
  await page.showReader();
  await begin('dose-intro', 'Half a sent');
  await page.end();
  await page.showReader();
  await click(button('Discard'));
  expect(text()).toContain('11 characters will be lost');
  expect((await dump(page.factory))['drafts']).toHaveLength(1);
  await click(button('Discard'));
  expect(text()).not.toContain('Half a sent');
  expect((await dump(page.factory))['drafts']).toEqual([]);
});

test('finds the words of an edit again, and the saved note untouched', async () => {
  await page.showReader();
  await begin('dose-intro', 'Saved words');
  await click(button('Save note'));
  await click(button('Edit'));
  await type(field('Note'), 'Saved words and mo');
  await page.end();
  await page.showReader();
  expect(one('article').textContent).toContain('Saved words and mo'); // in the offer
  expect((await dump(page.factory))['notes']).toMatchObject([{ body: 'Saved words' }]);
  await click(button('Keep writing'));
  expect(field('Note').value).toBe('Saved words and mo');
});

test('keeps typed words through a walk to the Notes screen, which offers the same editor', async () => {
  await page.showReader();
  await begin('dose-intro', 'First words');
  await page.showScreen(edition());
  expect(text()).toContain('Not saved yet');
  expect(field('Note').value).toBe('First words');
  await type(field('Note'), 'First words, then more');
  await page.showReader();
  expect(field('Note', beside('dose-intro')).value).toBe('First words, then more');
});

test('says not saved when the disk gives no answer, keeps the words, and saves on the next try', async () => {
  page = new Page(new IDBFactory(), 0.2);
  await page.showReader();
  await begin('dose-intro', 'Words');
  await pause();
  const release = await hold(page.factory);
  await press(field('Note'), 'Enter', { ctrlKey: true });
  expect(one('[data-save]').dataset['save']).toBe('saving');
  expect(text()).not.toMatch(/\bSaved\b/);
  await pause();
  expect(one('[data-save]').dataset['save']).toBe('failed');
  expect(one('[role="alert"][data-tone="stop"]').textContent).toMatch(/^Not saved.*no answer within 0\.2 seconds/);
  expect(field('Note').value).toBe('Words');
  await release();
  await settle();
  // What the journal had by then comes after all, as the note itself; trying again makes no second one.
  const { drafts, notes } = await dump(page.factory);
  expect([...(drafts ?? []), ...(notes ?? [])]).toMatchObject([{ body: 'Words' }]);
  await click(button('Save note'));
  expect(one('[data-save]').dataset['save']).toBe('saved');
  expect(all('article')).toHaveLength(1);
});

test('says so when typed words cannot be kept', async () => {
  page = new Page(new IDBFactory(), 0.1);
  await page.showReader();
  const release = await hold(page.factory);
  await click(button(/^Add note/, beside('dose-intro')));
  await release();
  await settle();
  const again = await hold(page.factory);
  await type(field('Note'), 'Words');
  await pause(500);
  expect(text()).toContain('What you type is not being kept.');
  await again();
  await type(field('Note'), 'Words, more');
  await pause();
  expect(text()).not.toContain('What you type is not being kept.');
});

test('keeps words typed while a save is on its way to the disk', async () => {
  await page.showReader();
  await begin('dose-intro', 'Words');
  await pause();
  const release = await hold(page.factory);
  await click(button('Save note'));
  await type(field('Note'), 'Words, and more');
  await release();
  await settle();
  expect(field('Note').value).toBe('Words, and more');
  expect(one('[data-save]').dataset['save']).toBe('idle');
  expect(one('article').textContent).toContain('Words');
  await click(button('Save note'));
  expect((await dump(page.factory))['revisions']).toHaveLength(2);
  expect(all('article')).toHaveLength(1);
  expect(one('article').textContent).toContain('Words, and more');
});

test('keeps both texts when a note changed under an edit', async () => {
  await page.showReader();
  await begin('dose-intro', 'Old words');
  await click(button('Save note'));
  await click(button('Edit'));
  await type(field('Note'), 'Words of the edit');
  await page.end();
  await page.showReader();
  await click(button('Put in force'));
  await type(field('Name of the person'), 'Dr. C');
  await click(button('Put in force'));
  await click(button('Keep writing'));
  expect(text()).toContain('This note changed after you began. Saving keeps both texts.');
  await click(button('Save note'));
  expect(text()).toContain('Two texts of this note are kept');
  expect(one('article').textContent).toMatch(/Words of the edit.*Old words/);
});

test('keeps the words in the field and says so when the notes are taken away', async () => {
  await page.showReader();
  await begin('dose-intro', 'Words');
  await pause();
  await act(async () => {
    const newer = page.factory.open('handrail', 9990);
    (await request(newer)).close();
  });
  await settle();
  expect(text()).toContain('Notes are no longer open');
  expect(field('Note').value).toBe('Words');
  await click(button('Save note'));
  expect(one('[data-save]').dataset['save']).toBe('failed');
  expect(field('Note').value).toBe('Words');
});
