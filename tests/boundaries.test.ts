import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The only packages the shared ground may import: pure, no DOM, no Node. */
const PURE_PACKAGES = [
  'zod',
  'fraction.js',
  'yaml',
  'unified',
  'remark-parse',
  'remark-gfm',
  'mdast-util-to-string',
  'mdast',
  'fuse.js',
  '@noble/hashes',
];

const TOP_LEVEL =
  /^(package(-lock)?\.json|tsconfig[a-z.]*\.json|electron-builder\.yml|main|renderer|protocols|tests|build|README\.md|LICENSE|vite\.config\.ts|vitest\.config\.ts|playwright\.config\.ts|biome\.json|\..*)$/;
const IGNORED = new Set(['node_modules', 'out', 'release', 'test-results', 'playwright-report']);

interface Import {
  readonly file: string;
  readonly target: string;
}

function listSources(room: string): string[] {
  return readdirSync(join(ROOT, room), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function listImports(room: string): Import[] {
  return listSources(room).flatMap((file) => readImports(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** Every module a source names: import, export from, dynamic import; relative ones as paths from the root. */
function readImports(file: string, source: string): Import[] {
  const names = [...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([\w@.:/?&-]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return names.map((name) => ({ file, target: name.startsWith('.') ? posix.join(posix.dirname(file), name) : name }));
}

function isPackage(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}

test('doses know no floats: decimal text goes in, and only dose/exact makes fractions', () => {
  const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
  const screen = /\bNumber\(|\bparseFloat\b|\bnew Fraction\(|\.toFixed\(|type="number"/;
  // The screen may count minutes on a clock; the arithmetic has no business with either.
  const arithmetic = /\bNumber\s*[.(]|\bparse(Float|Int)\b|\bMath\.|\.valueOf\(|\.toFixed\(/;
  const wrong = [
    ...listSources('renderer/dose').filter((file) => screen.test(read(file))),
    ...listSources('protocols/dose').filter((file) => arithmetic.test(read(file))),
    ...listSources('protocols/dose').filter((file) => !file.endsWith('/exact.ts') && /new Fraction\(/.test(read(file))),
  ];
  expect(wrong).toEqual([]);
  const exact = read('protocols/dose/exact.ts');
  // Whole numbers written out as BigInt, checked decimal text, exact text, or a factor of the unit table.
  const made = [...exact.matchAll(/new Fraction\(([^()]*(?:\([^()]*\))?[^()]*)\)/g)].map((match) => match[1]);
  expect(made.filter((given) => !/^(\d+n|BigInt\(list\.length\)|value|text|n, d)$/.test(given ?? ''))).toEqual([]);
});

describe('imports run renderer → protocols ← main', () => {
  test.each([
    ['protocols', ['main', 'renderer', 'tests']],
    ['renderer', ['main', 'tests']],
    ['main', ['renderer', 'tests']],
  ])('%s imports none of %j', (room, forbidden) => {
    const wrong = listImports(room).filter(({ target }) => forbidden.some((other) => target.startsWith(`${other}/`)));
    expect(wrong).toEqual([]);
  });

  test('protocols imports only the pure packages on the list', () => {
    const wrong = listImports('protocols').filter(
      ({ target }) => !target.startsWith('protocols/') && !PURE_PACKAGES.some((name) => isPackage(target, name)),
    );
    expect(wrong).toEqual([]);
  });

  test('electron is imported only in main', () => {
    const wrong = [...listImports('renderer'), ...listImports('protocols')].filter(({ target }) =>
      isPackage(target, 'electron'),
    );
    expect(wrong).toEqual([]);
  });

  test('dexie is imported only in renderer/store', () => {
    const wrong = [...listImports('renderer'), ...listImports('protocols'), ...listImports('main')].filter(
      ({ file, target }) => isPackage(target, 'dexie') && !file.startsWith('renderer/store/'),
    );
    expect(wrong).toEqual([]);
  });

  test('react is imported nowhere outside renderer', () => {
    const wrong = [...listImports('protocols'), ...listImports('main')].filter(
      ({ target }) => isPackage(target, 'react') || isPackage(target, 'react-dom'),
    );
    expect(wrong).toEqual([]);
  });

  test('main opens no connection: the modules that ignore the network lock are not imported', () => {
    const open = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'undici'];
    const wrong = listImports('main').filter(({ target }) =>
      open.some((name) => target === name || target === `node:${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('window.bridge is named only in renderer/bridge', () => {
    const wrong = listSources('renderer').filter(
      (file) =>
        !file.startsWith('renderer/bridge/') && readFileSync(join(ROOT, file), 'utf8').includes('window.bridge'),
    );
    expect(wrong).toEqual([]);
  });

  test('ipcMain is named only in main/ipc/handle.ts', () => {
    const wrong = listSources('main').filter(
      (file) => file !== 'main/ipc/handle.ts' && /\bipcMain\b/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

test('the guard sees every way to import', () => {
  const found = readImports(
    'main/app/x.ts',
    `import a from '../../renderer/a';\nexport { b } from "./b";\nconst c = await import('electron');\nimport './d.css';`,
  );
  expect(found.map(({ target }) => target)).toEqual(['renderer/a', 'main/app/b', 'electron', 'main/app/d.css']);
});

test('the top level holds the agreed rooms and nothing else', () => {
  expect(readdirSync(ROOT).filter((name) => !IGNORED.has(name) && !TOP_LEVEL.test(name))).toEqual([]);
});

test('no type or lint rule is switched off in the rooms', () => {
  const off =
    /(:\s*any\s*[;,)=\]|&>{[]|\bas any\b|@ts-(ignore|nocheck|expect-error)|eslint-disable|oxlint-disable|biome-ignore)/;
  const wrong = ['main', 'renderer', 'protocols']
    .flatMap(listSources)
    .filter((file) => off.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(wrong).toEqual([]);
});
