import { expect, test } from 'vitest';
import { INDEX_FORMAT, parseIndex } from '../../../protocols/search/built-index';
import { SearchIndex } from '../../../protocols/search/search-index';
import { compile, shipped } from '../../documents/shipped-documents';

const TODAY = { today: '2026-12-01' };
const QUERIES = ['ketamine iv', 'bp limit', 'spravato', 'max dose', 'sedattion', '0.5 mg/kg', 'zzzz', 'ket', 'à jeun'];
const protocols = shipped.map(compile);
const built = new SearchIndex(protocols);
const bytes = built.toBytes();

function restore(from = bytes): SearchIndex {
  return new SearchIndex([], parseIndex(from));
}

test('an index read back from its bytes answers every query as the one it was packed from', () => {
  const restored = restore();
  for (const query of QUERIES) expect(restored.search(query, 12, TODAY)).toEqual(built.search(query, 12, TODAY));
});

test('packing an index that was read back gives the same bytes, and so does building it again', () => {
  expect(restore().toBytes()).toEqual(bytes);
  expect(new SearchIndex(protocols).toBytes()).toEqual(bytes);
});

test('bytes that do not begin at a round address are read all the same', () => {
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(restore(shifted.subarray(3)).search('ketamine iv', 3, TODAY)).toEqual(built.search('ketamine iv', 3, TODAY));
});

test('a document added to an index read back is found beside the others', () => {
  const [last, ...others] = protocols.toReversed();
  if (last === undefined) throw new Error('no documents');
  const some = restore(new SearchIndex(others.toReversed()).toBytes());
  some.add(last);
  expect(some.search(last.title, 1).hits[0]?.protocolId).toBe(last.id);
  expect(some.search('ketamine iv', 12)).toEqual(built.search('ketamine iv', 12));
});

test('an index of another analyser or lexicon, or no index at all, is not used', () => {
  const text = new TextDecoder('latin1')
    .decode(bytes)
    .replace(INDEX_FORMAT, INDEX_FORMAT.replace('search/', 'search!'));
  expect(parseIndex(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBeUndefined();
  expect(parseIndex(new TextEncoder().encode('{"format":"search/2"}'))).toBeUndefined();
  expect(parseIndex(new Uint8Array(3))).toBeUndefined();
  expect(parseIndex(bytes.subarray(0, 20))).toBeUndefined();
});
