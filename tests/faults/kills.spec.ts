import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type PageBridge, expect, startElectron, test } from '../e2e/app';
import {
  answerDialogs,
  appendNotes,
  inStep,
  kill,
  makeOldDatabase,
  openBlock,
  range,
  readJournal,
  readNotes,
  start,
  times,
  wordsOf,
  writeNote,
} from './driver';

test('S1, S9: killed while notes are being saved, every saved note is there and none is half there', async ({
  folder,
}) => {
  const rounds = times(1, 200);
  test.setTimeout(60_000 + rounds * 20_000);
  const data = folder('kills');
  const saved: number[] = [];
  let written = 0;
  for (let round = 0; round < rounds; round += 1) {
    const started = await start(data);
    const found = await readNotes(started.page);
    expect(
      saved.filter((index) => !found.includes(index)),
      `round ${round}`,
    ).toEqual([]);
    await openBlock(started.page);
    if (round === 0) {
      // However early the kill comes: without a saved note nothing could be lost.
      await writeNote(started.page, wordsOf(written));
      saved.push(written++);
    }
    const ended = new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 2500)).then(() => kill(started));
    try {
      for (;;) {
        const index = written++;
        await writeNote(started.page, wordsOf(index));
        saved.push(index);
      }
    } catch {
      await ended; // what was being written when it died was not told as saved
    }
  }
  const last = await start(data);
  const found = await readNotes(last.page);
  expect(saved.filter((index) => !found.includes(index))).toEqual([]);
  await last.app.close();
  expect(readJournal(data).length).toBeGreaterThanOrEqual(saved.length);
  test.info().annotations.push({ type: 'figures', description: `${rounds} kills, ${saved.length} saved, 0 lost` });
});

test('S15: killed while a backup is taken over, all of it is there or nothing', async ({ folder }) => {
  const rounds = times(1, 20);
  test.setTimeout(60_000 + rounds * 20_000);
  const passphrase = 'three rooms and a pump';
  const file = join(folder('backup'), 'notes.handrail-backup');
  const from = await start(folder('from'));
  await appendNotes(from.page, 2000);
  await answerDialogs(from, file);
  await from.page.evaluate(
    (given) => (window as unknown as { bridge: PageBridge }).bridge['backup:save'](given),
    passphrase,
  );
  await from.app.close();
  for (let round = 0; round < rounds; round += 1) {
    const data = folder('to');
    const to = await start(data);
    await appendNotes(to.page, 5, 9000);
    await answerDialogs(to, file);
    const preview = await to.page.evaluate(
      (given) => (window as unknown as { bridge: PageBridge }).bridge['backup:preview'](given),
      passphrase,
    );
    expect(preview).toMatchObject({ ok: true, value: { entries: 2000, added: 2000, kept: 5 } });
    const ticket = preview.ok ? preview.value.ticket : '';
    void to.page
      .evaluate((given) => (window as unknown as { bridge: PageBridge }).bridge['backup:restore'](given), ticket)
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
    await kill(to);
    const again = await start(data);
    expect([5, 2005]).toContain((await readNotes(again.page)).length);
    await again.app.close();
    expect([5, 2005]).toContain(readJournal(data).length);
    rmSync(data, { recursive: true, force: true });
  }
});

test('S11: killed while notes of before the journal are lifted into it, it begins again and loses none', async ({
  folder,
}) => {
  const rounds = times(1, 20);
  test.setTimeout(60_000 + rounds * 30_000);
  const count = 400;
  const data = folder('before');
  const first = await start(data);
  await makeOldDatabase(first.page, count);
  await first.app.close();
  for (let round = 0; round < rounds; round += 1) {
    const app = await startElectron([`--user-data-dir=${data}`]);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 1500));
    await kill({ app });
  }
  const last = await start(data);
  // The tables hold the notes from before, and an empty journal agrees with them: only its length says the lift is done.
  await expect.poll(async () => (await inStep(last.page)).sequence, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  expect(await readNotes(last.page)).toEqual(range(count));
  await last.app.close();
  const revisions = readJournal(data).map(({ body }) => (body as { revision: string }).revision);
  expect(new Set(revisions).size).toBe(count);
});
