// What Electron and the tests need of a Linux system: found without asking the network, installed only by root.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { run, SetupError, toStandardError } from './run.mjs';

/** Which Debian package holds a library Electron is linked to. */
const HOLDERS = [
  [/^libg[td]k-3\.so/, 'libgtk-3-0'],
  [/^libatk-1\.0\.so/, 'libatk1.0-0'],
  [/^libatk-bridge-2\.0\.so/, 'libatk-bridge2.0-0'],
  [/^libatspi\.so/, 'libatspi2.0-0'],
  [/^libasound\.so/, 'libasound2'],
  [/^libcups\.so/, 'libcups2'],
  [/^libdbus-1\.so/, 'libdbus-1-3'],
  [/^libdrm\.so/, 'libdrm2'],
  [/^libexpat\.so/, 'libexpat1'],
  [/^libgbm\.so/, 'libgbm1'],
  [/^lib(glib|gio|gobject|gmodule)-2\.0\.so/, 'libglib2.0-0'],
  [/^lib(nss3|nssutil3|smime3|ssl3)\.so/, 'libnss3'],
  [/^libnspr4\.so/, 'libnspr4'],
  [/^libpango-1\.0\.so/, 'libpango-1.0-0'],
  [/^libcairo\.so/, 'libcairo2'],
  [/^libudev\.so/, 'libudev1'],
  [/^libX11\.so/, 'libx11-6'],
  [/^libxcb\.so/, 'libxcb1'],
  [/^libX(composite|damage)\.so/, 'libx$11'],
  [/^libXext\.so/, 'libxext6'],
  [/^libXfixes\.so/, 'libxfixes3'],
  [/^libXrandr\.so/, 'libxrandr2'],
  [/^libxkbcommon\.so/, 'libxkbcommon0'],
];

/** Opened while running, so a look at what the program is linked to does not show them. */
const OPENED_LATER = ['libgtk-3.so.0'];

const DISPLAY_TOOLS = [
  { program: 'xvfb-run', packageName: 'xvfb' },
  { program: 'xauth', packageName: 'xauth' },
];
const TEST_TOOLS = [
  ...DISPLAY_TOOLS,
  { program: 'pdftotext', packageName: 'poppler-utils' },
  { program: 'ip', packageName: 'iproute2' },
  { file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', packageName: 'fonts-dejavu-core' },
];

/** The package that holds a library, or undefined for one that Electron was never known to want. */
export function findPackage(library) {
  for (const [pattern, packageName] of HOLDERS) {
    const match = pattern.exec(library);
    if (match) return packageName.replace('$1', match[1] ?? '');
  }
  return undefined;
}

/** Names of the libraries that `ldd` could not find. */
export function missingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

/** Debian 13 and Ubuntu 24 renamed packages when time became 64 bits wide: takes the name this system knows. */
export function presentNames(packageNames, isKnown) {
  const names = packageNames.map((name) => (isKnown(`${name}t64`) ? `${name}t64` : name));
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
}

/** The one line for a person who is not root. */
export function installLine(packageNames) {
  return `sudo apt-get install -y ${packageNames.join(' ')}`;
}

/** Makes sure this system can run Electron, and its tests where asked; `display` wants a virtual screen to be at hand. */
export function ensureSystemPackages({ electron, display = false, tests = false }) {
  if (process.platform !== 'linux') return;
  const find = () => findMissing(electron, tests ? TEST_TOOLS : display ? DISPLAY_TOOLS : []);
  const missing = find();
  if (missing.length === 0) return;
  const unknown = missing.filter(({ packageName }) => !packageName).map(({ what }) => what);
  if (!isOnPath('apt-get') || unknown.length > 0) {
    const all = unknown.length > 0 ? unknown : missing.map(({ what }) => what);
    throw new SetupError(
      `This system lacks ${all.join(', ')}. Install what provides it, then run the same command again.`,
    );
  }
  const wanted = missing.map(({ packageName }) => packageName);
  if (process.getuid() !== 0) {
    throw new SetupError(
      `This system lacks ${missing[0].what}${missing.length > 1 ? ` and ${missing.length - 1} more` : ''}. ` +
        'Run this once, then the same command again:\n' +
        `  ${installLine(presentNames(wanted, isKnownToApt))}`,
    );
  }
  aptGet(['update', '-q']); // before the names are chosen: a fresh image knows none
  const names = presentNames(wanted, isKnownToApt);
  console.error(`Installing system packages: ${names.join(' ')}`);
  aptGet(['install', '-y', '-q', '--no-install-recommends', ...names]);
  const left = find();
  if (left.length > 0)
    throw new SetupError(`Still missing after installing: ${left.map(({ what }) => what).join(', ')}.`);
}

function findMissing(electron, tools) {
  const ldd = spawnSync('ldd', [electron.executable], { encoding: 'utf8' });
  const cache = spawnSync('ldconfig', ['-p'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  });
  const later = cache.status === 0 ? OPENED_LATER.filter((name) => !cache.stdout.includes(name)) : [];
  const libraries = [...new Set([...missingLibraries(ldd.stdout ?? ''), ...later])];
  return [
    ...libraries.map((what) => ({ what, packageName: findPackage(what) })),
    ...tools
      .filter((tool) => !isThere(tool))
      .map((tool) => ({ what: tool.program ?? tool.packageName, packageName: tool.packageName })),
  ];
}

function isThere({ program, file }) {
  // Where a font file lies is Debian's own; elsewhere any font will do, and Chromium finds it.
  return program ? isOnPath(program) : fs.existsSync(file) || !isOnPath('apt-get');
}

function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Waits for another apt to end, as a fresh machine often runs one of its own.
  const code = run(['apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: toStandardError, env });
  if (code !== 0) throw new SetupError(`apt-get ${args[0]} failed; its reasons are above.`);
}

function isKnownToApt(name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

/** Is there a program of this name to run? */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder && fs.existsSync(`${folder}/${program}`));
}
