import { expect, test } from 'vitest';
import { readYaml } from '../../../protocols/authoring/authored-yaml';

const FIRST = 40;

// The parser's own words are English and count lines from where the piece of text begins: none of them may reach a reader.
test.each([
  ['a value that looks like a field', 'id: a\ntitle: Note: read this', 'yaml-field', 41],
  ['a line that is no field', 'id: a\nmore\nlast: b', 'yaml-field', 41],
  ['a quote that is never closed', 'id: a\ntitle: "words', 'yaml-missing', 41],
  ['a bracket that is never closed', 'sources: [s1, s2', 'yaml-indent', 40],
  ['items set in unlike each other', 'a:\n  - x\n - y', 'yaml-field', 42],
  ['a tab', 'a:\n\tb: c', 'yaml-tab', 41],
  ['a sign that begins no text', 'by: @nurse', 'yaml-start', 40],
  ['more words behind a quote', 'title: "one" two', 'yaml-sign', 40],
  ['a bare comparison', 'when: > 5 mg', 'yaml-sign', 40],
  ['a backslash', String.raw`path: "a\q"`, 'yaml-escape', 40],
  ['a dividing line', 'id: a\n---\nid: b', 'yaml-divided', 41],
  ['a star with nothing behind it', 'note: *', 'yaml-alias', 40],
] as const)('%s is told in words of ours, once, with its line in the file', (_name, text, code, line) => {
  const { problems, value } = readYaml(text, FIRST);
  expect(value).toBeUndefined();
  expect(problems[0]).toMatchObject({ code, line });
  expect(new Set(problems.map((problem) => `${problem.code} ${problem.line}`)).size).toBe(problems.length);
  for (const { message } of problems) expect(message).not.toMatch(/at line|column|mapping|token|implicit/i);
});
