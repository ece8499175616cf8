import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNotes } from '../../../main/exchange/read-notes';

async function fileOf(content: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'handrail-exchange-')), 'notes.jsonld');
  await writeFile(file, content);
  return file;
}

test('reads annotations from a file', async () => {
  const file = await fileOf('{"type":"Annotation","bodyValue":"Two nurses."}');
  expect(await readNotes(file)).toMatchObject({
    ok: true,
    value: { foreign: [{ body: 'Two nurses.' }] },
  });
});

test('says what is wrong with a file that holds none', async () => {
  const file = await fileOf('{');
  expect(await readNotes(file)).toEqual({ ok: false, error: { kind: 'refused', file, failure: { kind: 'not-json' } } });
});

test('says that a file is not there', async () => {
  expect(await readNotes('/nowhere/notes.jsonld')).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
});

test('refuses a file above the limit without reading it, and names the limit', async () => {
  const file = await fileOf('');
  await truncate(file, 256_000_001);
  const error = { kind: 'too-large', found: 256_000_001, most: 256_000_000 };
  expect(await readNotes(file)).toEqual({ ok: false, error });
});
