import type { Code, RootContent } from 'mdast';
import { type Document, isCollection, isPair, visit } from 'yaml';
import type { Issue, Result } from '../schema/result';
import { fail, ok } from '../schema/result';
import { parseYaml } from './authored-yaml';
import { toCanonicalJson } from './canonical-json';
import { compileProtocol } from './compile-protocol';
import { normaliseText, splitFrontMatter } from './front-matter';
import { parseMarkdown, toSource } from './markdown';
import { toFence } from './to-authored';
import { layOut, lineLength } from './write-yaml';

const WIDTH = 120;

/**
 * Rewrites an authored document in the one layout: prose, comments, quotes and the grouping of blocks stay the author's;
 * blank lines, spaces, indents and line ends are ours. A document with issues is refused, and so is a change of meaning.
 */
export function formatAuthored(text: string): Result<string, Issue[]> {
  const before = compileProtocol(text);
  if (!before.ok) return before;
  const parts = splitFrontMatter(normaliseText(text));
  if (parts === undefined) return fail([{ path: '', message: 'has no front matter' }]);
  const { children } = parseMarkdown(parts.body);
  const body = children.map((node) => formatNode(parts.body, node)).join('\n\n');
  const formatted = `---\n${formatYaml(parts.yaml)}---\n\n${body}\n`;
  const after = compileProtocol(formatted);
  if (!after.ok) return after;
  if (toCanonicalJson(after.value) !== toCanonicalJson(before.value))
    return fail([{ path: '', message: 'would mean something else in the one layout, so it was left as it is' }]);
  return ok(formatted);
}

function formatNode(body: string, node: RootContent): string {
  if (node.type !== 'code') return toSource(body, node);
  const { meta, value }: Code = node;
  return toFence(meta?.trim() ?? '', formatYaml(value));
}

function formatYaml(text: string): string {
  const { document } = parseYaml(text);
  spreadLongLists(document, text);
  return layOut(document);
}

/** What an author broke over several lines is not pressed into one that runs off the page. */
function spreadLongLists(document: Document, text: string): void {
  visit(document, (_key, node) => {
    if (!isCollection(node) || node.flow !== true || !node.range) return;
    const wasBroken = text.slice(node.range[0], node.range[1]).includes('\n');
    const holdsMore = node.items.some((item) => isCollection(isPair(item) ? item.value : item));
    if (wasBroken && (holdsMore || lineLength(node) > WIDTH)) node.flow = false;
  });
}
