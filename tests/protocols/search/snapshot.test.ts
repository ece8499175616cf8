import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { Protocol } from '../../../protocols/schema/protocol';
import { SearchIndex } from '../../../protocols/search/search-index';
import { parseSnapshot } from '../../../protocols/search/snapshot';
import { GOLD } from './gold-queries';

const DOCUMENTS = join(import.meta.dirname, '../../../protocols/documents');

function readShipped(): Protocol[] {
  return readdirSync(DOCUMENTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
    .map(({ name }) => {
      const result = compileProtocol(readFileSync(join(DOCUMENTS, name, '1.0.0.md'), 'utf8'));
      if (!result.ok) throw new Error(`${name} does not compile`);
      return result.value;
    });
}

const protocols = readShipped();
const built = new SearchIndex(protocols);
const text = JSON.stringify(built.toSnapshot());

function restore(): SearchIndex {
  return new SearchIndex([], parseSnapshot(JSON.parse(text)));
}

test('an index restored from its snapshot answers every query as the one it was taken from', () => {
  const restored = restore();
  for (const [query] of GOLD)
    expect(restored.search(query, 12, { today: '2026-12-01' })).toEqual(
      built.search(query, 12, { today: '2026-12-01' }),
    );
});

test('taking a snapshot of a restored index changes nothing', () => {
  expect(JSON.stringify(restore().toSnapshot())).toBe(text);
});

test('a document added to a restored index is found beside the others', () => {
  const [last, ...others] = protocols.toReversed();
  if (last === undefined) throw new Error('no documents');
  const some = new SearchIndex([], parseSnapshot(structuredClone(new SearchIndex(others.toReversed()).toSnapshot())));
  some.add(last);
  expect(some.search(last.title, 1).hits[0]?.protocolId).toBe(last.id);
  expect(some.search('ketamine iv', 12)).toEqual(built.search('ketamine iv', 12));
});

test('a snapshot of another form is not used', () => {
  expect(parseSnapshot(JSON.parse(text.replace('"search/2 ', '"search/0 ')))).toBeUndefined();
});
