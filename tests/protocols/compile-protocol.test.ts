import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';

const example = readFileSync(new URL('../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

test('compiles a document with every kind of block', () => {
  const result = compileProtocol(example);
  expect(result.ok ? [] : result.error).toEqual([]);
});

test.each([
  ['a block of HTML', '<div>Give twice.</div>', /raw HTML/],
  ['HTML within a sentence', 'Give <b>twice</b>.', /raw HTML/],
  ['HTML within a list', '- give <i>once</i>', /raw HTML/],
  ['a picture', 'See ![the pump](pump.png).', /images are not allowed/],
  ['a picture by reference', 'See ![the pump][p].\n\n[p]: pump.png', /images are not allowed/],
])('refuses %s, with its line', (_name, prose, message) => {
  const result = compileProtocol(example.replace('# Dose {#dose}\n', `# Dose {#dose}\n\n${prose}\n`));
  const line = example.split('\n').indexOf('# Dose {#dose}') + 3;
  expect(result.ok ? [] : result.error).toContainEqual(
    expect.objectContaining({ line, message: expect.stringMatching(message) as string }),
  );
});

test('a comparison sign in prose is not HTML', () => {
  expect(
    compileProtocol(example.replace('Weigh the patient on the day.', 'Weigh the patient when 2 < 3 and 3 > 2.')).ok,
  ).toBe(true);
});
