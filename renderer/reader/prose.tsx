import type { Root as HastRoot, RootContent } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, type ReactElement, useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Amount, Time } from '../../protocols/schema/values';
import { resolveTextReference, splitTextReferences } from '../../protocols/text/text-references';
import { ClinicalValue } from './clinical-value';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize);
const VALUE_ELEMENT = 'clinical-value';

/** Protocol prose: Markdown without HTML, its references shown as the values they name. */
export function Prose({
  protocol,
  md,
  renderValue = (value) => <ClinicalValue value={value} brief />,
}: {
  protocol: Protocol;
  md: string;
  /** How a value is shown; on paper otherwise than on screen. */
  renderValue?: (value: Amount | Time) => ReactElement;
}): ReactElement {
  const { language } = protocol;
  const tree = useMemo(
    () => inLanguage(markReferences(markdown.runSync(markdown.parse(md))), language),
    [md, language],
  );
  return toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    components: {
      [VALUE_ELEMENT]: ({ reference }: { reference: string }) => (
        <ReferencedValue protocol={protocol} reference={reference} renderValue={renderValue} />
      ),
      a: NamedAddress,
    },
  });
}

/** A link in a protocol names its source; this program opens no address. */
function NamedAddress({ children, href }: ComponentProps<'a'>): ReactElement {
  return (
    <span>
      {children}
      {href !== undefined && href !== children && ` (${href})`}
    </span>
  );
}

function ReferencedValue({
  protocol,
  reference,
  renderValue,
}: {
  protocol: Protocol;
  reference: string;
  renderValue: (value: Amount | Time) => ReactElement;
}): ReactElement {
  const value = resolveTextReference(protocol, reference);
  // The checker refuses a document whose references do not resolve; one that came here is a fault of ours.
  if (value === undefined) throw new Error(`{{${reference}}} names no value`);
  return renderValue(value);
}

/** Says of each paragraph what language it is in, which need not be the screen's. */
function inLanguage(tree: HastRoot, lang: string): HastRoot {
  return {
    ...tree,
    children: tree.children.map((node) =>
      node.type === 'element' ? { ...node, properties: { ...node.properties, lang } } : node,
    ),
  };
}

function markReferences(tree: HastRoot): HastRoot {
  return { ...tree, children: tree.children.flatMap(markNode) };
}

function markNode(node: RootContent): RootContent[] {
  if (node.type === 'element') return [{ ...node, children: node.children.flatMap(markNode) as typeof node.children }];
  if (node.type !== 'text') return [node];
  return splitTextReferences(node.value).map(({ text, reference }) =>
    reference
      ? { type: 'element', tagName: VALUE_ELEMENT, properties: { reference: text }, children: [] }
      : { type: 'text', value: text },
  );
}
