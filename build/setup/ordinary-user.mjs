// Root cannot show that pages are confined: Chromium's sandbox does not start for it. So where root runs the tests, they run as
// an ordinary user, in a copy of the checkout. A copy, because the checkout may sit in a folder only root may enter, and opening
// such a folder to others is not ours to do; because the tests may then write beside themselves; and because what they run stays
// the same while somebody saves a file. Packages and Electron are hard links into a cache and cost nothing the second time.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { lockfileHash } from './dependencies.mjs';
import { nodeProgram, root, SetupError, withLock } from './run.mjs';

const USER = 'handrail-test';
const CACHE = '/var/cache/handrail-test';
const DAY = 24 * 3600_000;
const NOT_COPIED = new Set([
  '.git',
  'node_modules',
  'release',
  'test-results',
  'playwright-report',
  'out/types',
  'out/.setup.lock',
]);

/** Which files of the checkout go into the copy. */
export function isCopied(relative) {
  return !NOT_COPIED.has(relative.split(path.sep).join('/'));
}

/** What the tests may know of root's environment: how to find programs and how to speak, and what is meant for us. */
export function ordinaryEnvironment(env) {
  const kept = /^(PATH|LANG|LANGUAGE|LC_\w+|TZ|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|CI|DEBUG|HANDRAIL_\w+)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => kept.test(name)));
}

/** Makes the copy; `close` brings its results back and takes it away. */
export function openOrdinaryCopy(electron) {
  ensureUser();
  // Xvfb run by an ordinary user may not make it, and a fresh machine has none.
  fs.mkdirSync('/tmp/.X11-unix', { recursive: true });
  fs.chmodSync('/tmp/.X11-unix', 0o1777);
  for (const folder of [CACHE, path.join(CACHE, 'runs')]) fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  forgetOld(path.join(CACHE, 'runs'), DAY);
  forgetOld(CACHE, 30 * DAY, /^(packages|electron|node)-/);

  const lock = lockfileHash(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).slice(0, 16);
  const packages = linkOnce(path.join(root, 'node_modules'), `packages-${lock}/node_modules`, {
    leaveOut: 'electron/dist',
  });
  const dist = linkOnce(electron.dist, `electron-${electron.source}-${electron.version}`);

  const folder = fs.mkdtempSync(path.join(CACHE, 'runs/run-'));
  const [tree, home] = [path.join(folder, 'handrail'), path.join(folder, 'home')];
  fs.mkdirSync(home);
  withLock('setup', () => copyTree(tree)); // not while another terminal is building
  fs.symlinkSync(packages, path.join(tree, 'node_modules'));
  execFileSync('chown', ['-R', `${USER}:`, folder]);

  return {
    tree,
    dist,
    executable: path.join(dist, path.basename(electron.executable)),
    node: readableNode(packages),
    as: ['runuser', '-u', USER, '--'],
    env: { HOME: home, TMPDIR: '/tmp' },
    close: (results) => {
      if (fs.existsSync(path.join(tree, results))) {
        fs.rmSync(path.join(root, results), { recursive: true, force: true });
        fs.cpSync(path.join(tree, results), path.join(root, results), { recursive: true });
      }
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ensureUser() {
  if (spawnSync('id', ['-u', USER], { stdio: 'ignore' }).status === 0) return;
  const add = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER],
    {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
    },
  );
  if (add.status === 0 || spawnSync('id', ['-u', USER], { stdio: 'ignore' }).status === 0) return;
  throw new SetupError(
    `The tests run as an ordinary user and ${USER} could not be made: ${(add.stderr ?? String(add.error)).trim()}. ` +
      'Run npm test as an ordinary user instead.',
  );
}

/** A folder of the cache that holds what `from` holds, made once and readable by everyone. */
function linkOnce(from, name, { leaveOut } = {}) {
  const to = path.join(CACHE, name);
  const now = new Date();
  if (fs.existsSync(to)) {
    fs.utimesSync(path.join(CACHE, name.split('/')[0]), now, now); // in use, not to be forgotten
    return to;
  }
  const temporary = `${to}.tmp-${process.pid}`;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  try {
    const isLinked = spawnSync('cp', ['-al', from, temporary], { stdio: 'ignore' }).status === 0;
    const isReadable =
      isLinked && !execFileSync('find', [temporary, '!', '-type', 'l', '!', '-perm', '-o=r', '-print', '-quit']).length;
    if (!isReadable) {
      // On another file system, or installed for root's eyes only: a real copy, since changing a link changes the original.
      fs.rmSync(temporary, { recursive: true, force: true });
      execFileSync('cp', ['-a', from, temporary]);
      execFileSync('chmod', ['-R', 'a+rX,go-w', temporary]);
    }
    if (leaveOut) fs.rmSync(path.join(temporary, leaveOut), { recursive: true, force: true });
    if (!fs.existsSync(to)) fs.renameSync(temporary, to);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
  return to;
}

function copyTree(to) {
  fs.cpSync(root, to, { recursive: true, filter: (from) => isCopied(path.relative(root, from)) });
}

/** The locked Node out of the cache; where its install script was not allowed to run, a copy of the Node that runs us. */
function readableNode(packages) {
  if (nodeProgram() !== process.execPath || process.execPath.startsWith(path.join(root, 'node_modules'))) {
    return path.join(packages, 'node/bin/node');
  }
  const copy = path.join(CACHE, `node-${process.versions.node}`);
  if (!fs.existsSync(copy)) fs.copyFileSync(process.execPath, copy);
  fs.chmodSync(copy, 0o755);
  return copy;
}

function forgetOld(folder, age, pattern = /./) {
  for (const name of fs.readdirSync(folder)) {
    const full = path.join(folder, name);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    if (stat && pattern.test(name) && Date.now() - stat.mtimeMs > age)
      fs.rmSync(full, { recursive: true, force: true });
  }
}
