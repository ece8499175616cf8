import type { Emphasis, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { Fragment, type ReactElement, type ReactNode, useMemo } from 'react';
import { unified } from 'unified';
import { toVisibleText } from '../../protocols/notes/visible-text';
import styles from './notes.module.css';

// Only bold and lists mean anything. All else stays as typed: "> 160 mmHg" is a limit, not a quotation, and "# 3" a number.
const LITERAL = [
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
];
const markdown = unified()
  .data('micromarkExtensions', [{ disable: { null: LITERAL } }])
  .use(remarkParse)
  .freeze();

/** The words of a note: plain text with bold and lists. Nothing in it can link, load or run. */
export function NoteText({ body }: { body: string }): ReactElement {
  const blocks = useMemo(() => markdown.parse(body).children, [body]);
  return <div className={styles['text']}>{blocks.map((node, index) => renderBlock(node, body, index))}</div>;
}

function renderBlock(node: RootContent, body: string, key: number): ReactNode {
  if (node.type === 'paragraph') return <p key={key}>{renderInline(node.children, body)}</p>;
  if (node.type === 'list' && !isPlusList(node, body)) return renderList(node, body, key);
  return <p key={key}>{toVisibleText(toSource(node, body))}</p>;
}

function renderList(list: List, body: string, key: number): ReactNode {
  const items = list.children.map((item, index) => (
    <li key={index} value={list.ordered === true ? toTypedNumber(item, body) : undefined}>
      {item.children.map((child, at) =>
        child.type === 'paragraph' && item.spread !== true ? (
          <Fragment key={at}>{renderInline(child.children, body)}</Fragment>
        ) : (
          renderBlock(child, body, at)
        ),
      )}
    </li>
  ));
  return list.ordered === true ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
}

/** "+ 5 mg" means to add 5 mg: a list would swallow the sign. */
function isPlusList(list: List, body: string): boolean {
  return list.ordered !== true && toSource(list, body).startsWith('+');
}

/** The number as typed: Markdown would count on from the first, and "1. … 3. …" would read 1, 2. */
function toTypedNumber(item: ListItem, body: string): number | undefined {
  const digits = /^\d+/.exec(toSource(item, body))?.[0];
  return digits === undefined ? undefined : Number.parseInt(digits, 10);
}

function renderInline(nodes: readonly PhrasingContent[], body: string): ReactNode[] {
  return nodes.map((node, index) => {
    if (node.type === 'text') return toVisibleText(node.value);
    if (node.type === 'break') return '\n';
    if (node.type === 'strong') return <strong key={index}>{renderInline(node.children, body)}</strong>;
    if (node.type === 'emphasis') return <Fragment key={index}>{renderStarred(node, body)}</Fragment>;
    return toVisibleText(toSource(node, body));
  });
}

/** No italics for clinical words: single stars stay stars. */
function renderStarred(node: Emphasis, body: string): ReactNode[] {
  const star = toSource(node, body).charAt(0);
  return [star, ...renderInline(node.children, body), star];
}

function toSource(node: RootContent, body: string): string {
  return body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? body.length);
}
