import { type Document, Pair, Scalar, YAMLMap, YAMLSeq, isScalar } from 'yaml';
import { parseYaml, readYaml } from '../authoring/authored-yaml';
import type { ReadYaml } from '../authoring/known-yaml';
import { layOut, toStyledNode } from '../authoring/write-yaml';

/** Where a field stands in a record: names of fields, places in lists. */
export type FieldPath = readonly (string | number)[];

/** The fields of a record as typed, all text; undefined where it cannot be read as one, or says a thing twice. */
export function readRecord(yaml: string, read: ReadYaml = readYaml): Readonly<Record<string, unknown>> | undefined {
  const { value, problems } = read(yaml, 1);
  if (problems.length > 0) return undefined;
  if (value === null || value === '') return {};
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined;
}

/**
 * The record with one field written, or taken out when the value is undefined. Comments and the fields it knows nothing of
 * stay; where only words of a line change, so does the layout. `order` says before which fields a new one belongs.
 */
export function writeField(
  yaml: string,
  path: FieldPath,
  value: unknown,
  order: readonly string[] = [],
): string | undefined {
  const { document } = parseYaml(yaml);
  const expected = withField(document.toJS({ maxAliasCount: 0 }), path, value);
  const inPlace = typeof value === 'string' ? replaceScalar(yaml, document, path, value) : [];
  for (const candidate of inPlace) if (says(candidate, expected)) return candidate;
  const node = value === undefined ? undefined : toStyledNode(value);
  if (node === undefined) removeNode(document, path);
  else putNode(document, path, node, order);
  const written = layOut(document);
  return says(written, expected) ? written : undefined;
}

/** The record with a list's item taken from one place to another; `undefined` as a place means a new or a dropped item. */
export function writeItem(
  yaml: string,
  list: FieldPath,
  change: { readonly from: number; readonly to: number } | { readonly at: number; readonly item: unknown },
  order: readonly string[] = [],
): string | undefined {
  const { document } = parseYaml(yaml);
  const node = document.getIn(list);
  if (node === undefined || (node instanceof YAMLSeq && node.items.length === 0))
    return 'item' in change ? writeField(yaml, list, [change.item], order) : undefined;
  if (!(node instanceof YAMLSeq)) return undefined;
  const expected = (node.toJS(document) as unknown[]).slice();
  if ('item' in change) {
    node.items.splice(change.at, 0, toStyledNode(change.item));
    expected.splice(change.at, 0, change.item);
  } else {
    const [moved] = node.items.splice(change.from, 1);
    node.items.splice(change.to, 0, moved);
    const [value] = expected.splice(change.from, 1);
    expected.splice(change.to, 0, value);
  }
  const written = layOut(document);
  const whole = withField(parseYaml(yaml).document.toJS({ maxAliasCount: 0 }), list, expected);
  return says(written, whole) ? written : undefined;
}

/** The same words in the place of a scalar, and nothing else touched: plain, then in quotes. */
function replaceScalar(yaml: string, document: Document, path: FieldPath, value: string): readonly string[] {
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range || node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
    return [];
  if (value.includes('\n')) return [];
  const [start, end] = node.range;
  const quoted = JSON.stringify(value);
  const forms = node.type === Scalar.PLAIN || node.value === '' ? [value, quoted] : [quoted];
  return forms.filter((form) => form !== '').map((form) => yaml.slice(0, start) + form + yaml.slice(end));
}

function putNode(document: Document, path: FieldPath, node: unknown, order: readonly string[]): void {
  const key = path.at(-1);
  const old = document.getIn(path, true);
  // What an author wrote behind a value is said of the field, whatever its value.
  if (isScalar(old) && isScalar(node)) Object.assign(node, { comment: old.comment, commentBefore: old.commentBefore });
  const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1)) : document.contents;
  if (!(parent instanceof YAMLMap) || parent.has(key)) {
    document.setIn(path, node);
    return;
  }
  const later = new Set(order.slice(order.indexOf(String(key)) + 1));
  const at = order.includes(String(key)) ? parent.items.findIndex((pair) => later.has(toKey(pair))) : -1;
  parent.items.splice(at < 0 ? parent.items.length : at, 0, new Pair(new Scalar(key), node));
}

function toKey({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Records that are left with nothing in them go as well; items of a list stay, and so does a list. */
function removeNode(document: Document, path: FieldPath): void {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const parent = path.slice(0, -1);
  const node: unknown = parent.length > 0 ? document.getIn(parent) : undefined;
  if (typeof parent.at(-1) === 'string' && node instanceof YAMLMap && node.items.length === 0)
    removeNode(document, parent);
}

/** The same change on plain data, to judge the text by. */
function withField(data: unknown, path: FieldPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(data) ? [...(data as unknown[])] : [];
    if (rest.length === 0 && value === undefined) list.splice(key, 1);
    else list[key] = withField(list[key], rest, value);
    return list;
  }
  const record: Record<string, unknown> = typeof data === 'object' && data !== null ? { ...data } : {};
  const inner = withField(record[key], rest, value);
  if (inner === undefined || (value === undefined && isEmptyRecord(inner))) delete record[key];
  else record[key] = inner;
  return record;
}

function isEmptyRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

/** Whether a text says just this, in whatever order of its fields. */
function says(yaml: string, expected: unknown): boolean {
  const { value, problems } = readYaml(yaml, 1);
  return problems.length === 0 && isSame(value ?? {}, expected);
}

/** Whether two records say the same, in whatever order of their fields; nothing and an empty text are one. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b || ((a === null || a === '') && (b === null || b === ''));
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}
