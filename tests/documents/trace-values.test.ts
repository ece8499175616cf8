import { describe, expect, test } from 'vitest';

import { compile, objectsOf, shipped, valuesOf } from './shipped-documents';
import { MARKS } from '../../protocols/schema/vocabulary';

describe.each(shipped)('$id $version', (document) => {
  const protocol = compile(document);
  const listed = new Set(protocol.sources.map(({ id }) => id));

  const isTraced = (node: Record<string, unknown>): boolean =>
    MARKS.some((mark) => mark === node['mark']) &&
    Array.isArray(node['sources']) &&
    node['sources'].length > 0 &&
    node['sources'].every((key) => listed.has(String(key)));

  test('every value has a mark and a listed source', () => {
    const values = [...valuesOf(protocol)];
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter(({ node }) => !isTraced(node)).map(({ path }) => path)).toEqual([]);
  });

  test('every schedule, repeat and step has a mark and a listed source', () => {
    const parts = [...objectsOf(protocol)].filter(({ path }) =>
      /\.(schedule|repeat|steps|adjustments)\.\d+$/.test(path),
    );
    expect(parts.filter(({ node }) => !isTraced(node)).map(({ path }) => path)).toEqual([]);
  });

  test('a recalled value never borrows the standing of general knowledge without saying so', () => {
    const unchecked = [...objectsOf(protocol)].filter(
      ({ node }) =>
        Array.isArray(node['sources']) && node['sources'].includes('recalled') && node['mark'] !== 'recalled',
    );
    expect(unchecked.map(({ path }) => path)).toEqual([]);
  });

  test('what the clinic sets says what to know before setting it', () => {
    const local = [...objectsOf(protocol)].filter(({ node }) => node['mark'] === 'local' && !('sources' in node));
    expect(local.length).toBeGreaterThan(0);
    expect(local.filter(({ node }) => typeof node['text'] !== 'string').map(({ path }) => path)).toEqual([]);
  });
});
