import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseProtocol } from '../../protocols/schema/parse-protocol';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';

const example = readFileSync(new URL('../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

test('compiles a document with every kind of block', () => {
  const result = compileProtocol(example);
  expect(result.ok ? [] : result.error).toEqual([]);
});

const asProse = (md: string): string => example.replace('# Dose {#dose}\n', `# Dose {#dose}\n\n${md}\n`);
const asFence = (md: string): string => asProse(`\`\`\`yaml narrative\nid: extra\nmd: ${JSON.stringify(md)}\n\`\`\``);
const issuesOf = (text: string): unknown[] => {
  const result = compileProtocol(text);
  return result.ok ? [] : [...result.error];
};

describe.each([
  ['as prose', asProse],
  ['in a fence', asFence],
])('%s', (_door, write) => {
  test.each([
    ['a block of HTML', '<div>Give twice.</div>', /raw HTML/],
    ['a comment', '<!-- Give twice. -->', /raw HTML/],
    ['HTML within a sentence', 'Give <b>twice</b>.', /raw HTML/],
    ['HTML within a list', '- give <i>once</i>', /raw HTML/],
    ['HTML behind an escaped backslash', 'Give \\\\<b>twice.', /raw HTML/],
    ['a picture', 'See ![the pump](pump.png).', /an image/],
    ['a picture by reference', 'See ![the pump][p].', /an image/],
  ])('refuses %s, with its line', (_name, md, message) => {
    const line = example.split('\n').indexOf('# Dose {#dose}') + (write === asProse ? 3 : 5);
    expect(issuesOf(write(md))).toContainEqual(
      expect.objectContaining({ line, message: expect.stringMatching(message) as string }),
    );
  });

  test.each(['Wait when 2 < 3 and 3 > 2.', 'Write \\<b> as it is.', 'Stop! [sic]', 'Stop \\![sic]'])(
    'takes %s',
    (md) => {
      expect(issuesOf(write(md))).toEqual([]);
    },
  );
});

test('refuses data nested deeper than any protocol, and no shallower', () => {
  const nest = (levels: number): unknown => {
    let data: unknown = 'x';
    for (let level = 0; level < levels; level++) data = level % 2 === 0 ? [data] : { a: data };
    return data;
  };
  const told = (levels: number): string[] => {
    const result = parseProtocol(nest(levels));
    return result.ok ? [] : result.error.map(({ message }) => message);
  };
  expect(told(40)).not.toContain('is nested more than 40 levels deep');
  expect(told(41)).toEqual(['is nested more than 40 levels deep']);
  expect(told(100_000)).toEqual(['is nested more than 40 levels deep']);
});
