import type { Block } from '../schema/blocks';
import type { Protocol } from '../schema/protocol';
import { type FieldChange, diffFields } from './diff-fields';

/** What became of one block; blocks are known by their id alone, wherever they stand. */
export type BlockChange =
  | { readonly kind: 'added'; readonly id: string; readonly section: string; readonly after: Block }
  | { readonly kind: 'removed'; readonly id: string; readonly section: string; readonly before: Block }
  | {
      readonly kind: 'changed';
      readonly id: string;
      readonly section: string;
      readonly before: Block;
      readonly after: Block;
      /** The section it stood in, when that is another one. */
      readonly movedFrom?: string;
      readonly fields: readonly FieldChange[];
    };

export interface SectionChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** Empty when the order of sections changed. */
  readonly id: string;
  readonly fields: readonly FieldChange[];
}

/** Everything that differs between two canonical documents, in reading order of the newer. */
export interface ProtocolDiff {
  readonly header: readonly FieldChange[];
  readonly sections: readonly SectionChange[];
  readonly blocks: readonly BlockChange[];
}

/** What every edition has of its own; it says nothing of what changed. */
const OF_THE_EDITION = new Set(['sections', 'version', 'supersedes', 'changes', 'retired']);

/** Compares two editions by the ids of their blocks. */
export function diffProtocols(before: Protocol, after: Protocol): ProtocolDiff {
  return {
    header: diffFields(toHeader(before), toHeader(after), ''),
    sections: diffSections(before, after),
    blocks: diffBlocks(before, after),
  };
}

/** Nothing differs but what every edition has of its own. */
export function isEmptyDiff({ header, sections, blocks }: ProtocolDiff): boolean {
  return header.length + sections.length + blocks.length === 0;
}

function toHeader(protocol: Protocol): Record<string, unknown> {
  return Object.fromEntries(Object.entries(protocol).filter(([key]) => !OF_THE_EDITION.has(key)));
}

function diffSections(before: Protocol, after: Protocol): SectionChange[] {
  const [from, to] = [toSections(before), toSections(after)];
  const removed = [...from.keys()]
    .filter((id) => !to.has(id))
    .map((id) => ({ kind: 'removed' as const, id, fields: [] }));
  const others = [...to].flatMap(([id, section]): SectionChange[] => {
    const old = from.get(id);
    if (old === undefined) return [{ kind: 'added', id, fields: [] }];
    const fields = diffFields(old, section, '');
    return fields.length === 0 ? [] : [{ kind: 'changed', id, fields }];
  });
  const order = [...from.keys()].filter((id) => to.has(id));
  const newOrder = [...to.keys()].filter((id) => from.has(id));
  const moved =
    order.join(' ') === newOrder.join(' ')
      ? []
      : [{ path: '', kind: 'reordered' as const, before: order, after: newOrder }];
  return [...others, ...removed, ...moved.map((field) => ({ kind: 'reordered' as const, id: '', fields: [field] }))];
}

/** What a section says of itself, and which of its blocks come in what order. */
function toSections({ sections }: Protocol): Map<string, unknown> {
  return new Map(sections.map(({ id, title, depth }) => [id, { title, depth }]));
}

function diffBlocks(before: Protocol, after: Protocol): BlockChange[] {
  const [from, to] = [toPlaces(before), toPlaces(after)];
  const present = [...to].flatMap(([id, { block, section }]): BlockChange[] => {
    const old = from.get(id);
    if (old === undefined) return [{ kind: 'added', id, section, after: block }];
    const fields = diffFields(old.block, block, '');
    const moved = old.section === section ? {} : { movedFrom: old.section };
    if (fields.length === 0 && old.section === section) return [];
    return [{ kind: 'changed', id, section, before: old.block, after: block, ...moved, fields }];
  });
  const gone = [...from].flatMap(([id, { block, section }]): BlockChange[] =>
    to.has(id) ? [] : [{ kind: 'removed', id, section, before: block }],
  );
  return [...present, ...gone];
}

function toPlaces({ sections }: Protocol): Map<string, { block: Block; section: string }> {
  return new Map(
    sections.flatMap((section) => section.blocks.map((block) => [block.id, { block, section: section.id }] as const)),
  );
}
