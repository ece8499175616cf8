import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, go, test } from '../../e2e/app';
import { appendNotes, readNotes, start } from '../driver';

const SMALL = process.env['HANDRAIL_FAULT_SMALL'];

test('S3, S4: a disk that fills while notes are written: told, older notes whole, all back once there is room', async ({
  folder,
}) => {
  test.skip(
    SMALL === undefined,
    'needs a small disk of its own, which only root may mount; disk.spec.ts makes one write fail as a full disk does',
  );
  test.setTimeout(180_000);
  const data = mkdtempSync(join(SMALL ?? folder('none'), 'data-'));
  const ballast = join(SMALL ?? '', 'ballast');
  for (let round = 0; round < 2; round += 1) {
    const started = await start(data);
    const known = await readNotes(started.page);
    fill(ballast, 6_000_000);
    const answered = await fillWithNotes(started.page, round * 100_000);
    expect(answered.refused).toBe('full');
    await go(started.page, '/p/monitoring-discharge');
    await expect(started.page.getByRole('main')).toHaveAttribute('data-protocol-id', 'monitoring-discharge');
    await started.app.close().catch(() => undefined);
    rmSync(ballast, { force: true });
    const again = await start(data);
    const found = await readNotes(again.page);
    expect(found.length).toBe(known.length + answered.written);
    await again.app.close();
  }
  rmSync(data, { recursive: true, force: true });

  /** Takes all room but so many bytes. */
  function fill(path: string, left: number): void {
    const { bavail, bsize } = statfsSync(SMALL ?? '/');
    writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  }
});

/** Saves notes of 15 kB through main, fifty at a time, until the disk refuses some. */
async function fillWithNotes(page: Page, from: number): Promise<{ written: number; refused: string }> {
  let written = 0;
  for (; written < 3000; written += 50) {
    try {
      await appendNotes(page, 50, from + written, 'w'.repeat(15_000));
    } catch (error) {
      return { written, refused: /"kind":"(\w[\w-]*)"/.exec(String(error))?.[1] ?? String(error) };
    }
  }
  return { written, refused: 'nothing' };
}
