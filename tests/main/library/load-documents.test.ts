import { cpSync, mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary, toSha256 } from '../../../main/library/library';
import { loadDocuments } from '../../../main/library/load-documents';
import { toSummary } from '../../../main/library/manifest';
import { toCanonicalJson, toContentHash } from '../../../protocols/authoring/canonical-json';
import { INDEX_FORMAT } from '../../../protocols/search/built-index';
import type { Protocol } from '../../../protocols/schema/protocol';

const FIXTURES = join(import.meta.dirname, '../../fixtures/documents');

async function example(): Promise<Protocol> {
  const { loaded } = await loadDocuments(FIXTURES);
  const protocol = loaded[0]?.protocol;
  if (protocol === undefined) throw new Error('the example does not load');
  return protocol;
}

/** A folder with the given files, each `<id>/<name>`. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-library-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const canonical = async (): Promise<string> => toCanonicalJson(await example());

test('reads authored and canonical documents alike', async () => {
  const authored = await loadDocuments(FIXTURES);
  const built = await loadDocuments(folderWith({ 'exa-session/1.0.0.json': await canonical() }));
  expect(authored.withheld).toEqual([]);
  expect(built.loaded[0]?.protocol).toEqual(authored.loaded[0]?.protocol);
  expect(built.loaded[0]?.contentHash).toBe(authored.loaded[0]?.contentHash);
});

describe('withholds whole, with the reason', () => {
  const withheld = async (files: Readonly<Record<string, string>>): Promise<string> => {
    const result = await loadDocuments(folderWith(files));
    expect(result.loaded).toEqual([]);
    // By its code the page says it in its reader's language.
    for (const { issues } of result.withheld) for (const { code } of issues) expect(code).toBeDefined();
    return JSON.stringify(result.withheld);
  };

  test.each([0.05, 0.3, 0.5, 0.7, 0.95, 0.999])('a document cut short at %d of its length', async (part) => {
    const text = await canonical();
    expect(await withheld({ 'exa-session/1.0.0.json': text.slice(0, Math.floor(text.length * part)) })).toMatch(
      /is not whole/,
    );
  });

  test('an authored document cut short in a block', async () => {
    const text = readFileSync(join(FIXTURES, 'exa-session/1.0.0.md'), 'utf8');
    expect(await withheld({ 'exa-session/1.0.0.md': text.slice(0, text.indexOf('cap: local')) })).toMatch(
      /never closed/,
    );
  });

  test('a document with one wrong value, naming its path', async () => {
    const text = (await canonical()).replace('"value":"8.5"', '"value":"8.50"');
    expect(await withheld({ 'exa-session/1.0.0.json': text })).toMatch(/sections\.1\.blocks\.1\.amount\.usual\.value/);
  });

  test('a document whose file says another name', async () => {
    expect(await withheld({ 'exa-session/2.0.0.json': await canonical() })).toMatch(/not what its file is called/);
  });

  test('a document larger than any, without taking it into memory', async () => {
    const folder = folderWith({ 'exa-session/1.0.0.md': '' });
    truncateSync(join(folder, 'exa-session/1.0.0.md'), 3 * 2 ** 30);
    const {
      withheld: [only],
    } = await loadDocuments(folder);
    expect(only?.issues).toMatchObject([{ code: 'document-large' }]);
  });

  test('an empty file', async () => {
    expect(await withheld({ 'exa-session/1.0.0.md': '' })).toMatch(/front matter/);
  });
});

test('one bad document does not take a good one with it', async () => {
  const folder = folderWith({ 'bad/1.0.0.md': 'no' });
  cpSync(FIXTURES, folder, { recursive: true });
  const { loaded, withheld } = await loadDocuments(folder);
  expect(loaded).toHaveLength(1);
  expect(withheld.map(({ file }) => file)).toEqual(['bad/1.0.0.md']);
});

test('the same edition twice is shown once and the second is named', async () => {
  const folder = folderWith({ 'exa-session/1.0.0.json': await canonical() });
  cpSync(FIXTURES, folder, { recursive: true });
  const { loaded, withheld } = await loadDocuments(folder);
  expect(loaded).toHaveLength(1);
  expect(withheld[0]?.issues[0]?.message).toMatch(/same edition as/);
});

const INDEX = '{"an":"index"}';

/** A built library of the example, its text changed after it was built. */
async function shippedLibrary(change: (text: string) => string): Promise<string> {
  const protocol = await example();
  const summary = toSummary({ file: 'exa-session/1.0.0.json', protocol, contentHash: toContentHash(protocol) });
  const searchIndex = { file: 'search-index.bin', sha256: toSha256(INDEX), format: INDEX_FORMAT };
  const manifest = { format: 'library/1', protocols: [{ file: 'exa-session/1.0.0.json', summary }], searchIndex };
  return folderWith({
    'exa-session/1.0.0.json': change(toCanonicalJson(protocol)),
    'library.json': JSON.stringify(manifest),
    'search-index.bin': INDEX,
  });
}

describe('the shipped library', () => {
  test('opens when every file is as it was built', async () => {
    const library = await openLibrary('shipped', await shippedLibrary((text) => text));
    expect(library.listing.protocols.map(({ id }) => id)).toEqual(['exa-session']);
    expect(await library.open({ id: 'exa-session', version: '1.0.0' })).toEqual({ ok: true, value: await example() });
    expect(await library.open({ id: 'exa-session', version: '9.0.0' })).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  test('withholds a document in which one digit was changed on disk', async () => {
    const library = await openLibrary('shipped', await shippedLibrary((text) => text.replace('"9.75"', '"9.76"')));
    expect(library.listing.protocols).toEqual([]);
    expect(library.listing.withheld[0]?.issues[0]?.message).toMatch(/was changed on this computer/);
    expect(await library.open({ id: 'exa-session', version: '1.0.0' })).toMatchObject({
      ok: false,
      error: { kind: 'withheld' },
    });
  });
});

test('the index is handed over only when it is the one built over exactly what is shown', async () => {
  const whole = await openLibrary('shipped', await shippedLibrary((text) => text));
  expect(String(await whole.readSearchIndex())).toBe(INDEX);
  const withheld = await openLibrary('shipped', await shippedLibrary((text) => text.replace('"9.75"', '"9.76"')));
  expect(await withheld.readSearchIndex()).toBeUndefined();
  const folder = await shippedLibrary((text) => text);
  writeFileSync(join(folder, 'search-index.bin'), '{}');
  expect(await (await openLibrary('shipped', folder)).readSearchIndex()).toBeUndefined();
  expect(await (await openLibrary('folder', FIXTURES)).readSearchIndex()).toBeUndefined();
});

test('a document altered between start and opening is withheld then', async () => {
  const folder = await shippedLibrary((text) => text);
  const library = await openLibrary('shipped', folder);
  writeFileSync(join(folder, 'exa-session/1.0.0.json'), '{}');
  expect(await library.open({ id: 'exa-session', version: '1.0.0' })).toMatchObject({
    ok: false,
    error: { kind: 'withheld' },
  });
  expect(await library.find('exa-session')).toBeUndefined();
});

test.each(['/is/not/there', join(FIXTURES, 'exa-session/1.0.0.md')])(
  'a folder that cannot be read is said to be so: %s',
  async (folder) => {
    const library = await openLibrary('folder', folder);
    expect(library.listing).toMatchObject({
      protocols: [],
      withheld: [],
      failure: { kind: 'folder-unreadable', folder },
    });
  },
);
