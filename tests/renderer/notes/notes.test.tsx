// @vitest-environment jsdom
import './fake-bridge';
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import { journalOf } from '../../fixtures/memory-journal';
import { remembered } from './fake-bridge';
import {
  ABOUT,
  Page,
  Reader,
  all,
  beside,
  button,
  click,
  clickTwice,
  edition,
  field,
  one,
  press,
  text,
  type,
  writeNote,
} from './page';

let page = new Page();

afterEach(async () => {
  await page.end();
  page = new Page();
  remembered.settings = SHIPPED_SETTINGS;
});

test('keeps a note beside its block across a restart', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'Room 2 **only**.\n\n- one\n- two');
  expect(one('[data-save]').dataset['save']).toBe('saved');
  expect(one('[data-save]').textContent).toContain('Saved');
  await page.end();
  await page.showReader();
  const card = one('article');
  expect(beside('dose-intro').contains(card)).toBe(true);
  expect(card.getAttribute('aria-label')?.replaceAll('\u00A0', ' ')).toMatch(
    /^Clinic note 1, AB, \d\d [A-Z][a-z]{2} \d{4}$/,
  );
  expect(card.dataset).toMatchObject({
    anchor: 'placed',
    status: 'draft',
    noteId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(card.querySelector('strong')?.textContent).toBe('only');
  expect([...card.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['one', 'two']);
  expect(all('[data-save]')).toEqual([]);
});

test('a decision pressed twice is one decision', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'First');
  await click(button('Put in force', beside('dose-intro')));
  await type(field('Name of the person', beside('dose-intro')), 'CD');
  await clickTwice(button('Put in force', beside('dose-intro')));
  expect(one('article').dataset['status']).toBe('active');
  expect(text()).not.toContain('Two people changed this note');
  expect(journalOf(page.factory).entries.length).toBe(2);
});

test.each([
  [{ kind: 'read-only' }, 'le dossier de données ne peut pas être écrit'],
  [{ kind: 'in-use', owner: 'poste 2' }, 'un autre Handrail écrit dans le même dossier de données (poste 2)'],
  [{ kind: 'newer', found: 2, ours: 1 }, 'un Handrail plus récent a écrit le journal'],
] as const)('why the journal took nothing is said in the language of the screen: %o', async (failure, words) => {
  await page.show(<Reader protocol={edition()} />, { language: 'fr' });
  await click(button(/^Ajouter une note/, beside('dose-intro')));
  await type(field('Note', beside('dose-intro')), 'Ici');
  await type(field('Votre nom', beside('dose-intro')), 'AB');
  journalOf(page.factory).failure = failure;
  await click(button('Enregistrer la note', beside('dose-intro')));
  expect(one('[role="alert"][data-tone="stop"]').textContent).toContain(words);
  journalOf(page.factory).failure = undefined;
});

test('numbers notes across the protocol and keeps numbers when one is retired', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'First');
  await writeNote('mon-vitals', 'Second');
  await click(button('Retire', beside('dose-intro')));
  expect(text()).toContain('It leaves its block and stays on the Notes screen.');
  await click(button('Retire note', beside('dose-intro')));
  expect(all('article').map((card) => card.getAttribute('aria-label')?.slice(0, 13))).toEqual(['Clinic note 2']);
  await page.showScreen(edition());
  expect(all('article').map((card) => card.dataset['status'])).toEqual(['draft', 'retired']);
  expect(text()).toContain('1 placed, 0 changed, 0 orphans, 1 retired');
});

test('shows the preview exactly as the card will be', async () => {
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  const body = '> 160 mmHg: **stop**\n\n1. pump\n3. call\n\n+ 5 mg <b>x</b> [y](https://example.org)';
  await type(field('Note'), body);
  const preview = one('[aria-label="Preview"] > div:last-child').innerHTML;
  await type(field('Your name'), 'AB');
  await press(field('Note'), 'Enter', { ctrlKey: true });
  expect(preview).not.toBe('');
  expect(one('article').innerHTML).toContain(preview);
});

test('asks for a name and for words before it saves, and goes to the field', async () => {
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  await click(button('Save note'));
  expect(text()).toContain('Write the note before saving it');
  expect(document.activeElement).toBe(field('Note'));
  await type(field('Note'), 'Words');
  await click(button('Save note'));
  expect(text()).toContain('Enter your name or initials');
  expect(document.activeElement).toBe(field('Your name'));
  expect(one('[data-save]').dataset['save']).toBe('idle');
});

