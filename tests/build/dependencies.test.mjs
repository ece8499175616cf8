import { expect, test } from 'vitest';
import { isInstalled, lockfileHash, npmCommand } from '../../build/setup/dependencies.mjs';

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/@rolldown/binding-win32-x64-msvc': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const record = (version, integrity = 'sha512-a') => ({ packages: { 'node_modules/react': { version, integrity } } });

test('counts an install whose every needed package is the locked one', () => {
  expect(isInstalled(lock, record('19.3.1'))).toBe(true);
});

test.each([
  ['another version', record('19.3.0')],
  ['another content', record('19.3.1', 'sha512-z')],
  ['a package missing', { packages: {} }],
  ['a record without packages', {}],
])('asks for an install when it finds %s', (_, found) => {
  expect(isInstalled(lock, found)).toBe(false);
});

test('tells lockfiles apart by their text', () => {
  expect(lockfileHash('{}')).toHaveLength(64);
  expect(lockfileHash('{}')).not.toBe(lockfileHash('{ }'));
});

test('uses the npm that started us, under the Node that runs it', () => {
  expect(npmCommand({ npm_execpath: '/npm-cli.js', npm_node_execpath: '/node' }, 'linux')).toEqual([
    '/node',
    '/npm-cli.js',
  ]);
  expect(npmCommand({}, 'linux')).toEqual(['npm']);
  expect(npmCommand({}, 'win32')).toEqual(['npm.cmd']);
});
