#!/usr/bin/env node
// Stands in for fpm, which Debian does not have: takes the arguments electron-builder gives it for a deb, lays the files out in a
// folder, and lets dpkg-deb build. electron-builder finds it by CUSTOM_FPM_PATH.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const COMPRESSIONS = { gz: 'gzip', zst: 'zstd' };
const SCRIPTS = {
  'before-install': 'preinst',
  'after-install': 'postinst',
  'before-remove': 'prerm',
  'after-remove': 'postrm',
};

/** Sorts fpm's command line into single options, repeated ones, and pairs of a source and its place in the package. */
export function parseFpmArguments(args) {
  const parsed = { options: {}, depends: [], recommends: [], pairs: [] };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '--force') continue;
    if (arg === '-d') parsed.depends.push(args[++i]);
    else if (arg === '--deb-recommends') parsed.recommends.push(args[++i]);
    else if (arg.startsWith('-')) parsed.options[arg.replace(/^-+/, '')] = args[++i];
    else parsed.pairs.push(arg.split(/=(?=\/)/));
  }
  return parsed;
}

/** The control file of a deb; fields without a value are left out. */
export function toControl({ options, depends, recommends }, installedSize) {
  const fields = {
    Package: options.name,
    Version: options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': installedSize,
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: options.category ?? 'utils',
    Priority: options['deb-priority'] ?? 'optional',
    Homepage: options.url,
    Description: options.description.trimEnd().replace(/\n(?! )/g, '\n '),
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return given.map(([name, value]) => `${name}: ${value}\n`).join('');
}

function buildDeb(parsed) {
  const { options, pairs } = parsed;
  if (options.t !== 'deb' || options.s !== 'dir') {
    throw new Error(`only "-s dir -t deb" is known here, not "-s ${options.s} -t ${options.t}"`);
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deb-'));
  try {
    for (const [from, to] of pairs) {
      const place = path.join(folder, to);
      fs.mkdirSync(path.dirname(place), { recursive: true });
      fs.cpSync(from, place, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    }
    const size = Number.parseInt(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }), 10);
    fs.mkdirSync(path.join(folder, 'DEBIAN'));
    fs.writeFileSync(path.join(folder, 'DEBIAN/control'), toControl(parsed, size));
    for (const [option, name] of Object.entries(SCRIPTS)) {
      if (!options[option]) continue;
      const script = path.join(folder, 'DEBIAN', name);
      fs.copyFileSync(options[option], script);
      fs.chmodSync(script, 0o755);
    }
    execFileSync('chmod', ['-R', 'a+rX,go-w', folder]); // whoever packs, and whatever their umask
    fs.mkdirSync(path.dirname(options.package), { recursive: true });
    const compression = `-Z${COMPRESSIONS[options['deb-compression']] ?? 'xz'}`;
    const build = ['--root-owner-group', compression, '--build', folder, options.package];
    execFileSync('dpkg-deb', build, { stdio: 'inherit' });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (fs.realpathSync(process.argv[1]) === import.meta.filename) buildDeb(parseFpmArguments(process.argv.slice(2)));