test('offers the last name again and remembers it', async () => {
  remembered.settings = { ...SHIPPED_SETTINGS, noteAuthor: 'CD' };
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  expect(field('Your name').value).toBe('CD');
  await type(field('Note'), 'Words');
  await type(field('Your name'), 'EF');
  await click(button('Save note'));
  expect(remembered.settings.noteAuthor).toBe('EF');
});

test('an edit is a draft again and keeps its number', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'Before');
  await click(button('Put in force'));
  await click(button('Put in force'));
  expect(text()).toContain('Enter the name of the person who puts it in force');
  await type(field('Name of the person'), 'Dr. C');
  await click(button('Put in force'));
  expect(one('article').dataset['status']).toBe('active');
  expect(text()).toContain('Put in force by Dr. C');
  await click(button('Edit'));
  expect(text()).toContain('Once saved it is a draft again');
  await type(field('Note'), 'After');
  await click(button('Save note'));
  expect(one('article').dataset['status']).toBe('draft');
  expect(one('article').textContent).toContain('After');
  expect(one('[data-save]').dataset['save']).toBe('saved');
});

test('Escape asks before words are lost, and closes an empty editor at once', async () => {
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  await press(field('Note'), 'Escape');
  expect(all('form')).toEqual([]);
  expect(document.activeElement).toBe(button(/^Add note/, beside('dose-intro')));
  await click(button(/^Add note/, beside('dose-intro')));
  await type(field('Note'), 'Words');
  await press(field('Note'), 'Escape');
  expect(text()).toContain('Discard this note? 5 characters will be lost.');
  await press(field('Note'), 'Escape');
  expect(field('Note').value).toBe('Words');
  expect(document.activeElement).toBe(field('Note'));
  await press(field('Note'), 'Escape');
  await click(button('Discard'));
  expect(all('form')).toEqual([]);
  await page.end();
  await page.showReader();
  expect(text()).not.toContain('unsaved');
});

test('says a caution over what looks like a patient, and saves all the same', async () => {
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  await type(field('Note'), 'MRN 4471923 did well');
  expect(text()).toContain('This looks like a patient’s record number');
  await type(field('Your name'), 'AB');
  await click(button('Save note'));
  expect(one('article').textContent).toContain('MRN 4471923');
});

test('refuses too long a paste with the limit named, and keeps what was there', async () => {
  await page.showReader();
  await click(button(/^Add note/, beside('dose-intro')));
  await type(field('Note'), 'Words');
  const paste = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(paste, { clipboardData: { getData: () => 'x'.repeat(10_000_000) } });
  await act(async () => field('Note').dispatchEvent(paste));
  expect(paste.defaultPrevented).toBe(true);
  await type(field('Note'), 'y'.repeat(20_001));
  expect(text()).toContain('A note holds at most 20,000 characters. This would make 20,001.');
  expect(field('Note').value).toBe('Words');
  await type(field('Note'), 'y'.repeat(20_000));
  expect(field('Note').value).toHaveLength(20_000);
});

test('shows a note whose block changed with both texts, in no margin', async () => {
  await page.showReader();
  await writeNote('dose-iv', 'Check the pump.');
  const next = edition(['version: 1.0.0', 'version: 2.0.0'], ['usual: 8.5 mg/kg, max', 'usual: 8.6 mg/kg, max']);
  await page.show(<Reader protocol={next} />);
  expect(text()).toContain('Notes to review');
  expect(beside('dose-iv').querySelector('article')).toBeNull();
  const card = one('article');
  expect(card.dataset['anchor']).toBe('changed');
  expect(card.textContent?.replaceAll('\u00A0', ' ')).toMatch(
    /version 1\.0\.0.*8\.5 mg per kg.*version 2\.0\.0.*8\.6 mg per kg/,
  );
  expect(card.textContent).not.toContain('Put in force');
});

test('says so when only what stands behind the words of a block changed', async () => {
  await page.showReader();
  await writeNote('contra-allergy', 'Ask twice.');
  await page.show(<Reader protocol={edition(['evidence: verified s2', 'evidence: recalled s2'])} />);
  expect(one('article').dataset['anchor']).toBe('changed');
  expect(text()).toContain('The words are the same.');
});

