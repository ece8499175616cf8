import { type ReactElement, act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import type { SearchHit, SearchOptions } from '../../../protocols/search/answer';
import type { Protocol } from '../../../protocols/schema/protocol';
import { SearchIndex } from '../../../protocols/search/search-index';
import { MESSAGES } from '../../../renderer/app/messages';
import { SearchBox } from '../../../renderer/search/search-box';
import type { SearchClient, SearchResult } from '../../../renderer/search/search-client';

/** A worker that answers only when told to, so that a test can press keys before the results are there. */
export class HeldClient implements SearchClient {
  readonly #index: SearchIndex;
  #asked: { query: string; limit: number; options: SearchOptions; settle: (result: SearchResult) => void } | undefined;

  constructor(documents: readonly Protocol[]) {
    this.#index = new SearchIndex(documents);
  }
  load(): Promise<void> {
    return Promise.resolve();
  }
  change(): Promise<void> {
    return Promise.resolve();
  }
  search(query: string, limit: number, options: SearchOptions = {}): Promise<SearchResult> {
    this.#asked?.settle('stale');
    return new Promise((settle) => {
      this.#asked = { query, limit, options, settle };
    });
  }
  close(): void {
    this.#asked = undefined;
  }
  answer(): Promise<void> {
    return act(async () => {
      const asked = this.#asked;
      this.#asked = undefined;
      if (asked !== undefined) {
        const { query, limit, options } = asked;
        asked.settle(this.#index.search(query, limit, { ...options, today: '2026-11-22' }));
      }
      await Promise.resolve();
    });
  }
}

type Given = Partial<Parameters<typeof SearchBox>[0]>;

/** A page that holds nothing but the search box and something else to focus. */
export class BoxPage {
  readonly client: HeldClient;
  readonly opened: SearchHit[] = [];
  readonly #documents: readonly Protocol[];
  readonly #root: Root;

  constructor(documents: readonly Protocol[]) {
    globalThis.IS_REACT_ACT_ENVIRONMENT = true;
    document.body.innerHTML = '<div id="root"></div>';
    this.#root = createRoot(document.getElementById('root')!);
    this.#documents = documents;
    this.client = new HeldClient(documents);
  }

  /** `content: undefined` is while the documents are still being read. */
  show(given: Given = {}, language: 'en' | 'fr' = 'en'): Promise<void> {
    return act(async () => this.#root.render(this.#page(given, language)));
  }

  #page(given: Given, language: 'en' | 'fr'): ReactElement {
    return (
      <IntlProvider locale={language} messages={MESSAGES[language]}>
        <button type="button">Elsewhere</button>
        <SearchBox
          content={{ kind: 'documents', protocols: this.#documents }}
          client={this.client}
          onOpen={(hit) => this.opened.push(hit)}
          {...given}
        />
      </IntlProvider>
    );
  }

  close(): Promise<void> {
    return act(async () => this.#root.unmount());
  }
}

export const box = (): HTMLInputElement => document.querySelector<HTMLInputElement>('[role=combobox]')!;
export const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=listbox] [role=option]')];
export const active = (): HTMLElement[] =>
  options().filter((option) => option.getAttribute('aria-selected') === 'true');
export const button = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll('button')].find(
    (element) => (element.getAttribute('aria-label') ?? element.textContent) === name,
  );

export async function type(text: string): Promise<void> {
  await act(async () => {
    box().focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box(), text);
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export async function press(key: string, target: Element = box(), modifiers: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  });
}

export async function click(element: HTMLElement | undefined): Promise<void> {
  await act(async () => element?.click());
}
