// @vitest-environment jsdom
import { type ReactElement, act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SearchHit } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import { MESSAGES } from '../../../renderer/app/messages';
import { SearchBox } from '../../../renderer/search/search-box';
import type { SearchClient, SearchResult } from '../../../renderer/search/search-client';
import { invent, inventDose } from '../../protocols/search/invented-documents';

const documents = [
  invent({
    id: 'session',
    title: 'Examplamine session',
    status: 'draft',
    body: `# Dose {#dosing}\n\n${inventDose('dose-iv', 'examplamine', 'intravenous')}\n# Sedation {#sedation}\n\nWatch the patient. {#watch verified s1}\n\n${Array.from({ length: 15 }, (_, n) => `# Reading ${n} {#reading-${n}}\n\nA reading.\n\n`).join('')}`,
  }),
];

/** A worker that answers only when told to, so that a test can press keys before the results are there. */
class HeldClient implements SearchClient {
  readonly #index = new SearchIndex(documents);
  #asked: { query: string; limit: number; settle: (result: SearchResult) => void } | undefined;

  load(): Promise<void> {
    return Promise.resolve();
  }
  change(): Promise<void> {
    return Promise.resolve();
  }
  search(query: string, limit: number): Promise<SearchResult> {
    this.#asked?.settle('stale');
    return new Promise((settle) => {
      this.#asked = { query, limit, settle };
    });
  }
  close(): void {
    this.#asked = undefined;
  }
  answer(): Promise<void> {
    return act(async () => {
      const asked = this.#asked;
      this.#asked = undefined;
      if (asked !== undefined) asked.settle(this.#index.search(asked.query, asked.limit, { today: '2026-11-22' }));
      await Promise.resolve();
    });
  }
}

let root: Root;
let client: HeldClient;
let opened: SearchHit[];

function page(language: string, protocols: typeof documents | undefined): ReactElement {
  return (
    <IntlProvider locale={language} messages={MESSAGES[language === 'fr' ? 'fr' : 'en']}>
      <button type="button">Elsewhere</button>
      <SearchBox
        content={protocols && { kind: 'documents', protocols }}
        client={client}
        onOpen={(hit) => opened.push(hit)}
      />
    </IntlProvider>
  );
}

async function show(language = 'en'): Promise<void> {
  await act(async () => root.render(page(language, documents)));
}

/** The documents are still being read. */
async function showUnread(): Promise<void> {
  await act(async () => root.render(page('en', undefined)));
}

const box = (): HTMLInputElement => document.querySelector<HTMLInputElement>('[role=combobox]')!;
const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=listbox] [role=option]')];
const active = (): HTMLElement[] => options().filter((option) => option.getAttribute('aria-selected') === 'true');
const button = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll('button')].find((element) => element.textContent === name);

async function type(text: string): Promise<void> {
  await act(async () => {
    box().focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box(), text);
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(key: string, target: Element = box(), modifiers: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  });
}

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
  client = new HeldClient();
  opened = [];
});

afterEach(async () => {
  await act(async () => root.unmount());
});

describe('the box', () => {
  test.each([
    ['en', 'Search', 'Search results'],
    ['fr', 'Rechercher', 'Résultats de la recherche'],
  ])('and its results are named in %s', async (language, name, results) => {
    await show(language);
    await type('sedation');
    await client.answer();
    expect(box().getAttribute('aria-label')).toBe(name);
    expect(document.querySelector('[role=listbox]')?.getAttribute('aria-label')).toBe(results);
    expect(document.getElementById(box().getAttribute('aria-controls') ?? '')).toBe(
      document.querySelector('[role=listbox]'),
    );
    expect(document.getElementById(box().getAttribute('aria-activedescendant') ?? '')).toBe(options()[0]);
  });

  test('takes the focus from anywhere with Ctrl+K, its text selected, and gives it back', async () => {
    await show();
    await type('sedation');
    await client.answer();
    const elsewhere = button('Elsewhere');
    await act(async () => elsewhere?.focus());
    expect(options()).toEqual([]); // leaving closes the panel
    await press('k', document.body, { code: 'KeyK', ctrlKey: true });
    expect(document.activeElement).toBe(box());
    expect([box().selectionStart, box().selectionEnd]).toEqual([0, 'sedation'.length]);
    expect(options().length).toBeGreaterThan(0);
    await press('Escape');
    expect(options()).toEqual([]);
    expect(box().value).toBe('sedation');
    await press('Escape');
    expect(box().value).toBe('');
    expect(document.activeElement).toBe(elsewhere);
  });
});

