import type { Block } from './blocks';
import type { Protocol } from './protocol';

/** Every block with its path, in reading order. */
export function* walkBlocks(protocol: Protocol): Generator<{ block: Block; path: string; sectionId: string }> {
  for (const [s, section] of protocol.sections.entries()) {
    for (const [b, block] of section.blocks.entries()) {
      yield { block, path: `sections.${s}.blocks.${b}`, sectionId: section.id };
    }
  }
}

/** Every object inside a block, with its path: how the checks reach values whatever block type holds them. */
export function* walkObjects(value: unknown, path: string): Generator<{ node: Record<string, unknown>; path: string }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walkObjects(item, `${path}.${index}`);
  } else if (typeof value === 'object' && value !== null) {
    yield { node: value as Record<string, unknown>, path };
    for (const [key, item] of Object.entries(value)) yield* walkObjects(item, `${path}.${key}`);
  }
}
