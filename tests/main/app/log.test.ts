import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { log, startLog } from '../../../main/app/log';

const from = process.cwd();
let elsewhere: string;

beforeEach(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'handrail-log-'));
});

afterEach(() => {
  process.chdir(from);
  rmSync(elsewhere, { recursive: true, force: true });
});

test('is written wherever the program is started from, also where no package lies', () => {
  process.chdir(elsewhere);
  startLog(elsewhere);
  log.info('started');
  const file = join(elsewhere, 'logs', 'main.log');
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toMatch(/\[info\] +started/);
});
