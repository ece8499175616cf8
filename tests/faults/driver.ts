import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, type Page, expect } from '@playwright/test';
import { type JournalEntry, decodeEntry } from '../../protocols/journal/entry';
import { decodeSegment } from '../../protocols/journal/segment';
import { IV, type PageBridge, go, searchReady, startElectron } from '../e2e/app';

/** `npm run test:faults` asks for the whole count; `npm test` runs a few of each with the same code. */
export const isFull = process.env['HANDRAIL_FAULTS'] === 'full';

/** How often a fault is brought about; HANDRAIL_FAULT_TIMES names another number, to look at one closely. */
export function times(few: number, many: number): number {
  return isFull ? Number.parseInt(process.env['HANDRAIL_FAULT_TIMES'] ?? String(many), 10) : few;
}

/** What `npm test` brings about of a kind of fault, and what `npm run test:faults` adds to it. */
export function sample<T>(few: readonly T[], more: readonly T[]): readonly T[] {
  return isFull ? [...few, ...more] : few;
}

export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

export async function start(data: string, ...args: readonly string[]): Promise<Started> {
  const app = await startElectron([`--user-data-dir=${data}`, ...args]);
  const page = await app.firstWindow();
  await searchReady(page);
  return { app, page };
}

/** Ends every process of the program as `kill -9` does, with no word to any of them. */
export async function kill({ app }: Pick<Started, 'app'>): Promise<void> {
  const child = app.process();
  const ended = child.exitCode !== null || new Promise((resolve) => child.once('exit', resolve));
  for (const pid of listTree(child.pid ?? 0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it ended by itself a moment ago
    }
  }
  await ended;
}

/** A process and all that came from it. */
export function listTree(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(join('/proc', name, 'stat'), 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // gone since the listing
    }
  }
  const tree = [root];
  for (let at = 0; at < tree.length; at += 1)
    for (const [pid, parent] of parents) if (parent === tree[at]) tree.push(pid);
  return tree;
}

/** Opens the place where notes are written. */
export async function openBlock(page: Page): Promise<void> {
  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('#dose-iv')).toBeFocused({ timeout: 15_000 });
}

/** Writes a note by hand; when it returns, the screen has said that it is saved. */
export async function writeNote(page: Page, words: string): Promise<void> {
  await page.locator('#dose-iv').focus();
  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.fill(words);
  const author = page.getByRole('textbox', { name: /name or initials/i });
  if ((await author.inputValue()) === '') await author.fill('L. Lead');
  await editor.press('Control+Enter');
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
}

const WORDS = /^Note (\d+) begins, and ends\.$/;

export function wordsOf(index: number): string {
  return `Note ${index} begins, and ends.`;
}

/** The numbers of the notes in the page's tables; fails on half a note, and waits until journal and tables agree. */
export async function readNotes(page: Page): Promise<readonly number[]> {
  await inStep(page);
  const bodies = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('handrail');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(new Error('not opened')));
    });
    const notes = await new Promise<{ body: string }[]>((resolve) => {
      const asked = database.transaction('notes').objectStore('notes').getAll();
      asked.addEventListener('success', () => resolve(asked.result as { body: string }[]));
    });
    database.close();
    return notes.map(({ body }) => body);
  });
  expect(bodies.filter((body) => !WORDS.test(body))).toEqual([]);
  return bodies.map((body) => Number(WORDS.exec(body)?.[1])).toSorted((a, b) => a - b);
}

/** Waits until the tables are as far as the journal, and answers how far that is. */
export async function inStep(page: Page): Promise<{ readonly sequence: number; readonly hash: string }> {
  const look = (): Promise<{ sequence: number; hash: string } | undefined> =>
    page.evaluate(async () => {
      const { bridge } = window as unknown as { bridge: PageBridge };
      const state = await bridge['journal:state']();
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open('handrail');
        asked.addEventListener('success', () => resolve(asked.result));
      });
      if (!database.objectStoreNames.contains('applied')) return database.close(), undefined;
      const applied = await new Promise<{ sequence: number; hash: string } | undefined>((resolve) => {
        const asked = database.transaction('applied').objectStore('applied').get('journal');
        asked.addEventListener('success', () => resolve(asked.result as { sequence: number; hash: string }));
      });
      database.close();
      if (!('sequence' in state)) return undefined;
      const at = applied ?? { sequence: 0, hash: '0'.repeat(64) };
      return at.hash === state.hash ? { sequence: at.sequence, hash: at.hash } : undefined;
    });
  let found: { sequence: number; hash: string } | undefined;
  await expect.poll(async () => (found = await look()) !== undefined, { timeout: 30_000, intervals: [100] }).toBe(true);
  return found ?? { sequence: 0, hash: '' };
}

