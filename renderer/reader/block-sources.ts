import type { Block } from '../../protocols/schema/blocks';
import { walkObjects } from '../../protocols/schema/walk-blocks';
import type { AmountRange, TimeRange } from '../../protocols/schema/values';

/** Every source key named anywhere inside a part of a block, once each, in reading order. */
export function toSources(part: Block | AmountRange | TimeRange | object): string[] {
  const keys = [...walkObjects(part, '')].flatMap(({ node }) =>
    Array.isArray(node['sources']) ? node['sources'].map(String) : [],
  );
  return [...new Set(keys)];
}
