import type { BlockOf } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';

/** What the card on top of every protocol holds, always in this order. */
export interface Clusters {
  readonly absolute: readonly BlockOf<'contraindication'>[];
  readonly other: readonly BlockOf<'contraindication'>[];
  readonly doses: readonly BlockOf<'dose'>[];
  readonly monitoring: readonly BlockOf<'monitoring'>[];
  readonly emergency: readonly BlockOf<'adverse-response'>[];
}

export function toClusters(protocol: Protocol): Clusters {
  const blocks = protocol.sections.flatMap((section) => section.blocks);
  const contraindications = blocks.filter((block) => block.type === 'contraindication');
  return {
    absolute: contraindications.filter(({ level }) => level === 'absolute'),
    other: contraindications.filter(({ level }) => level !== 'absolute'),
    doses: blocks.filter((block) => block.type === 'dose'),
    monitoring: blocks.filter((block) => block.type === 'monitoring'),
    emergency: blocks.filter((block) => block.type === 'adverse-response'),
  };
}
