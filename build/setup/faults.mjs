// npm run test:faults: every fault of notes as often as it takes to be sure of it. Full disks and power cuts need file systems
// of their own, which only root may mount; without, those tests are skipped and say so.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runEndToEnd } from './e2e.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { main } from './run.mjs';
import { isRoot } from './sandbox.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const SMALL = { type: 'tmpfs', options: 'size=64m,mode=1777' };
const IMAGE_BYTES = 192 * 2 ** 20;

/** Mounts a small disk, and one in a file whose state can be copied at any moment; answers how to let go of both. */
function mountDisks() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-faults-'));
  fs.chmodSync(home, 0o755);
  const [small, disk, image] = ['small', 'disk', 'disk.img'].map((name) => path.join(home, name));
  for (const folder of [small, disk]) fs.mkdirSync(folder);
  const mounted = [];
  const mount = (...args) => {
    const done = spawnSync('mount', args, { encoding: 'utf8' });
    if (done.status === 0) mounted.push(args.at(-1));
    else console.error(`not mounted, the tests that need it are skipped: ${done.stderr.trim()}`);
    return done.status === 0;
  };
  const env = {};
  if (mount('-t', SMALL.type, '-o', SMALL.options, SMALL.type, small)) env.HANDRAIL_FAULT_SMALL = small;
  fs.closeSync(fs.openSync(image, 'w'));
  fs.truncateSync(image, IMAGE_BYTES);
  const made = spawnSync('mkfs.ext4', ['-q', '-F', image], { stdio: 'inherit' });
  // Commits of its own once a minute only: what is on it is what was asked to be.
  if (made.status === 0 && mount('-o', 'loop,commit=60', image, disk)) {
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

await main(() => {
  ensureDependencies();
  const electron = ensureElectron();
  ensureSystemPackages({ electron, tests: true });
  ensureBuild();
  const disks = isRoot() ? mountDisks() : { env: {}, release: () => undefined };
  try {
    Object.assign(process.env, disks.env, { HANDRAIL_FAULTS: 'full' });
    return runEndToEnd(electron, ['tests/faults', ...process.argv.slice(2)]);
  } finally {
    disks.release();
  }
});
