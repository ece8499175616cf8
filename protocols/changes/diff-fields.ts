import { toCanonicalJson } from '../authoring/canonical-json';
import { isRecord } from '../authoring/lower-block';
import { type Token, diffWords } from './diff-words';

/** One thing that differs inside a block or header. Values count whole: `0.5 mg/kg`, never its digits or its unit alone. */
export interface FieldChange {
  /** Dotted, with the ids of rows and items where they have them: `parameters.sbp.thresholds.0.when`. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  readonly before?: unknown;
  readonly after?: unknown;
  /** For texts: the change piece by piece. */
  readonly words?: readonly Token[];
}

/** What stands behind a value; it may change while the value stays. */
const BEHIND = ['mark', 'sources', 'derivation', 'contested', 'text'];

/** Everything that differs between two pieces of canonical data. */
export function diffFields(before: unknown, after: unknown, path: string): FieldChange[] {
  if (before === after || isSame(before, after)) return [];
  if (before === undefined) return [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  if (!isRecord(before) || !isRecord(after)) return [toChange(before, after, path)];
  if (isHeld(before) && isHeld(after)) return diffHeld(before, after, path);
  if ('step' in before && 'step' in after) return [toChange(before, after, path)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => diffFields(before[key], after[key], join(path, key)));
}

/** An amount, a duration, a comparison, or the statement that the clinic sets it: judged as one thing. */
function isHeld(node: Record<string, unknown>): boolean {
  return (
    ('op' in node && 'amount' in node) || 'duration' in node || ('value' in node && 'unit' in node) || isUnset(node)
  );
}

function isUnset(node: Record<string, unknown>): boolean {
  return node['mark'] === 'local' && Object.keys(node).every((key) => key === 'mark' || key === 'text');
}

function diffHeld(before: Record<string, unknown>, after: Record<string, unknown>, path: string): FieldChange[] {
  const [was, is] = [toHeld(before), toHeld(after)];
  const value = isSame(was, is) ? [] : [toChange(before, after, path)];
  const [one, other] = [toBehind(before), toBehind(after)];
  const unsetBoth = isUnset(one) && isUnset(other);
  const behind = BEHIND.filter((key) => key !== 'text' || unsetBoth).flatMap((key) =>
    diffFields(one[key], other[key], join(path, key)),
  );
  // A value newly set or unset brings its whole evidence with it.
  return value.length > 0 ? value : behind;
}

/** What a value says, without what stands behind it. */
function toHeld(node: Record<string, unknown>): unknown {
  if ('op' in node)
    return {
      op: node['op'],
      relativeTo: node['relativeTo'],
      amount: isRecord(node['amount']) ? toHeld(node['amount']) : null,
    };
  if (isUnset(node)) return 'local';
  return { value: node['value'], unit: node['unit'], duration: node['duration'] };
}

function toBehind(node: Record<string, unknown>): Record<string, unknown> {
  return 'op' in node && isRecord(node['amount']) ? node['amount'] : node;
}

function diffLists(before: readonly unknown[], after: readonly unknown[], path: string): FieldChange[] {
  if (![...before, ...after].every(isRecord)) return [{ path, kind: 'changed', before, after }];
  const [from, to] = [toKeyed(before), toKeyed(after)];
  if (from === undefined || to === undefined) return diffUnnamed(before, after, path);
  const changes = [...new Set([...from.keys(), ...to.keys()])].flatMap((key) =>
    diffFields(from.get(key), to.get(key), join(path, key)),
  );
  const order = [...from.keys()].filter((key) => to.has(key));
  const newOrder = [...to.keys()].filter((key) => from.has(key));
  return isSame(order, newOrder) ? changes : [...changes, { path, kind: 'reordered', before: order, after: newOrder }];
}

/** Rows by what names them, where every one has a name of its own. */
function toKeyed(list: readonly unknown[]): Map<string, unknown> | undefined {
  for (const field of ['id', 'term']) {
    const keyed = new Map<string, unknown>();
    for (const item of list) {
      // A path is read by its dots.
      if (isRecord(item) && typeof item[field] === 'string') keyed.set(item[field].replaceAll('.', ' '), item);
    }
    if (keyed.size === list.length) return keyed;
  }
  return undefined;
}

/** Rows without names: what is the same at both ends is left aside, so that one more in the middle is one more. */
function diffUnnamed(before: readonly unknown[], after: readonly unknown[], path: string): FieldChange[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const [was, is] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, index) =>
    diffFields(was[index], is[index], join(path, String(start + index))),
  ).flat();
}

function toChange(before: unknown, after: unknown, path: string): FieldChange {
  const words = typeof before === 'string' && typeof after === 'string' ? { words: diffWords(before, after) } : {};
  return { path, kind: 'changed', before, after, ...words };
}

function isSame(before: unknown, after: unknown): boolean {
  return before !== undefined && after !== undefined && toCanonicalJson(before) === toCanonicalJson(after);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
