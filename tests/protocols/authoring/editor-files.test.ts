import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toFindingLine } from '../../../main/cli/authored-files';
import { BLOCK_SHAPES } from '../../../protocols/authoring/authored-shape';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { formatAuthored } from '../../../protocols/authoring/format-authored';

const at = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../.vscode/${file}`, import.meta.url), 'utf8'));

const snippets = Object.values(at('protocols.code-snippets') as Record<string, { prefix: string; body: string[] }>);

/** What stands there when an author takes every first choice and every given text. */
function expand(prefix: string): string {
  const body = snippets.find((snippet) => snippet.prefix === prefix)?.body.join('\n') ?? '';
  return body.replaceAll(
    /\$\{\d+(?::([^}]*)|\|([^,|]*)[^|]*\|)\}/g,
    (_all, text?: string, first?: string) => text ?? first ?? '',
  );
}

describe('what an editor completes', () => {
  test('there is a snippet for every block type but prose', () => {
    const types = Object.keys(BLOCK_SHAPES).filter((type) => type !== 'narrative');
    expect(snippets.map(({ prefix }) => prefix)).toEqual(expect.arrayContaining(types));
  });

  test.each(
    snippets.map(({ prefix }) => prefix).filter((prefix) => !['front-matter', 'section', 'paragraph'].includes(prefix)),
  )('%s compiles as it is', (prefix) => {
    const text = `${expand('front-matter')}\n${expand('section')}\n${expand('paragraph')}\n${expand(prefix)}`;
    const result = compileProtocol(text);
    expect(result.ok ? [] : result.error).toEqual([]);
  });
});

test('what check says leads an editor to file and line', () => {
  const { tasks } = at('tasks.json') as { tasks: { problemMatcher: { pattern: { regexp: string } } }[] };
  const pattern = new RegExp(tasks[0]?.problemMatcher.pattern.regexp ?? '');
  const line = toFindingLine({ file: 'exa/1.0.0.md', line: 12, path: 'sections.0.id', message: 'says: what is wrong' });
  expect(pattern.exec(line)?.slice(1)).toEqual(['exa/1.0.0.md', '12', 'sections.0.id', 'says: what is wrong']);
  expect(pattern.exec('exa/1.0.0.md:3: no path')?.slice(1)).toEqual(['exa/1.0.0.md', '3', undefined, 'no path']);
});

test('the example of the authoring guide is sound and in the one layout', () => {
  const guide = readFileSync(new URL('../../../protocols/documents/README.md', import.meta.url), 'utf8');
  const [, example = ''] = /^````markdown\n([\s\S]*?)^````$/m.exec(guide) ?? [];
  const formatted = formatAuthored(example);
  expect(formatted.ok ? [] : formatted.error).toEqual([]);
  expect(formatted).toEqual({ ok: true, value: example });
});