/** A note as the journal is asked to hold it; `words` are those of its block. */
export function toNoteRecord(
  index: number,
  words = 'words of the block',
  body = wordsOf(index),
): { kind: string; body: object } {
  const at = '2026-11-22T14:02:00+01:00';
  const target = {
    protocolId: 'iv-ketamine-depression',
    version: '1.0.0',
    sectionId: 'dose',
    blockId: `block-${index % 50}`,
    blockHash: 'a'.repeat(64),
    blockText: words,
    heading: 'Dose',
  };
  const id = `note-${index}`;
  const state = { id, target, body, author: 'AB', status: 'draft', created: at, modified: at };
  return { kind: 'note', body: { revision: `revision-${index}`, noteId: id, parents: [], state } };
}

/** Puts notes into the journal past the screen, in large pieces: for journals no hand could write in a test. */
export async function appendNotes(page: Page, count: number, from = 0, blockText?: string): Promise<void> {
  for (let first = 0; first < count; first += 200) {
    const records = range(Math.min(200, count - first)).map((each) => toNoteRecord(from + first + each, blockText));
    await page.evaluate(async (some) => {
      const { bridge } = window as unknown as { bridge: PageBridge };
      const answer = await bridge['journal:append'](some);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    }, records);
  }
}

/** Everything the files of a journal hold, checked; fails where a file is damaged. */
export function readJournal(data: string): readonly JournalEntry[] {
  const folder = join(data, 'journal');
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return names.toSorted().flatMap((name) => {
    const segment = decodeSegment(readFileSync(join(folder, name), 'utf8'));
    if (segment.kind !== 'read' || segment.bad !== undefined) throw new Error(`${name}: ${JSON.stringify(segment)}`);
    return segment.entries;
  });
}

/** Entries that stand whole in a file, also where the file ends in half a line. */
export function countWhole(text: string): number {
  return text.split('\n').filter((line) => decodeEntry(line).ok).length;
}

export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Lets every dialog choose this file or folder. */
export async function answerDialogs({ app }: Started, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** Leaves a database as the program wrote it before there was a journal. */
export async function makeOldDatabase(page: Page, count: number): Promise<void> {
  // The program lets its own go when somebody asks for a change of form.
  await page.evaluate(async (wanted) => {
    const settled = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result));
        asked.addEventListener('error', () => reject(new Error('refused')));
      });
    await settled(indexedDB.deleteDatabase('handrail'));
    const asked = indexedDB.open('handrail', 10);
    asked.addEventListener('upgradeneeded', () => {
      const database = asked.result;
      database.createObjectStore('notes', { keyPath: 'id' }).createIndex('target.protocolId', 'target.protocolId');
      const revisions = database.createObjectStore('revisions', { keyPath: 'revision' });
      revisions.createIndex('noteId', 'noteId');
      revisions.createIndex('[writer+sequence]', ['writer', 'sequence'], { unique: true });
      database.createObjectStore('drafts', { keyPath: 'key' });
      database.createObjectStore('writers', { keyPath: 'writer' }).createIndex('self', 'self');
    });
    const database = await settled(asked);
    const transaction = database.transaction(['notes', 'revisions', 'writers'], 'readwrite', { durability: 'strict' });
    const at = '2026-11-22T14:02:00+01:00';
    for (let index = 0; index < wanted; index += 1) {
      const target = {
        protocolId: 'iv-ketamine-depression',
        version: '1.0.0',
        sectionId: 'dose',
        blockId: 'dose-iv',
        blockHash: 'a'.repeat(64),
        blockText: 'words of the block',
        heading: 'Dose',
      };
      const id = `note-${index}`;
      const body = `Note ${index} begins, and ends.`;
      const order = index + 1;
      const state = { id, target, body, author: 'AB', status: 'draft', created: at, modified: at, order };
      const revision = `revision-${index}`;
      transaction.objectStore('notes').put({ ...state, revision, writer: 'old', rivals: [] });
      transaction
        .objectStore('revisions')
        .put({ revision, noteId: id, parents: [], writer: 'old', sequence: order, state });
    }
    transaction.objectStore('writers').put({ writer: 'old', sequence: wanted, notes: wanted, self: 1 });
    await new Promise((resolve) => {
      transaction.addEventListener('complete', resolve);
    });
    database.close();
  }, count);
}
