// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import '../notes/fake-bridge';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { ClinicDocumentRecord } from '../../../protocols/clinic-documents/clinic-document';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import type { Library } from '../../../renderer/app/library';
import { LibraryProvider } from '../../../renderer/app/library-provider';
import { SettingsProvider } from '../../../renderer/app/settings-provider';
import { ProceduresScreen } from '../../../renderer/procedures/procedures-screen';
import { journalOf } from '../../fixtures/memory-journal';
import { Page, all, button, click, clickTwice, field, one, pause, press, text, type } from '../notes/page';

const library: Library = {
  listing: { origin: 'shipped', protocols: [], withheld: [] },
  open: async () => undefined,
  openAll: async () => [],
};
const LIBRARY = Promise.resolve(library);

let page: Page;
let path: string;
beforeEach(() => {
  page = new Page();
  path = '/write';
});
afterEach(() => page.end());

function Screen(): ReactElement {
  return <Route path="/write/:id?">{({ id }) => <ProceduresScreen id={id} />}</Route>;
}

async function show(language: 'en' | 'fr' = 'en'): Promise<void> {
  const location = memoryLocation({ path, record: true });
  await page.show(
    <SettingsProvider first={{ ...SHIPPED_SETTINGS, language }}>
      <LibraryProvider library={LIBRARY}>
        <Router hook={location.hook}>
          <Screen />
        </Router>
      </LibraryProvider>
    </SettingsProvider>,
    { language },
  );
  await pause();
}

const saved = (): readonly ClinicDocumentRecord[] =>
  journalOf(page.factory)
    .entries.filter(({ kind }) => kind === 'clinic-document')
    .map(({ body }) => body as ClinicDocumentRecord);
const written = (): HTMLTextAreaElement => one('textarea') as HTMLTextAreaElement;

/** Forms come first; most of what is tried here is easier said in the text. */
async function asText(): Promise<void> {
  const choice = [...document.querySelectorAll<HTMLLabelElement>('label')].find(
    ({ textContent }) => textContent === 'As text',
  );
  await click(choice?.control ?? document.body);
}

async function begin(view: 'text' | 'form' = 'text'): Promise<void> {
  await show();
  await type(field('Title'), 'Recovery chair');
  await type(field('Your name'), 'A. Writer');
  await type(field('Your role'), 'nurse');
  await click(button('Begin'));
  await pause();
  if (view === 'text') await asText();
}

async function write(words: string): Promise<void> {
  await type(written(), words);
  await pause();
}

async function approve(name: string): Promise<void> {
  await type(field('Name of who approves'), name);
  await type(field('Role, for example'), 'chief');
  await clickTwice(button('Approve version 1.0.0'));
}

test('a procedure begins as a sound draft, saved at once under an id of its own', async () => {
  await begin();
  expect(saved()).toMatchObject([{ id: 'own-recovery-chair', version: '1.0.0', state: 'draft', author: 'A. Writer' }]);
  expect(one('h1').textContent).toBe('Recovery chair');
  expect(text()).toContain('No problem found.');
});

test('nothing is begun without a title, a name and a role', async () => {
  await show();
  await click(button('Begin'));
  expect(one('[role="alert"]').textContent).toContain('Nothing was begun');
  expect(saved()).toEqual([]);
});

test('a problem is told while it is written, with its line, and a press goes there; mended, it goes', async () => {
  await begin();
  const sound = written().value;
  await write(sound.replace('status: draft', 'status: drafty'));
  expect(text()).toContain('1 problem keeps this from being shown');
  const line = sound.split('\n').findIndex((each) => each.startsWith('status:')) + 1;
  await click(button(`Line ${line}`));
  expect(document.activeElement).toBe(written());
  expect(written().value.slice(written().selectionStart, written().selectionEnd)).toBe('status: drafty');
  expect(all('button').map(({ textContent }) => textContent)).not.toContain('Approve');
  await write(sound);
  expect(text()).toContain('No problem found.');
});

test('what is easily misread is advice, beside a text without a problem', async () => {
  await begin();
  await write(written().value.replace('Say the answer first', 'Give .5 mg QD, say the answer first'));
  expect(one('[data-rule="bare-decimal"]').textContent).toContain('.5');
  expect(text()).toContain('No problem found.');
});

test('a draft with problems is saved as a draft', async () => {
  await begin();
  await write(written().value.replace('status: draft', 'status: drafty'));
  await press(written(), 'Enter', { ctrlKey: true });
  expect(saved().at(-1)).toMatchObject({ state: 'draft', version: '1.0.0' });
  expect(saved().at(-1)?.text).toContain('status: drafty');
  expect(one('form[data-save]').dataset['save']).toBe('saved');
});

test('a save that fails says so and leaves every word in the field', async () => {
  await begin();
  await write(`${written().value}\nMore.`);
  journalOf(page.factory).failure = { kind: 'full' };
  await click(button('Save draft'));
  expect(one('form[data-save]').dataset['save']).toBe('failed');
  expect(text()).toContain('Not saved. The text is still here.');
  expect(written().value).toContain('More.');
  expect(saved()).toHaveLength(1);
});

