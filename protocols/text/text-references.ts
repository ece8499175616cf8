import type { Protocol } from '../schema/protocol';
import type { Amount, Time } from '../schema/values';

const REFERENCE = /\{\{\s*([a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+)+)\s*\}\}/g;

/** The references in a prose text, such as `dose-iv.amount.usual` from `{{dose-iv.amount.usual}}`. */
export function findTextReferences(md: string): string[] {
  return [...md.matchAll(REFERENCE)].map((match) => match[1] ?? '');
}

/** What looks like a reference and is none, such as `{{dose iv}}`: it would be shown with its braces. */
export function findBrokenReferences(md: string): string[] {
  return [...md.replaceAll(REFERENCE, ' ').matchAll(/\{\{[^{}\n]{0,60}(?:\}\})?|\}\}/g)].map((match) => match[0]);
}

/** Splits prose into its plain parts and its references, in order. */
export function splitTextReferences(md: string): { text: string; reference: boolean }[] {
  // A capturing group makes `split` keep what it split at, at every odd place.
  return md
    .split(REFERENCE)
    .map((text, index) => ({ text, reference: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/**
 * The value a reference names: `block.field…`, or `block.row…` for a row, item or parameter with that id. Prose repeats
 * numbers only this way, so that a number lives once.
 */
export function resolveTextReference(protocol: Protocol, reference: string): Amount | Time | undefined {
  const [blockId, ...fields] = reference.split('.');
  let node: unknown = protocol.sections.flatMap((section) => section.blocks).find((block) => block.id === blockId);
  for (const field of fields) node = step(node, field);
  return isValue(node) ? node : undefined;
}

function step(node: unknown, field: string): unknown {
  if (Array.isArray(node))
    return node.find((item) => hasId(item, field)) ?? node[/^\d+$/.test(field) ? Number.parseInt(field, 10) : -1];
  if (typeof node !== 'object' || node === null) return undefined;
  if (Object.hasOwn(node, field)) return (node as Record<string, unknown>)[field];
  // A row may be named without saying `rows`.
  return Object.values(node)
    .filter(Array.isArray)
    .flat()
    .find((item) => hasId(item, field));
}

function hasId(item: unknown, id: string): boolean {
  return typeof item === 'object' && item !== null && 'id' in item && item.id === id;
}

function isValue(node: unknown): node is Amount | Time {
  return (
    typeof node === 'object' &&
    node !== null &&
    'mark' in node &&
    ('value' in node || 'duration' in node || node.mark === 'local')
  );
}
