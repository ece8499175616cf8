import { Document, Scalar, YAMLMap, YAMLSeq, isCollection, isPair, isScalar } from 'yaml';

const WIDTH = 120;
// Records in a list read best under each other, unless there is hardly anything in them.
const RECORD_LIST_WIDTH = 60;

/** YAML in the one layout: every scalar is text, what fits a line stands on one, no line is folded. */
export function writeYaml(value: unknown): string {
  const document = new Document(value, { schema: 'failsafe' });
  const { contents } = document;
  // The fields of a block stand under each other, however few they are; so do those of each block in a list.
  for (const node of contents instanceof YAMLSeq ? contents.items : [contents]) chooseStyle(node, 0, true);
  return layOut(document);
}

/** A value as a node for a place in somebody's text: on one line where it fits. */
export function toStyledNode(value: unknown): unknown {
  const { contents } = new Document(value, { schema: 'failsafe' });
  chooseStyle(contents, 4, false);
  return contents;
}

/** The text of a YAML document with the author's comments, quotes and line breaks between items; spaces are ours. */
export function layOut(document: Document): string {
  tightenLists(document.contents);
  // Quoted text stays on its line: broken over several, the package loses a space that follows a line end.
  return document.toString({
    lineWidth: 0,
    directives: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

/** Chooses one line or several for a collection and all inside it. */
function chooseStyle(node: unknown, column: number, spread: boolean): void {
  if (!isCollection(node)) return;
  const length = lineLength(node);
  const isRecordList = node instanceof YAMLSeq && node.items.some((item) => isCollection(item));
  if (!spread && length <= (isRecordList ? RECORD_LIST_WIDTH : WIDTH - column)) {
    node.flow = true;
    return;
  }
  for (const item of node.items) {
    if (isPair(item)) chooseStyle(item.value, column + 2 + lineLength(item.key), false);
    else chooseStyle(item, column + 4, false);
  }
}

/** How long a node would be on one line; without end where it cannot stand on one. */
export function lineLength(node: unknown): number {
  if (isScalar(node)) {
    const text = String(node.value);
    return text.includes('\n') ? Number.POSITIVE_INFINITY : text.length;
  }
  if (isPair(node)) return lineLength(node.key) + 2 + lineLength(node.value);
  if (!isCollection(node)) return 0;
  return node.items.reduce<number>((sum, item) => sum + lineLength(item) + 2, node instanceof YAMLMap ? 2 : 0);
}

/** `{ a: b }` but `[a, b]`: the package pads both or neither. */
function tightenLists(node: unknown): void {
  if (isScalar(node)) {
    // Nothing at all would be read as an empty value, not as an empty text.
    if (node.value === '') node.type = Scalar.QUOTE_DOUBLE;
    return;
  }
  if (!(node instanceof YAMLMap || node instanceof YAMLSeq)) return;
  const padding = node instanceof YAMLMap ? ' ' : '';
  const write = node.toString.bind(node);
  node.toString = (context, ...rest) =>
    write(context === undefined ? context : { ...context, flowCollectionPadding: padding }, ...rest);
  for (const item of node.items) tightenLists(isPair(item) ? item.value : item);
}