describe('what opens', () => {
  test('Enter opens the first result of exactly the typed text, also when pressed before it is there', async () => {
    await show();
    await type('seda');
    await client.answer();
    await type('examplamine iv');
    expect(active()).toEqual([]); // the rows of the text before are not offered to Enter
    await press('Enter');
    expect(opened).toEqual([]);
    await client.answer();
    expect(opened.map(({ blockId }) => blockId)).toEqual(['dose-iv']);
  });

  test('typing on takes back an Enter that was waiting', async () => {
    await show();
    await type('examplamine i');
    await press('Enter');
    await type('examplamine iv');
    await client.answer();
    expect(opened).toEqual([]);
    await press('Enter');
    expect(opened.map(({ blockId }) => blockId)).toEqual(['dose-iv']);
  });

  test('arrows, Home and End move; Enter and the pointer open that row', async () => {
    await show();
    await type('reading');
    await client.answer();
    const at = (): number => options().indexOf(active()[0]!);
    expect(at()).toBe(0);
    await press('ArrowDown');
    expect(at()).toBe(1);
    await press('End');
    expect(at()).toBe(options().length - 1);
    await press('ArrowDown');
    expect(at()).toBe(options().length - 1);
    await press('Home');
    await press('ArrowUp');
    expect(at()).toBe(0);
    const third = options()[2];
    await act(async () => third?.click());
    expect(opened[0]).toMatchObject({ sectionId: third?.dataset['sectionId'] });
    expect(options()).toEqual([]);
  });

  test('nothing found opens nothing, and offers the closest names', async () => {
    await show();
    await type('exampalmine');
    await press('Enter');
    await client.answer();
    expect(opened).toEqual([]);
    expect(document.body.textContent).toContain('Nothing matches "exampalmine".');
    await act(async () => button('examplamine')?.click());
    expect(box().value).toBe('examplamine');
    expect(document.activeElement).toBe(box());
    await client.answer();
    expect(options().length).toBeGreaterThan(0);
    expect(opened).toEqual([]);
  });
});

describe('a row', () => {
  test('says where it leads for scripts, what matched, and that the document is a draft', async () => {
    await show();
    await type('somnolence');
    await client.answer();
    const [row] = options();
    expect(Object.fromEntries(Object.entries(row?.dataset ?? {}))).toEqual({
      protocolId: 'session',
      version: '1.0.0',
      sectionId: 'sedation',
      blockId: '',
      kind: 'section',
    });
    expect(row?.textContent).toContain('Examplamine session');
    expect(row?.textContent).toContain('Draft');
    expect(row?.textContent).toContain('sedation for somnolence');
    expect(row?.querySelector('mark')?.textContent).toBe('Sedation');
  });

  test('never hides that a word was mended', async () => {
    await show();
    await type('sedattion');
    await client.answer();
    expect(options()[0]?.textContent).toContain('No match for sedattion. Showing sedation');
  });

  test('is one of at most twelve until all are asked for', async () => {
    await show();
    await type('reading');
    await client.answer();
    expect(options()).toHaveLength(12);
    await act(async () => button('Show all 15 results')?.click());
    await client.answer();
    expect(options()).toHaveLength(15);
    expect(document.querySelector('[role=status]')?.textContent).toBe('15 results');
  });
});

test('says nothing of what is missing until the protocols have been read', async () => {
  await showUnread();
  await type('sedation');
  await client.answer();
  expect(document.body.textContent).not.toContain('Nothing matches');
  await show();
  await client.answer();
  expect(options().length).toBeGreaterThan(0);
});
