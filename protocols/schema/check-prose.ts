import { walkBlocks } from './walk-blocks';
import type { Readable } from './readable';
import type { Issue } from './result';
import { say } from './sentences';

// Behind an odd number of backslashes a sign stands for itself.
const UNESCAPED = String.raw`(?<!\\)(?:\\\\)*`;
// Also inside code, where Markdown would show it: a protocol has no use for either, and one rule is easier to trust.
const HTML = new RegExp(`${UNESCAPED}<[A-Za-z/!?]`);
const IMAGE = new RegExp(`${UNESCAPED}!\\[`);

/** Prose is Markdown alone: the reader would drop HTML and pictures, and with them words the author counted on. */
export function checkProse({ protocol, unread }: Readable): Issue[] {
  return [...walkBlocks(protocol)].flatMap(({ block, path }) => {
    if (block.type !== 'narrative' || unread.has(block.id)) return [];
    const issues: Issue[] = [];
    if (HTML.test(block.md))
      issues.push({
        path: `${path}.md`,
        ...say('prose-html'),
      });
    if (IMAGE.test(block.md))
      issues.push({
        path: `${path}.md`,
        ...say('prose-image'),
      });
    return issues;
  });
}
