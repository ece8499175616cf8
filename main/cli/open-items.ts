import type { Block } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';

/** One thing a clinic has to set before it can use a document. */
export interface OpenItem {
  /** Block it stands in, as the reader links to it. */
  readonly blockId: string;
  readonly what: string;
  /** Published points to know before setting it; empty when the item speaks for itself. */
  readonly know: string;
}

const FIELDS: Readonly<Record<string, string>> = {
  cap: 'most in one dose',
  over: 'time it takes',
  separateBy: 'time apart',
  when: 'limit',
};

/** Everything of a protocol that is marked as the clinic's to set, in reading order. */
export function findOpenItems(protocol: Protocol): OpenItem[] {
  return protocol.sections.flatMap((section) =>
    section.blocks.flatMap((block) => [
      ...(block.type === 'dose' && block.basis === 'local'
        ? [{ blockId: block.id, what: `${nameOf(block, section.title)}: dosing weight`, know: '' }]
        : []),
      ...toItems(block, { block, trail: [nameOf(block, section.title)] }),
    ]),
  );
}

function nameOf(block: Block, sectionTitle: string): string {
  if (block.title !== undefined) return block.title;
  if (block.type === 'interaction') return block.with.name;
  return block.type === 'contraindication' ? block.condition : sectionTitle;
}

interface Place {
  readonly block: Block;
  readonly trail: readonly string[];
}

function toItems(node: unknown, place: Place): OpenItem[] {
  if (Array.isArray(node)) return node.flatMap((item) => toItems(item, place));
  if (typeof node !== 'object' || node === null) return [];
  const held: Readonly<Record<string, unknown>> = { ...node };
  const own = [held['label'], held['name']].find((text) => typeof text === 'string');
  const inside = own === undefined ? place : { ...place, trail: [...place.trail, own] };
  if (held['mark'] === 'local') return [toItem(held, inside)];
  return Object.entries(held).flatMap(([key, item]) => {
    const word = isUnset(item) ? FIELDS[key] : undefined;
    return toItems(item, word === undefined ? inside : { ...inside, trail: [...inside.trail, word] });
  });
}

function isUnset(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  return ('mark' in node && node.mark === 'local') || ('amount' in node && isUnset(node.amount));
}

function toItem(held: Readonly<Record<string, unknown>>, { block, trail }: Place): OpenItem {
  const text = [held['md'], held['text']].find((words) => typeof words === 'string') ?? '';
  // An authored list is one item here, so its first hyphen goes with the line breaks.
  const sentence = text.replace(/^-\s+/, '').replaceAll(/\n-\s+/g, '; ');
  const [name = '', ...rest] = trail;
  // A sentence, or a line of a checklist, is itself what has to be set.
  const isStatement = block.type === 'narrative' || 'answer' in held;
  return {
    blockId: block.id,
    what: isStatement ? `${name}: ${sentence}` : [name, rest.join(', ')].filter(Boolean).join(': '),
    know: isStatement ? '' : text,
  };
}
