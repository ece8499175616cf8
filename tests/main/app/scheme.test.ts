import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { findBundleFile } = await import('../../../main/app/scheme');

const get = (url: string, method = 'GET'): string | undefined => findBundleFile('/bundle/renderer', { url, method });

test.each([
  ['app://bundle/index.html', '/bundle/renderer/index.html'],
  ['app://bundle/assets/index-a1.js?v=1#x', '/bundle/renderer/assets/index-a1.js'],
  ['app://bundle/assets/no%20space.css', '/bundle/renderer/assets/no space.css'],
])('serves %s', (url, file) => {
  expect(get(url)).toBe(file);
});

test.each([
  'app://bundle/../main/main.html',
  'app://bundle/%2e%2e/main/main.js',
  'app://bundle/..%2fmain%2fmain.js',
  'app://bundle/..%5cmain%5cmain.js',
  'app://bundle/assets/..%2F..%2Fpackage.json',
  'app://bundle/index.html%00.js',
  'app://bundle/%E0%A4%A',
  'app://bundle/',
  'app://bundle/assets',
  'app://bundle/assets/main.mjs',
  'app://other/index.html',
  'file:///etc/passwd',
  'https://bundle/index.html',
  'not an address',
])('serves nothing for %s', (url) => {
  const file = get(url);
  // What the address parser already folded away may only ever lead to a file inside.
  expect(file === undefined || file.startsWith('/bundle/renderer/')).toBe(true);
  if (/%2f|%5c|%00|other|file:|https:|not an|mjs$|\/$|assets$|%E0/i.test(url)) expect(file).toBeUndefined();
});

test.each(['POST', 'HEAD', 'PUT'])('answers no %s', (method) => {
  expect(get('app://bundle/index.html', method)).toBeUndefined();
});
