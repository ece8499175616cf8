import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../e2e/app';
import { kill, listTree, openBlock, readNotes, start, times, wordsOf, writeNote } from './driver';

const DISK = process.env['HANDRAIL_FAULT_DISK'];
const IMAGE = process.env['HANDRAIL_FAULT_IMAGE'];

test('S2: power is cut just after "Saved": the note is there', async ({ folder }) => {
  test.skip(
    DISK === undefined || IMAGE === undefined,
    'needs a disk in a file, which only root may mount; tests/main/journal/durability.test.ts holds the order of writes',
  );
  const rounds = times(1, 30);
  test.setTimeout(60_000 + rounds * 60_000);
  const home = folder('power');
  let saved = 0;
  for (let round = 0; round < rounds; round += 1) {
    const data = mkdtempSync(join(DISK ?? home, 'data-'));
    const started = await start(data);
    await openBlock(started.page);
    const count = 1 + Math.floor(Math.random() * 4);
    for (let index = 0; index < count; index += 1) await writeNote(started.page, wordsOf(index));
    // The disk as it is at this moment: what the system still holds in memory is not on it.
    const tree = listTree(started.app.process().pid ?? 0);
    for (const pid of tree) process.kill(pid, 'SIGSTOP');
    const copy = join(home, 'copy.img');
    copyFileSync(IMAGE ?? '', copy);
    for (const pid of tree) process.kill(pid, 'SIGCONT');
    await kill(started);
    const found = takeOut(copy, data.slice((DISK ?? '').length), join(home, `round-${round}`));
    const again = await start(found);
    const notes = await readNotes(again.page);
    expect(notes.length, `round ${round}`).toBe(count);
    await again.app.close();
    saved += count;
    for (const done of [data, copy, found]) rmSync(done, { recursive: true, force: true });
  }
  test.info().annotations.push({ type: 'figures', description: `${rounds} power cuts, ${saved} saved, 0 lost` });
});

/** Mends the file system as a start of the computer does, and takes a folder out of it; both without being root. */
function takeOut(image: string, inside: string, to: string): string {
  try {
    execFileSync('/usr/sbin/e2fsck', ['-fy', image], { stdio: 'ignore' });
  } catch (error) {
    // 1: mended, as expected of a disk that was cut off.
    if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error;
  }
  mkdirSync(to);
  execFileSync('/usr/sbin/debugfs', ['-R', `rdump ${inside} ${to}`, image], { stdio: 'ignore' });
  return join(to, inside);
}
