import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from '../../../main/journal/journal';
import { type PageBridge, expect, test } from '../../e2e/app';
import {
  answerDialogs,
  appendNotes,
  openBlock,
  range,
  readJournal,
  readNotes,
  start,
  toNoteRecord,
  wordsOf,
} from '../driver';

/** Longer than the program waits after the last save before it copies the journal. */
const COPIED_MS = 60_000;

function snapshotsOf(data: string): readonly string[] {
  try {
    return readdirSync(join(data, 'journal/snapshots')).filter((name) => name.endsWith('.gz'));
  } catch {
    return []; // none was taken yet
  }
}

/** The longest times, in milliseconds, in which main and the window had no turn for anybody. */
interface Held {
  readonly main: number;
  readonly frame: number;
}

/** A journal as a backup of another computer leaves it: everything in one file. */
async function takeOver(data: string, count: number): Promise<void> {
  const journal = new Journal({ folder: join(data, 'journal'), writable: true });
  const block = 'words of the block '.repeat(20);
  const records = range(count).map((index) => toNoteRecord(index, block, wordsOf(index).repeat(15)));
  const written = await journal.append(records);
  expect(written.ok).toBe(true);
  await journal.close();
}

test('S21: a copy of 5,000 notes that were taken over at once holds up neither main nor the keys', async ({
  folder,
}) => {
  test.setTimeout(300_000);
  const data = folder('typing');
  await takeOver(data, 5000);
  const { app, page } = await start(data);
  await openBlock(page);
  // The tables are filled from the journal first.
  await expect(page.getByRole('button', { name: /^Add note/ }).first()).toBeEnabled({ timeout: 60_000 });
  await page.locator('#dose-iv').focus();
  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.fill('Words');
  const watch = async (until: () => boolean): Promise<Held> => {
    const look = (): void => {
      const held = globalThis as unknown as { longest: number; watching: boolean };
      [held.longest, held.watching] = [0, true];
      let last = performance.now();
      const turn = (): void => {
        const now = performance.now();
        [held.longest, last] = [Math.max(held.longest, now - last), now];
        if (held.watching) setTimeout(turn, 1);
      };
      turn();
    };
    const end = (): number => {
      const held = globalThis as unknown as { longest: number; watching: boolean };
      held.watching = false;
      return held.longest;
    };
    await app.evaluate(look);
    await page.evaluate(look);
    do await editor.press('x');
    while (!until());
    return { main: await app.evaluate(end), frame: await page.evaluate(end) };
  };
  let keys = 0;
  const quiet = await watch(() => ++keys === 40);
  expect(snapshotsOf(data)).toEqual([]);
  const busy = await watch(() => snapshotsOf(data).length === 1);
  const said = [quiet, busy].map(
    ({ main, frame }) => `${Math.round(main)} ms in main, ${Math.round(frame)} ms in the window`,
  );
  test.info().annotations.push({ type: 'figures', description: `longest hold: ${said.join('; with the copy ')}` });
  expect(busy.main).toBeLessThan(1000);
  expect(busy.frame).toBeLessThan(1000);
  await expect(editor).toHaveValue(/^Wordsx{40,}$/);
  await app.close();
});

function segmentsOf(data: string): readonly string[] {
  return readdirSync(join(data, 'journal')).filter((name) => name.endsWith('.jsonl'));
}