test('a draft that a backup brought is offered beside the one saved here, and taken by a press only', async () => {
  await begin();
  const ours = written().value;
  const theirs = ours.replace('Recovery chair', 'Recovery armchair');
  await page.end();
  const body = { ...saved().at(-1), text: theirs, author: 'C. Elsewhere' };
  const origin = { writer: 'another', sequence: 7, hash: 'b'.repeat(64) };
  await journalOf(page.factory).append([{ kind: 'clinic-document', body, origin }]);
  path = '/write/own-recovery-chair';
  await show();
  await asText();
  expect(written().value).toBe(ours);
  expect(text()).toContain('A backup brought another draft of this procedure, saved by C. Elsewhere');
  await write(`${ours}\nMore.`);
  expect(text()).toContain('Save what is typed here before you write on from the other draft.');
  await write(ours);
  await click(button('Write on from the other draft'));
  expect(written().value).toBe(theirs);
  await click(button('Go back to what was saved'));
  expect(written().value).toBe(ours);
  await click(button('Write on from the other draft'));
  await click(button('Save draft'));
  await pause();
  expect(saved().at(-1)).toMatchObject({ text: theirs, author: 'A. Writer' });
  expect(text()).not.toContain('A backup brought another draft');
});

test('words typed and not saved are there again after a crash, and one press goes back to what was saved', async () => {
  await begin();
  const before = written().value;
  await write(`${before}\nStill typing.`);
  await page.end();
  path = '/write/own-recovery-chair';
  await show();
  await asText();
  expect(written().value).toBe(`${before}\nStill typing.`);
  expect(text()).toContain('These words were typed');
  await click(button('Go back to what was saved'));
  expect(written().value).toBe(before);
});

test('the only author cannot approve; approved by another person the version is closed, and the next one begins', async () => {
  await begin();
  await click(button('Approve'));
  await approve('A. Writer');
  expect(text()).toContain('A. Writer is the only author, so nothing was approved.');
  expect(saved()).toHaveLength(1);
  await approve('B. Chief');
  await pause();
  expect(saved().at(-1)).toMatchObject({ state: 'approved', version: '1.0.0', author: 'B. Chief' });
  // Pressed twice, it is released once.
  expect(saved().filter(({ state }) => state === 'approved').length).toBe(1);
  expect(saved().at(-1)?.text).toContain('status: active');
  expect(text()).toContain('Version 1.0.0 is approved');
  expect(all('textarea')).toEqual([]);

  await click(button('Begin the next version'));
  await pause();
  await asText();
  expect(written().value).toContain('version: 1.0.1');
  expect(written().value).toContain('supersedes: own-recovery-chair@1.0.0');
  // Words change, so the change has to be named; the checker of releases says it here.
  await write(written().value.replace('Say the answer first', 'Say it second'));
  expect(text()).toMatch(/was removed|is gone|does not name/);
});

test('what is released is taken out of use by a named person with a reason, and taken up again by an approval', async () => {
  await begin();
  await click(button('Approve'));
  await approve('B. Chief');
  await pause();
  await click(button('Take out of use'));
  const form = one('form[aria-labelledby="retire"]');
  await type(field('Name of who answers', form), 'C. Chief');
  await click(button('Take out of use', form));
  expect(text()).toContain('Enter the name and the reason. Nothing was taken out of use.');
  expect(saved().at(-1)?.state).toBe('approved');
  await type(field('Reason', form), 'The room is gone.');
  await click(button('Take out of use', form));
  await pause();
  expect(saved().at(-1)).toMatchObject({
    state: 'retired',
    version: '1.0.0',
    author: 'C. Chief',
    reason: 'The room is gone.',
  });
  expect(text()).toContain('Version 1.0.0 is retired and not in force');
  expect(text()).toMatch(/Taken out of use by C\. Chief, .*: The room is gone\./);
  expect(all('button').map(({ textContent }) => textContent)).not.toContain('Take out of use');

  await click(button('Begin the next version'));
  await pause();
  await click(button('Approve'));
  await type(field('Name of who approves'), 'B. Chief');
  await type(field('Role, for example'), 'chief');
  await click(button('Approve version 1.0.1'));
  await pause();
  expect(text()).toContain('Version 1.0.1 is approved');
  expect(text()).not.toContain('not in force');
});

test('what is approved without having been saved is saved as a draft first, and nothing of it is left unsaved', async () => {
  await begin();
  await write(written().value.replace('Say the answer first', 'Say it first'));
  await click(button('Approve'));
  await approve('B. Chief');
  await pause();
  expect(saved().map(({ state, author }) => [state, author])).toEqual([
    ['draft', 'A. Writer'],
    ['draft', 'A. Writer'],
    ['approved', 'B. Chief'],
  ]);
  expect(saved().at(-1)?.text).toContain('Say it first');
  expect(all('textarea')).toEqual([]);
});

test('speaks French', async () => {
  await show('fr');
  expect(text()).toContain('Procédures propres à la clinique');
  expect(button('Commencer').textContent).toBe('Commencer');
});
