// Builds the program and the library of documents, and knows when there is nothing to build.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { nodeProgram, root, run, SetupError, toolCommand, toStandardError, withLock } from './run.mjs';

const DOCUMENTS = 'protocols/documents';
const CODE = [
  'main',
  'renderer',
  'protocols',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
];
const BUILT = ['out/main/main.mjs', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/cli/protocols.mjs'];

/** One hash over the names and contents of the files below `entries`; times play no part, since git changes them at will. */
export function hashSources(top, entries, skip = []) {
  const hash = createHash('sha256');
  const visit = (relative) => {
    const full = path.join(top, relative);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    if (!stat || skip.includes(relative)) return;
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(full).toSorted()) visit(`${relative}/${name}`);
    } else {
      hash.update(`${relative}\0${stat.size}\0`).update(fs.readFileSync(full));
    }
  };
  for (const entry of entries) visit(entry);
  return hash.digest('hex');
}

/** Builds the program where its sources differ from what was last built. `force` builds in any case. */
export function ensureProgram({ force = false } = {}) {
  if (!force && isProgramCurrent()) return;
  withLock('setup', () => {
    if (!force && isProgramCurrent()) return; // the terminal we waited for has built it
    console.error('Building the program…');
    const now = programHash(); // before the build: a file saved meanwhile must lead to another
    removeStamp('program');
    if (run([...toolCommand('vite'), 'build', '--app', '--logLevel', 'warn'], { stdio: toStandardError }) !== 0) {
      throw new SetupError('The program could not be built; the reasons are above.');
    }
    writeStamp('program', now);
  });
}

/** Builds the program and compiles the documents where either differs from what was last built. */
export function ensureBuild({ force = false } = {}) {
  ensureProgram({ force });
  if (!force && isLibraryCurrent()) return;
  withLock('setup', () => {
    if (!force && isLibraryCurrent()) return;
    console.error('Compiling the documents…');
    const now = libraryHash();
    removeStamp('library');
    const compiler = [nodeProgram(), path.join(root, 'out/cli/protocols.mjs')];
    if (run([...compiler, 'compile', '--out', path.join(root, 'out/library')], { stdio: toStandardError }) !== 0) {
      throw new SetupError('The documents could not be compiled; the reasons are above.');
    }
    writeStamp('library', now);
  });
}

function isProgramCurrent() {
  return readStamp('program') === programHash() && BUILT.every((file) => fs.existsSync(path.join(root, file)));
}

function isLibraryCurrent() {
  return readStamp('library') === libraryHash() && fs.existsSync(path.join(root, 'out/library'));
}

function programHash() {
  return hashSources(root, CODE, [DOCUMENTS]);
}

function libraryHash() {
  return `${readStamp('program')} ${hashSources(root, [DOCUMENTS])}`;
}

function stampFile(name) {
  return path.join(root, 'out', `.${name}.stamp`);
}

function readStamp(name) {
  return fs.existsSync(stampFile(name)) ? fs.readFileSync(stampFile(name), 'utf8') : '';
}

function writeStamp(name, text) {
  fs.writeFileSync(stampFile(name), text);
}

function removeStamp(name) {
  fs.rmSync(stampFile(name), { force: true });
}
