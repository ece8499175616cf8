// @vitest-environment jsdom
import './fake-bridge';
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import { remembered } from './fake-bridge';
import { Page, all, beside, button, click, edition, field, one, press, settle, text, type, writeNote } from './page';
import { dump } from '../store/note-fixtures';

let page = new Page();

afterEach(async () => {
  await page.end();
  page = new Page();
  remembered.settings = SHIPPED_SETTINGS;
});

const VERSION = ['version: 1.0.0', 'version: 2.0.0'] as const;
const CHANGED = edition(VERSION, ['usual: 8.5 mg/kg, max', 'usual: 8.6 mg/kg, max']);
const GONE = edition(VERSION, ['id: words', 'id: terms']);

function select(label: string): HTMLSelectElement {
  const found = all('label').find((candidate) => (candidate.textContent ?? '').startsWith(label));
  const control = found?.querySelector('select');
  if (control === null || control === undefined) throw new Error(`no list ${label}`);
  return control;
}

async function choose(label: string, value: string): Promise<void> {
  const control = select(label);
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(control, value);
  await act(async () => control.dispatchEvent(new Event('change', { bubbles: true })));
}

/** The present row of the one note there is. */
async function note(): Promise<Record<string, unknown>> {
  const [row] = (await dump(page.factory))['notes'] ?? [];
  return row as Record<string, unknown>;
}

test('keeps a changed note on its block when a named person says so, and records it', async () => {
  await page.showReader();
  await writeNote('dose-iv', 'Check the pump.');
  await page.showScreen(CHANGED);
  expect(text()).toContain('0 placed, 1 changed, 0 orphans');
  expect(one('del').textContent).toContain('8.5\u00A0mg\u00A0per\u00A0kg');
  expect(one('ins').textContent).toContain('8.6\u00A0mg\u00A0per\u00A0kg');
  await click(button('Keep here'));
  await type(field('Your name'), '');
  await click(button('Keep here'));
  expect(text()).toContain('Enter your name or initials');
  await type(field('Your name'), 'CD');
  await click(button('Keep here'));
  expect(text()).toContain('1 placed, 0 changed, 0 orphans');
  expect(text()).toContain('Kept by CD from version 1.0.0 to 2.0.0');
  expect(await note()).toMatchObject({
    author: 'AB',
    status: 'draft',
    target: { version: '2.0.0' },
    review: {
      decision: 'kept',
      by: 'CD',
      from: { version: '1.0.0', blockId: 'dose-iv' },
      to: { version: '2.0.0', blockId: 'dose-iv' },
    },
  });
  expect((await dump(page.factory))['revisions']).toHaveLength(2);
});

test('a note in force stays in force when it is kept', async () => {
  await page.showReader();
  await writeNote('dose-iv', 'Check the pump.');
  await click(button('Put in force'));
  await type(field('Name of the person'), 'Dr. C');
  await click(button('Put in force'));
  await page.showScreen(CHANGED);
  await click(button('Keep here'));
  await type(field('Your name'), 'CD');
  await click(button('Keep here'));
  expect(await note()).toMatchObject({ status: 'active', approvedBy: 'Dr. C', review: { by: 'CD' } });
});

test('an edit in review stands on the present words, as a draft', async () => {
  await page.showReader();
  await writeNote('dose-iv', 'Check the pump.');
  await page.showScreen(CHANGED);
  await click(button('Edit'));
  await type(field('Note'), 'Check the pump twice.');
  await type(field('Your name'), 'EF');
  await click(button('Save note'));
  expect(text()).toContain('1 placed, 0 changed, 0 orphans');
  expect(await note()).toMatchObject({
    body: 'Check the pump twice.',
    status: 'draft',
    review: { decision: 'edited', by: 'EF' },
  });
});

test('finds an edit in review again after a crash, still as a review', async () => {
  await page.showReader();
  await writeNote('dose-iv', 'Check the pump.');
  await page.showScreen(CHANGED);
  await click(button('Edit'));
  await type(field('Note'), 'Check it twice.');
  await page.end();
  await page.showScreen(CHANGED);
  await click(button('Keep writing'));
  await click(button('Save note'));
  expect(await note()).toMatchObject({ target: { version: '2.0.0' }, review: { decision: 'edited' } });
});

test('an edit outside a review moves nothing', async () => {
  await page.showReader();
  await writeNote('words', 'Ask first.');
  await page.showReader(CHANGED);
  await click(button('Edit', beside('words')));
  await type(field('Note'), 'Ask twice.');
  await click(button('Save note'));
  expect(await note()).toMatchObject({ body: 'Ask twice.', target: { version: '1.0.0' } });
  expect(await note()).not.toHaveProperty('review');
});