test('shows a note whose block is gone with its old words', async () => {
  await page.showReader();
  await writeNote('words', 'Ask the pharmacist.');
  const next = edition(['version: 1.0.0', 'version: 2.0.0'], ['id: words', 'id: terms']);
  await page.showScreen(next);
  expect(one('article').dataset['anchor']).toBe('orphan');
  expect(text()).toContain('0 placed, 0 changed, 1 orphan');
  expect(text()).toContain('To review');
  expect(text()).toContain('An invented drug.');
  expect(text()).toContain('This block is not in version 2.0.0.');
  await page.showScreen();
  expect(one('article').dataset['anchor']).toBe('orphan');
  expect(text()).toContain('This protocol is not on this computer.');
});

test('lists every note once and links it to its block', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'A');
  await writeNote('dose-iv', 'B');
  await page.showScreen(edition());
  expect(text()).toContain('2 placed, 0 changed, 0 orphans');
  expect(all('article a').map((link) => link.getAttribute('href'))).toEqual([
    '#/p/exa-session@1.0.0/dose-intro',
    '#/p/exa-session@1.0.0/dose-iv',
  ]);
});

test('says what goes on the Notes screen while it is empty', async () => {
  await page.showScreen(edition());
  expect(text()).toContain('Open a protocol, select words or focus a block');
  expect(all('main a').map((link) => link.getAttribute('href'))).toEqual(['#/protocols']);
});

test('opens a note on the focused block by the keyboard, else says what to do first', async () => {
  await page.showReader();
  const shortcut = { code: 'KeyM', ctrlKey: true, shiftKey: true };
  await press(document.body, 'M', shortcut);
  expect(text()).toContain('Select words or focus a block first');
  one('[data-block-id="dose-iv"]').focus();
  await press(document.body, 'M', shortcut);
  expect(text()).not.toContain('Select words or focus a block first');
  expect(beside('dose-iv').contains(document.activeElement)).toBe(true);
  expect(document.activeElement).toBe(field('Note'));
});

test('opens a note on the selected words and shows them on the card', async () => {
  await page.showReader();
  const words = one('[data-block-id="dose-intro"] p').firstChild;
  if (words === null) throw new Error('no words');
  const start = (words.textContent ?? '').indexOf('never above');
  getSelection()?.setBaseAndExtent(words, start, words, start + 'never ab'.length);
  await press(document.body, 'M', { code: 'KeyM', ctrlKey: true, shiftKey: true });
  await type(field('Note'), 'Agreed in the team.');
  await type(field('Your name'), 'AB');
  await click(button('Save note'));
  expect(one('article blockquote').textContent).toBe('never above');
  expect(one('article').dataset['anchor']).toBe('placed');
});

test('reads notes and changes none while the data folder is read-only', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'Words');
  await page.end();
  await page.show(<Reader protocol={edition()} />, {
    about: { ...ABOUT, dataFolder: { state: 'read-only', folder: '/data' } },
  });
  expect(one('article').textContent).toContain('Words');
  expect(all('article button').map((found) => found.textContent)).toEqual(['Back to the text']);
  expect(all('[data-notes-for] > button').every((found) => found.hasAttribute('disabled'))).toBe(true);
});

test('names the folder when notes cannot even be opened in it', async () => {
  vi.spyOn(page.factory, 'open').mockImplementation(() => {
    throw new DOMException('no access', 'InvalidAccessError');
  });
  await page.show(<Reader protocol={edition()} />, {
    about: { ...ABOUT, dataFolder: { state: 'read-only', folder: '/data' } },
  });
  expect(text()).toContain('The data folder /data cannot be written on this computer');
  expect(text()).toContain('Weigh the patient on the day.');
  await press(document.body, 'M', { code: 'KeyM', ctrlKey: true, shiftKey: true });
  expect(text()).toContain('Notes cannot be written at present.');
});

test('goes on reading when a newer program wrote the notes, and says which', async () => {
  const database = page.factory.open('handrail', 40);
  await new Promise((resolve) => {
    database.addEventListener('success', resolve);
  });
  database.result.close();
  await page.showReader();
  expect(text()).toContain('Notes were last used by a newer Handrail');
  expect(text()).toContain('form 4; this program knows form 3');
  expect(text()).toContain('Weigh the patient on the day.');
  expect((await page.factory.databases())[0]?.version).toBe(40);
});

test('speaks French', async () => {
  await page.showReader();
  await writeNote('dose-intro', 'Mots');
  await page.show(<Reader protocol={edition()} />, { language: 'fr' });
  expect(one('article').getAttribute('aria-label')).toMatch(/^Note de la clinique 1, AB, /);
  expect(text()).toContain('Brouillon');
});
