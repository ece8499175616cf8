// Installs the locked packages, and only when they are not the ones already there.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root, run, SetupError, toStandardError, withLock } from './run.mjs';

const lockfile = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules');
const stamp = path.join(installed, '.handrail-lockfile');

/** Which lockfile this is, as the stamp records it. */
export function lockfileHash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Does npm's own record of what it installed agree with the lockfile? Lets a plain `npm ci` count, although it leaves no
 * stamp of ours. Optional packages may be absent: they are other platforms' binaries.
 */
export function isInstalled(lock, record) {
  return Object.entries(lock.packages).every(([where, wanted]) => {
    const found = record.packages?.[where];
    if (where === '') return true;
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** The npm that was used to start us, or the one on the path. */
export function npmCommand(env = process.env, platform = process.platform) {
  if (env.npm_execpath) return [env.npm_node_execpath ?? process.execPath, env.npm_execpath];
  return [platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** Makes node_modules what the lockfile says; answers whether anything had to be installed. */
export function ensureDependencies() {
  const text = fs.readFileSync(lockfile, 'utf8');
  const wanted = lockfileHash(text);
  const isCurrent = () => {
    if (readOr(stamp, '') === wanted) return true;
    const record = readOr(path.join(installed, '.package-lock.json'), '');
    if (record === '' || fs.existsSync(stamp) || !isInstalled(JSON.parse(text), JSON.parse(record))) return false;
    fs.writeFileSync(stamp, wanted);
    return true;
  };
  if (isCurrent()) return false;
  return withLock('setup', () => {
    if (isCurrent()) return false; // the terminal we waited for has done it
    install();
    fs.writeFileSync(stamp, wanted);
    return true;
  });
}

function install() {
  // Windows cannot replace a program that is running, and the locked Node may be the one running us.
  if (process.platform === 'win32' && process.execPath.startsWith(installed)) {
    throw new SetupError('The locked packages have changed. Run this first: npm ci');
  }
  console.error('Installing the locked packages (npm ci)…');
  process.umask(0o022); // the tests' ordinary user must be able to read what root installs
  const command = [...npmCommand(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = run(command, { stdio: toStandardError, shell: command[0].endsWith('.cmd') });
  if (code === 0) return;
  fs.rmSync(path.join(installed, '.package-lock.json'), { force: true }); // a half-done install must not look complete
  throw new SetupError('The packages could not be installed: npm ci failed, its reasons are above.');
}

function readOr(file, otherwise) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : otherwise;
}
