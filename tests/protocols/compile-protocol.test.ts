import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';

const example = readFileSync(new URL('../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

test('compiles a document with every kind of block', () => {
  const result = compileProtocol(example);
  expect(result.ok ? [] : result.error).toEqual([]);
});