test('S13: with the journal gone and its newest copy cut short or altered, the one before is used and the other named', async ({
  folder,
}) => {
  test.setTimeout(600_000);
  const whole = folder('copies');
  const first = await start(whole);
  await appendNotes(first.page, 20);
  await expect.poll(() => snapshotsOf(whole).length, { timeout: COPIED_MS }).toBe(1);
  await appendNotes(first.page, 20, 20);
  await expect.poll(() => snapshotsOf(whole).length, { timeout: COPIED_MS }).toBe(2);
  await first.app.close();
  const newest = snapshotsOf(whole).toSorted().at(-1) ?? '';
  const bytes = readFileSync(join(whole, 'journal/snapshots', newest));
  const altered = Buffer.from(bytes);
  altered.writeUInt8(altered.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1);
  const short = range(10).map((tenth) => bytes.subarray(0, (bytes.length * tenth) / 10));
  for (const damaged of [...short, altered]) {
    const data = folder('damaged');
    cpSync(whole, data, { recursive: true });
    // Without the tables too: only the copies are left.
    rmSync(join(data, 'IndexedDB'), { recursive: true });
    for (const name of segmentsOf(data)) rmSync(join(data, 'journal', name));
    writeFileSync(join(data, 'journal/snapshots', newest), damaged);
    const second = await start(data);
    expect(await readNotes(second.page)).toEqual(range(20));
    await expect(second.page.getByText(`Damaged copies not used: ${newest}.`)).toBeVisible();
    await second.app.close();
    expect(readJournal(data)).toHaveLength(20);
    rmSync(data, { recursive: true });
  }
});

test('S14: killed between writing a copy of the journal and naming it, nothing is lost and the rest is tidied', async ({
  folder,
}) => {
  test.setTimeout(180_000);
  const data = folder('naming');
  const first = await start(data);
  await appendNotes(first.page, 20);
  await expect.poll(() => snapshotsOf(data).length, { timeout: COPIED_MS }).toBe(1);
  await first.app.evaluate(() => {
    const files = process.getBuiltinModule('node:fs/promises');
    files.rename = (from, to) => {
      if (String(to).endsWith('.gz')) process.kill(process.pid, 'SIGKILL');
      return Promise.reject(new Error(`${String(from)} was to be a copy`));
    };
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  });
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  await appendNotes(first.page, 20, 20);
  await ended;
  const left = readdirSync(join(data, 'journal/snapshots'));
  expect(left.filter((name) => name.endsWith('.part'))).toHaveLength(1);
  expect(snapshotsOf(data)).toHaveLength(1);

  const second = await start(data);
  expect(await readNotes(second.page)).toEqual(range(40));
  await appendNotes(second.page, 1, 40);
  await second.app.close();
  expect(readdirSync(join(data, 'journal/snapshots'))).toEqual(snapshotsOf(data));
  expect(readJournal(data)).toHaveLength(41);
});

test('B1: a backup with a wrong passphrase, one bit flipped or its end gone is refused alike and restores nothing', async ({
  folder,
}) => {
  test.setTimeout(300_000);
  const passphrase = 'three rooms and a pump';
  const file = join(folder('backup'), 'notes.handrail-backup');
  const data = folder('from');
  const from = await start(data);
  await appendNotes(from.page, 30);
  await answerDialogs(from, file);
  const open = (given: string): Promise<unknown> =>
    from.page.evaluate(async (phrase) => {
      const { bridge } = window as unknown as { bridge: PageBridge };
      const answer = await bridge['backup:preview'](phrase);
      return answer.ok ? answer.value.entries : answer.error.kind;
    }, given);
  await from.page.evaluate(
    (given) => (window as unknown as { bridge: PageBridge }).bridge['backup:save'](given),
    passphrase,
  );
  const whole = readFileSync(file);
  expect(await open(passphrase)).toBe(30);
  expect(await open('another passphrase')).toBe('not-opened');
  for (const part of range(20)) {
    const altered = Buffer.from(whole);
    const at = Math.floor((whole.length * part) / 20);
    altered.writeUInt8(altered.readUInt8(at) ^ (1 << (part % 8)), at);
    writeFileSync(file, altered);
    expect([part, await open(passphrase)]).toEqual([part, 'not-opened']);
    writeFileSync(file, whole.subarray(0, at));
    expect([part, await open(passphrase)]).toEqual([part, 'not-opened']);
  }
  writeFileSync(file, whole);
  expect(await open(passphrase)).toBe(30);
  await from.app.close();
  expect(readJournal(data)).toHaveLength(30);
});