test('moves an orphan only to the block a person chose, and offers close ones without choosing', async () => {
  await page.showReader();
  await writeNote('words', 'Ask the pharmacist.');
  await page.showScreen(GONE);
  expect(text()).toContain('0 placed, 0 changed, 1 orphan');
  expect(all('button').some((found) => found.textContent === 'Keep here')).toBe(false);
  await click(button('Move'));
  expect(text()).toContain('Nothing is moved by itself.');
  expect(button('Move here').disabled).toBe(true);
  expect(select('Block').value).toBe('');
  await click(button(/^Choose 5\.1/));
  expect(select('Block').value).toBe('terms');
  await choose('Block', 'dose-intro');
  await type(field('Your name'), 'CD');
  await click(button('Move here'));
  expect(text()).toContain('1 placed, 0 changed, 0 orphans');
  expect(await note()).toMatchObject({
    target: { blockId: 'dose-intro' },
    review: { decision: 'moved', by: 'CD', from: { blockId: 'words' }, to: { blockId: 'dose-intro' } },
  });
});

test('retires a note in review with the name of who did, and takes it back as a draft', async () => {
  await page.showReader();
  await writeNote('words', 'Ask the pharmacist.');
  await page.showScreen(GONE);
  await click(button('Retire'));
  await type(field('Your name'), 'CD');
  await click(button('Retire note'));
  expect(text()).toContain('0 placed, 0 changed, 0 orphans, 1 retired');
  expect(await note()).toMatchObject({ status: 'retired', review: { decision: 'retired', by: 'CD' } });
  await click(button('Put back as draft'));
  expect(text()).toContain('0 placed, 0 changed, 1 orphan');
  expect(await note()).not.toHaveProperty('review');
});

test('shows one note to review at a time, and no way to keep several', async () => {
  await page.showReader();
  await writeNote('dose-iv', 'First');
  await writeNote('dose-iv', 'Second');
  await writeNote('dose-iv', 'Third');
  await page.showScreen(CHANGED);
  expect(all('article')).toHaveLength(1);
  expect(text()).toContain('1 of 3');
  await click(button('Next'));
  expect(one('article').textContent).toContain('Second');
  await click(button('Keep here'));
  await type(field('Your name'), 'CD');
  await click(button('Keep here'));
  expect(text()).toContain('1 placed, 2 changed, 0 orphans');
  expect(text()).toContain('2 of 2');
  await click(button('Previous'));
  expect(all('article').map((card) => card.dataset['anchor'])).toEqual(['changed', 'placed']);
});

test('leaves a decision with Escape, and nothing has changed', async () => {
  await page.showReader();
  await writeNote('dose-iv', 'First');
  await page.showScreen(CHANGED);
  await click(button('Move'));
  await press(field('Your name'), 'Escape');
  expect(all('form')).toEqual([]);
  expect((await dump(page.factory))['revisions']).toHaveLength(1);
});

test('saves what a note is for, its tags and its links, and shows them', async () => {
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  await type(field('Note'), 'Two nurses.');
  expect(one('details').hasAttribute('open')).toBe(false);
  await choose('What the note is for', 'warning');
  await type(field('Tags'), 'pump, room 2, pump');
  await choose('Link to a block', 'dose-iv');
  await click(button('Add link'));
  await choose('Link to a block', 'words');
  await click(button('Add link'));
  await click(button(/^Remove the link to 5/));
  await type(field('Your name'), 'AB');
  await click(button('Save note'));
  const card = one('article');
  expect(card.dataset['kind']).toBe('warning');
  expect(card.textContent).toContain('Warning');
  expect(card.textContent).toContain('Tags: pump, room 2');
  expect([...card.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['See 2.2 Examplamine infusion', '#/p/exa-session@1.0.0/dose-iv'],
  ]);
  expect(await note()).toMatchObject({
    kind: 'warning',
    tags: ['pump', 'room 2'],
    links: [{ protocolId: 'exa-session', blockId: 'dose-iv' }],
  });
  await click(button('Put in force'));
  await type(field('Name of the person'), 'Dr. C');
  await click(button('Put in force'));
  expect(await note()).toMatchObject({ status: 'active', kind: 'warning', tags: ['pump', 'room 2'] });
  await click(button('Edit'));
  await choose('What the note is for', 'stock');
  await click(button('Save note'));
  expect(await note()).toMatchObject({ status: 'draft', kind: 'stock', body: 'Two nurses.' });
});

test('shows every earlier state, compares it with the present one and takes its words back', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'Give 5 mg.');
  await click(button('Edit'));
  await type(field('Note'), 'Give 10 mg.');
  await click(button('Save note'));
  const history = one('details');
  history.setAttribute('open', '');
  await act(async () => history.dispatchEvent(new Event('toggle')));
  await settle();
  expect(all('[data-revision-status]')).toHaveLength(2);
  expect(all('[data-revision-status]')[0]?.textContent).toContain('as it stands');
  await click(button('Compare with now'));
  expect([one('del').textContent, one('ins').textContent]).toEqual(['5\u00A0mg', '10\u00A0mg']);
  await click(button('Take these words back'));
  expect(field('Note').value).toBe('Give 5 mg.');
  await click(button('Save note'));
  expect(one('article').textContent).toContain('Give 5 mg.');
  expect((await dump(page.factory))['revisions']).toHaveLength(3);
});
