import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { RootContent } from 'mdast';
import { toString as toPlain } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { KnownMarkdown, cutAtHeadings } from '../../../protocols/authoring/known-markdown';
import { parseMarkdown } from '../../../protocols/authoring/markdown';

const DOCUMENTS = join(import.meta.dirname, '../../../protocols/documents');
const SHIPPED = readdirSync(DOCUMENTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map(({ name }) => readFileSync(join(DOCUMENTS, name, readdirSync(join(DOCUMENTS, name))[0] ?? ''), 'utf8'));

/** What the compiler reads of a node. */
const read = (node: RootContent) => ({
  type: node.type,
  words: toPlain(node),
  start: node.position?.start,
  end: node.position?.end,
  ...('value' in node ? { value: node.value } : {}),
  ...('depth' in node ? { depth: node.depth } : {}),
  ...(node.type === 'code' ? { lang: node.lang, meta: node.meta } : {}),
});

/** The text as it is read in pieces, and as it is as a whole. */
function readBoth(text: string, known = new KnownMarkdown()): { pieces: unknown; whole: unknown } {
  return { pieces: known.read(text).map(read), whole: parseMarkdown(text).children.map(read) };
}

test('every shipped document is cut in many pieces and read as it is as a whole', () => {
  for (const text of SHIPPED) {
    expect(cutAtHeadings(text).length).toBeGreaterThan(5);
    expect(cutAtHeadings(text).join('')).toBe(text);
    const { pieces, whole } = readBoth(text);
    expect(pieces).toEqual(whole);
  }
});

// Lines of which one may swallow, end or begin what the others are.
const LINES = [
  '',
  '',
  '# Heading {#a}',
  '## Second',
  '#',
  '#no heading',
  '    # in code',
  'words',
  'words `code',
  '- item',
  '  more of the item',
  '10. ten',
  '    under ten',
  '> quoted',
  '```',
  '```yaml dose',
  '~~~',
  '  ```',
  '- ```',
  '| a | b |',
  '| - | - |',
  'setext',
  '===',
  '---',
  '<!-- open',
  '-->',
  '<div>',
  '[a]: b',
  '[a]',
  '[^1]: foot',
  '\t# tab',
];

test('whatever stands around headings, the pieces mean what the whole means', () => {
  const text = fc.array(fc.constantFrom(...LINES), { maxLength: 25 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, (typed) => {
      const { pieces, whole } = readBoth(typed);
      expect(pieces).toEqual(whole);
    }),
    { numRuns: 1500 },
  );
});

test('a text written on is read as if it were new', () => {
  const [text = ''] = SHIPPED;
  const key = fc.record({ at: fc.nat(text.length), typed: fc.constantFrom('a', ' ', '\n', '\n\n', '#', '`', '```\n') });
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (keys) => {
      let known = new KnownMarkdown();
      let now = text;
      known.read(now);
      for (const { at, typed } of keys) {
        now = now.slice(0, at) + typed + now.slice(at);
        known = new KnownMarkdown(known);
        const { pieces, whole } = readBoth(now, known);
        expect(pieces).toEqual(whole);
      }
    }),
    { numRuns: 20 },
  );
});
