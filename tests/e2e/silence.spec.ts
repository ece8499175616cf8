import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const HERE = import.meta.dirname;

test('not one packet leaves: at rest, on every screen, printing, and under attack', () => {
  test.skip(process.platform !== 'linux', 'networks of one’s own are a Linux thing');
  test.slow();
  const command = [
    '--user',
    '--map-root-user',
    '--net',
    '--mount',
    'sh',
    join(HERE, 'silent-net.sh'),
    process.execPath,
    join(HERE, 'silence.mjs'),
  ];
  const { stdout, stderr, status } = spawnSync('unshare', command, { encoding: 'utf8', timeout: 120_000 });
  expect(status, stderr).toBe(0);
  const counted = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<
    'before' | 'during' | 'closed' | 'control',
    number
  > & { printed: boolean };
  expect(counted).toMatchObject({ before: 0, during: 0, closed: 0, printed: true });
  expect(counted.control, 'the counter counts a packet sent on purpose').toBeGreaterThan(0);
});
