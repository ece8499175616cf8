// @vitest-environment jsdom
import { type ReactElement, act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Note } from '../../../protocols/notes/note';
import { SearchIndex } from '../../../protocols/search/search-index';
import type { Library } from '../../../renderer/app/library';
import { LibraryProvider } from '../../../renderer/app/library-provider';
import { MESSAGES } from '../../../renderer/app/messages';
import { toNoteId, useSearchItems } from '../../../renderer/app/use-search-items';
import { NotesContext, type NotesState } from '../../../renderer/notes/notes-context';
import type { SearchClient } from '../../../renderer/search/search-client';
import type { SearchContent } from '../../../renderer/search/search-messages';
import type { NoteListener } from '../../../renderer/store/note-feed';

const CONTENT: SearchContent = { kind: 'documents', protocols: [] };
const LIBRARY: Promise<Library> = Promise.resolve({
  listing: { origin: 'folder', protocols: [], withheld: [] },
  open: () => Promise.resolve(undefined),
  openAll: () => Promise.resolve([]),
});

let root: Root;
let index: SearchIndex;
let hear: NoteListener;

const client: SearchClient = {
  load: () => Promise.resolve(),
  change: (change) => {
    index.removeItems(change.removeItems ?? []);
    index.putItems(change.putItems ?? []);
    return Promise.resolve();
  },
  search: () => Promise.resolve('stale'),
  close: () => undefined,
};

const followNotes = (listener: NoteListener): (() => void) => {
  hear = listener;
  return () => undefined;
};

function Items(): null {
  useSearchItems(client, CONTENT);
  return null;
}

function page(language: 'en' | 'fr'): ReactElement {
  // Of the notes only what is read here.
  const state = { store: { followNotes } } as unknown as NotesState;
  return (
    <IntlProvider locale={language} messages={MESSAGES[language]}>
      <NotesContext value={state}>
        <LibraryProvider library={LIBRARY}>
          <Items />
        </LibraryProvider>
      </NotesContext>
    </IntlProvider>
  );
}

function toNote(id: string, body: string, rest: Partial<Note> = {}): Note {
  const target = { protocolId: 'session', version: '1.0.0', sectionId: 'dosing', blockId: 'dose-iv' };
  return { id, body, author: 'L. Lead', status: 'draft', revision: `${id}-1`, target, ...rest } as Note;
}

async function tell(...notes: readonly Note[]): Promise<void> {
  await act(() => hear(notes));
}

const found = (query: string): { kind: string; itemId: string; blockId: string }[] =>
  index.search(query, 12).hits.map(({ kind, itemId, blockId }) => ({ kind, itemId, blockId }));

beforeEach(async () => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  globalThis.requestIdleCallback = (run) => setTimeout(run, 0);
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
  index = new SearchIndex();
  await act(async () => root.render(page('en')));
  await tell(toNote('one', 'Quokkavine pump checked by two nurses.'));
});

afterEach(() => act(async () => root.unmount()));

test('a note is found by its words and its author, with the block it stands beside', () => {
  const [hit] = found('quokkavine');
  expect(hit).toMatchObject({ kind: 'note', blockId: 'dose-iv' });
  expect(toNoteId(hit?.itemId ?? '')).toBe('one');
  expect(found('lead')).toHaveLength(1);
});

test('a new note is found at once, a changed one by its new words, and a retired one no more', async () => {
  await tell(toNote('two', 'Wombatol stands in the second fridge.'));
  expect(found('wombatol')).toHaveLength(1);
  await tell(toNote('one', 'Numbatine instead.', { revision: 'one-2' }), toNote('two', '', { status: 'retired' }));
  expect(found('numbatine')).toHaveLength(1);
  expect(found('quokkavine')).toEqual([]);
  expect(found('wombatol')).toEqual([]);
});

test.each([
  ['clinic name', 'clinic'],
  ['dark', 'theme'],
  ['couleurs', 'theme'],
  ['taille du texte', 'zoom'],
  ['langue', 'language'],
])('the setting for "%s" is found in either language', (query, field) => {
  expect(found(query)[0]).toMatchObject({ kind: 'setting', itemId: field });
});

test('settings are called by their names in the language on screen', async () => {
  await act(async () => root.render(page('fr')));
  expect(index.search('theme', 12).hits[0]).toMatchObject({ kind: 'setting', heading: 'Couleurs', title: 'Réglages' });
});

test('a setting shows what it can be set to in the language on screen, and no other', () => {
  expect(index.search('dark', 12).hits[0]?.snippet).toBe('As this computer, Light, Dark, Dim, High contrast');
});

test('a note shows the line that says what was asked', async () => {
  await tell(toNote('two', 'Fridge list.\n\nBettongine stands below.\nPotoroxol stands above.'));
  expect(index.search('potoroxol', 12).hits[0]).toMatchObject({
    heading: 'Fridge list.',
    snippet: 'Potoroxol stands above.',
  });
});
