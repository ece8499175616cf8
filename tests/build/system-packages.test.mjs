import { expect, test } from 'vitest';
import { findPackage, installLine, missingLibraries, presentNames } from '../../build/setup/system-packages.mjs';

test('reads what ldd could not find', () => {
  const output = `
\tlinux-vdso.so.1 (0x00007ffd)
\tlibnss3.so => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\tlibgtk-3.so.0 => not found
`;
  expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
});

test.each([
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libsmime3.so', 'libnss3'],
  ['libasound.so.2', 'libasound2'],
  ['libgobject-2.0.so.0', 'libglib2.0-0'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libXdamage.so.1', 'libxdamage1'],
  ['libunheard.so.1', undefined],
])('names the package of %s', (library, packageName) => {
  expect(findPackage(library)).toBe(packageName);
});

test('takes the renamed package where the system knows it', () => {
  const known = new Set(['libasound2t64', 'libgtk-3-0t64']);
  expect(presentNames(['libnss3', 'libgtk-3-0', 'libasound2', 'libnss3'], (name) => known.has(name))).toEqual([
    'libasound2t64',
    'libgtk-3-0t64',
    'libnss3',
  ]);
});

test('gives a person one line to run', () => {
  expect(installLine(['libnss3', 'xvfb'])).toBe('sudo apt-get install -y libnss3 xvfb');
});
