// Chromium confines its pages by user namespaces or, where those are off, by a helper that root must own and set uid.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { SetupError } from './run.mjs';

/** Root cannot be confined at all; development as root goes without, and says so. */
export function isRoot() {
  return process.platform === 'linux' && process.getuid() === 0;
}

/** Arguments Electron needs on this machine besides its own. */
export function confinementArguments(root = isRoot()) {
  return root ? ['--no-sandbox'] : [];
}

/**
 * Fails with a sentence where Chromium would abort at start: no user namespaces (hardened kernels, Ubuntu 24, most containers)
 * and no usable helper. `as` is a command prefix that runs as the user in question.
 */
export function requireSandbox(dist, as = []) {
  if (process.platform !== 'linux') return;
  const attempt = (command) => {
    const [program, ...args] = [...as, ...command];
    return spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  };
  if (attempt(['unshare', '--user', '--map-root-user', 'true']).status === 0) return;
  const helper = path.join(dist, 'chrome-sandbox');
  if (isRoot() && as.length > 0) setUid(helper);
  // Called by hand the helper never ends well; what counts is whether it got as far as its namespaces.
  const helped = attempt(['env', 'SBX_CHROME_API_PRV=1', helper, '/bin/true']);
  if (
    !helped.error &&
    !/not running as root|Failed to move to new namespace|not found|No such file|denied/.test(helped.stderr)
  )
    return;
  const remedy = isRoot()
    ? 'A container must be allowed user namespaces (for Docker: --security-opt seccomp=unconfined, or --privileged).'
    : `Run this once, then the same command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`;
  throw new SetupError(
    `Chromium cannot confine its pages here: user namespaces are off and its helper does not work. ${remedy}`,
  );
}

// A copy of its own, since the folder may be hard links into an installation that must stay as it is.
function setUid(helper) {
  const copy = `${helper}.tmp-${process.pid}`;
  fs.copyFileSync(helper, copy);
  fs.chownSync(copy, 0, 0);
  fs.chmodSync(copy, 0o4755);
  fs.renameSync(copy, helper);
}
