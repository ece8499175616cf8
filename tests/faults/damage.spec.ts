import { chmodSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, go, test } from '../e2e/app';
import type { ChainPoint } from '../../protocols/journal/entry';
import { type Started, appendNotes, inStep, isFull, range, readJournal, readNotes, sample, start } from './driver';

const COUNT = isFull ? 5000 : 300;

/** Where Chromium keeps the page's database. */
function databaseOf(data: string): string {
  return join(data, 'IndexedDB/app_bundle_0.indexeddb.leveldb');
}

function filesOf(data: string, pattern: RegExp): string[] {
  return readdirSync(databaseOf(data))
    .filter((name) => pattern.test(name))
    .map((name) => join(databaseOf(data), name));
}

type Damage = readonly [string, (data: string) => void];

// One that opens as if nothing had ever been written, and one that does not open.
const DAMAGES: readonly Damage[] = sample<Damage>(
  [
    ['S5: the list of files emptied', (data) => filesOf(data, /^MANIFEST/).forEach((file) => truncateSync(file, 0))],
    ['S6: its files may not be read', (data) => filesOf(data, /./).forEach((file) => chmodSync(file, 0o000))],
  ],
  [
    ['S6: the list of files missing', (data) => filesOf(data, /^MANIFEST/).forEach((file) => rmSync(file))],
    ['S5: the name of the list emptied', (data) => filesOf(data, /^CURRENT$/).forEach((file) => truncateSync(file, 0))],
    [
      'S4: the tables and their log emptied',
      (data) => filesOf(data, /\.(log|ldb)$/).forEach((file) => truncateSync(file, 0)),
    ],
    ['S4: everything gone', (data) => rmSync(join(data, 'IndexedDB'), { recursive: true })],
  ],
);

for (const [what, damage] of DAMAGES) {
  test(`${what}: the loss is noticed and every note comes back from the journal`, async ({ folder }) => {
    test.setTimeout(120_000);
    const data = folder('damage');
    const first = await start(data);
    await appendNotes(first.page, COUNT);
    await first.page.reload();
    const before = await inStep(first.page);
    expect(await readNotes(first.page)).toEqual(range(COUNT));
    await first.app.close();
    const entries = readJournal(data);
    const whole = isFull ? await timeStart(data) : undefined;
    await whole?.started.app.close();
    damage(data);

    const { started: second, at: after, seconds: all } = await timeStart(data);
    expect(after).toEqual(before);
    expect(await readNotes(second.page)).toEqual(range(COUNT));
    await expect(second.page.getByText(/notes? (was|were) brought back/)).toBeVisible();
    await go(second.page, '/p/monitoring-discharge');
    await expect(second.page.getByRole('main')).toHaveAttribute('data-version', '1.0.0');
    await second.app.close();
    expect(readJournal(data)).toEqual(entries);
    if (whole === undefined) return;
    const seconds = all - whole.seconds;
    test.info().annotations.push({
      type: 'figures',
      description: `${COUNT} notes back, ${seconds} s longer than a start with all of them`,
    });
    expect(seconds).toBeLessThan(5);
  });
}

/** Starts, and waits until notes and journal agree. */
async function timeStart(data: string): Promise<{ started: Started; at: ChainPoint; seconds: number }> {
  const began = Date.now();
  const started = await start(data);
  const at = await inStep(started.page);
  return { started, at, seconds: (Date.now() - began) / 1000 };
}

test('S10: a journal of a newer program is not written to, and the reader is told', async ({ folder }) => {
  const data = folder('newer');
  const first = await start(data);
  await appendNotes(first.page, 3);
  await first.app.close();
  writeFileSync(join(data, 'journal/000000004.jsonl'), '{"format":9}\nof tomorrow\n');
  const files = (): (readonly [string, string])[] =>
    readdirSync(join(data, 'journal'))
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => [name, readFileSync(join(data, 'journal', name), 'utf8')] as const);
  const before = files();
  const second = await start(data);
  await go(second.page, '/notes');
  await expect(second.page.getByText('Notes were last used by a newer Handrail').first()).toBeVisible();
  await second.app.close();
  expect(files()).toEqual(before);
});
