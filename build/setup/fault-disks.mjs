// Disks of their own for the tests that fill one or cut its power. Only root may mount them; without, those tests are skipped
// and say so.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isRoot } from './sandbox.mjs';

const SMALL = { type: 'tmpfs', options: 'size=64m,mode=1777' };
const IMAGE_BYTES = 192 * 2 ** 20;

/** Runs tests with the disks at hand, named in the environment; they are gone when it returns. */
export function withFaultDisks(body) {
  if (!isRoot()) return body();
  const disks = mountDisks();
  Object.assign(process.env, disks.env);
  try {
    return body();
  } finally {
    for (const name of Object.keys(disks.env)) delete process.env[name];
    disks.release();
  }
}

/** Mounts a small disk, and one in a file whose state can be copied at any moment; answers how to let go of both. */
function mountDisks() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-faults-'));
  fs.chmodSync(home, 0o755);
  const [small, disk, image] = ['small', 'disk', 'disk.img'].map((name) => path.join(home, name));
  for (const folder of [small, disk]) fs.mkdirSync(folder);
  const mounted = [];
  const mount = (...args) => {
    const isDone = runs('mount', args);
    if (isDone) mounted.push(args.at(-1));
    return isDone;
  };
  const env = {};
  if (mount('-t', SMALL.type, '-o', SMALL.options, SMALL.type, small)) env.HANDRAIL_FAULT_SMALL = small;
  fs.closeSync(fs.openSync(image, 'w'));
  fs.truncateSync(image, IMAGE_BYTES);
  // Commits of its own once a minute only: what is on it is what was asked to be.
  if (runs('mkfs.ext4', ['-q', '-F', image]) && mount('-o', 'loop,commit=60', image, disk)) {
    fs.chmodSync(disk, 0o1777);
    fs.chmodSync(image, 0o644);
    Object.assign(env, { HANDRAIL_FAULT_DISK: disk, HANDRAIL_FAULT_IMAGE: image });
  }
  return {
    env,
    release: () => {
      for (const place of mounted.toReversed()) spawnSync('umount', [place], { stdio: 'inherit' });
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Whether a program did it; where it may not, as in many containers, the tests that need it are skipped. */
function runs(program, args) {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const done = spawnSync(program, args, { encoding: 'utf8', env });
  if (done.status !== 0)
    console.error(`${program}, tests that need it are skipped: ${(done.stderr ?? String(done.error)).trim()}`);
  return done.status === 0;
}
