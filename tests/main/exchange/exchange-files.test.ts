import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { ExchangeFiles } from '../../../main/exchange/exchange-files';
import type { NewRecord } from '../../../protocols/journal/entry';
import { fail, ok } from '../../../protocols/schema/result';

const chosen = vi.hoisted(() => ({ file: '' }));

vi.mock('electron', () => ({
  app: { getPath: () => '/documents' },
  dialog: {
    showSaveDialog: async () => ({ canceled: chosen.file === '', filePath: chosen.file }),
    showOpenDialog: async () => ({ canceled: chosen.file === '', filePaths: [chosen.file] }),
  },
}));

let folder = '';
let written: (readonly NewRecord[])[] = [];
const revision = { revision: 'r', noteId: 'n', parents: [], state: {} } as never;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-exchange-'));
  chosen.file = join(folder, 'notes.jsonld');
  written = [];
});

function files(isFull = false): ExchangeFiles {
  return new ExchangeFiles(() => undefined, {
    append: async (records) => {
      if (isFull) return fail({ kind: 'full' });
      written.push(records);
      return ok([]);
    },
  });
}

async function ticketOf(begun: Promise<{ ok: boolean; value?: { ticket: string } }>): Promise<string> {
  return (await begun).value?.ticket ?? '';
}

test('puts an export in place whole once it is finished, and not before', async () => {
  await writeFile(chosen.file, 'earlier');
  const exchange = files();
  const ticket = await ticketOf(exchange.begin('annotations'));
  expect(exchange.write(ticket, 'né')).toEqual(ok(undefined));
  expect(exchange.write(ticket, 'e')).toEqual(ok(undefined));
  expect(await readFile(chosen.file, 'utf8')).toBe('earlier');
  expect(await exchange.finish(ticket)).toEqual(ok({ file: chosen.file }));
  expect(await readFile(chosen.file, 'utf8')).toBe('née');
  expect(await readdir(folder)).toEqual(['notes.jsonld']);
  expect(await exchange.finish(ticket)).toEqual(fail({ kind: 'not-begun' }));
});

test('says that nothing was begun to whoever was not asked where to', async () => {
  const exchange = files();
  chosen.file = '';
  expect(await exchange.begin('table')).toEqual(fail({ kind: 'cancelled' }));
  expect(await exchange.open()).toEqual(fail({ kind: 'cancelled' }));
  expect(exchange.write('t', 'x')).toEqual(fail({ kind: 'not-begun' }));
  expect(exchange.gather('t', [])).toEqual(fail({ kind: 'not-begun' }));
  expect(await exchange.take('t')).toEqual(fail({ kind: 'not-begun' }));
});

test('refuses an export above the limit, counted in bytes, and forgets it', async () => {
  const exchange = files();
  const ticket = await ticketOf(exchange.begin('table'));
  const part = 'é'.repeat(16_000_000);
  for (let count = 0; count < 8; count += 1) expect(exchange.write(ticket, part).ok).toBe(true);
  expect(exchange.write(ticket, 'x')).toEqual(fail({ kind: 'too-large', found: 256_000_001, most: 256_000_000 }));
  expect(await exchange.finish(ticket)).toEqual(fail({ kind: 'not-begun' }));
  expect(await readdir(folder)).toEqual([]);
});

test('writes what is taken in at once, and nothing of it before', async () => {
  await writeFile(chosen.file, '{"type":"AnnotationPage","items":[]}');
  const exchange = files();
  const ticket = await ticketOf(exchange.open());
  exchange.gather(ticket, [revision]);
  exchange.gather(ticket, [revision]);
  expect(written).toEqual([]);
  expect(await exchange.take(ticket)).toEqual(ok({ count: 2 }));
  expect(written).toEqual([
    [
      { kind: 'note', body: revision },
      { kind: 'note', body: revision },
    ],
  ]);
  expect(await exchange.take(ticket)).toEqual(fail({ kind: 'not-begun' }));
});

test('says that nothing was taken in when the journal cannot be written', async () => {
  await writeFile(chosen.file, '{"type":"AnnotationPage","items":[]}');
  const exchange = files(true);
  const ticket = await ticketOf(exchange.open());
  expect(exchange.gather(ticket, [revision]).ok).toBe(true);
  expect(await exchange.take(ticket)).toEqual(fail({ kind: 'not-taken', failure: { kind: 'full' } }));
});
