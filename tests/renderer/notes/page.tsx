import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { type ReactNode, act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { About } from '../../../protocols/contract/calls';
import type { Protocol } from '../../../protocols/schema/protocol';
import { toBlockWords } from '../../../protocols/anchoring/passages';
import { toNumbers } from '../../../protocols/text/numbering';
import { MESSAGES } from '../../../renderer/app/messages';
import { BlockNotes } from '../../../renderer/notes/block-notes';
import { NotesProvider } from '../../../renderer/notes/notes-provider';
import { NotesScreen } from '../../../renderer/notes/notes-screen';
import { UnplacedNotes } from '../../../renderer/notes/unplaced-notes';
import { useNoteShortcut } from '../../../renderer/notes/use-note-shortcut';
import { openStore } from '../../../renderer/store/store';
import { journalOf } from '../../fixtures/memory-journal';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const source = readFileSync('tests/fixtures/documents/exa-session/1.0.0.md', 'utf8');

/** The example document, with pieces of its source replaced as a later edition would have them. */
export function edition(...changes: readonly (readonly [from: string, to: string])[]): Protocol {
  const authored = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the example does not hold ${from}`);
    return before.replace(from, to);
  }, source);
  const result = compileProtocol(authored);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export const ABOUT: About = {
  version: '0.1.0',
  runtime: 'Electron 33.2.1',
  dataFolder: { state: 'writable', folder: '/data' },
  recovered: false,
  settingsReset: false,
};

/** A reader in small: each block in its place with its notes beside it. */
export function Reader({ protocol }: { protocol: Protocol }): ReactNode {
  useNoteShortcut(protocol);
  const numbers = toNumbers(protocol.sections);
  return (
    <>
      <UnplacedNotes protocol={protocol} />
      {protocol.sections.map((section) =>
        section.blocks.map((block) => (
          <div key={block.id}>
            <div data-block-id={block.id} tabIndex={-1}>
              <p>{toBlockWords(protocol, block).text}</p>
            </div>
            <BlockNotes protocol={protocol} block={block} sectionId={section.id} number={numbers.get(block.id) ?? ''} />
          </div>
        )),
      )}
    </>
  );
}

/** One window on one data folder; `restart` is another start of the program on the same folder. */
export class Page {
  readonly factory: IDBFactory;
  readonly #seconds: number;
  #root: Root | undefined;

  constructor(factory: IDBFactory = new IDBFactory(), seconds = 1) {
    this.factory = factory;
    this.#seconds = seconds;
  }

  async show(
    content: ReactNode,
    { about = ABOUT, language = 'en' }: { about?: About; language?: 'en' | 'fr' } = {},
  ): Promise<void> {
    if (this.#root === undefined) {
      document.body.replaceChildren(document.createElement('div'));
      this.#root = createRoot(document.body.children[0] ?? document.body);
    }
    const root = this.#root;
    await act(async () =>
      root.render(
        <IntlProvider locale={language} messages={MESSAGES[language]}>
          <NotesProvider about={about} open={this.#open}>
            {content}
          </NotesProvider>
        </IntlProvider>,
      ),
    );
    await act(async () => this.#opened);
    await settle();
  }

  async showReader(protocol = edition()): Promise<void> {
    await this.show(<Reader protocol={protocol} />);
  }

  async showScreen(...protocols: readonly Protocol[]): Promise<void> {
    await this.show(<NotesScreen protocols={protocols} />);
  }

  /** The program ends as by a crash: nothing is asked, the page is gone. */
  async end(): Promise<void> {
    const root = this.#root;
    this.#root = undefined;
    await act(async () => root?.unmount());
    await settle();
  }

  #opened: ReturnType<typeof openStore> | undefined;
  readonly #open = (): ReturnType<typeof openStore> => {
    this.#opened = openStore({ journal: journalOf(this.factory), factory: this.factory, seconds: this.#seconds });
    return this.#opened;
  };
}

/** Lets what is due come to rest: the database, live queries, effects. Counted in turns, not in time, so that a busy machine changes nothing. */
export async function settle(): Promise<void> {
  let before: string;
  do {
    before = document.body.innerHTML;
    await act(async () => {
      for (let turn = 0; turn < 12; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  } while (document.body.innerHTML !== before);
}

/** Longer than typed words stay in memory alone. */
export async function pause(milliseconds = 350): Promise<void> {
  await act(async () => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  await settle();
}

export function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

export function one(selector: string): HTMLElement {
  const [found, ...others] = all(selector);
  if (found === undefined || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} of ${selector}`);
  return found;
}

export function text(): string {
  return (document.body.textContent ?? '').replaceAll('\u00A0', ' ');
}

/** The notes area of a block. */
export function beside(blockId: string): HTMLElement {
  return one(`[data-notes-for="${blockId}"]`);
}

export function button(name: string | RegExp, within: ParentNode = document): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].filter((candidate) => {
    const shown = candidate.getAttribute('aria-label') ?? candidate.textContent ?? '';
    return typeof name === 'string' ? shown === name : name.test(shown);
  });
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} buttons ${String(name)}`);
  return found[0];
}

export function field(label: string, within: ParentNode = document): HTMLInputElement | HTMLTextAreaElement {
  const labelled = [...within.querySelectorAll('label')].find((candidate) =>
    (candidate.textContent ?? '').startsWith(label),
  );
  const control = labelled?.control;
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return control;
  throw new Error(`no field ${label}`);
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
  await settle();
}

/** A button pressed twice before anything came of the first press. */
export async function clickTwice(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click();
    element.click();
  });
  await settle();
}

export async function type(control: HTMLInputElement | HTMLTextAreaElement, words: string): Promise<void> {
  const prototype = control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  await act(async () => {
    // As the browser does it: past React's own setter, so that React sees a change.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, words);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export async function press(element: EventTarget, key: string, init: KeyboardEventInit = {}): Promise<void> {
  await act(async () =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })),
  );
  await settle();
}

/** Opens the editor of a block, fills it and saves. */
export async function writeNote(blockId: string, body: string, author = 'AB'): Promise<void> {
  await click(button(/^Add note/, beside(blockId)));
  await type(field('Note', beside(blockId)), body);
  await type(field('Your name', beside(blockId)), author);
  await click(button('Save note', beside(blockId)));
}
