import type { ReactElement } from 'react';
import type { Block, BlockOf } from '../../protocols/schema/blocks';
import type { Section } from '../../protocols/schema/protocol';
import styles from './block.module.css';
import { BlockFrame } from './block-frame';
import { BlockView } from './blocks/block-view';
import { ContraindicationGroup } from './blocks/contraindication-view';
import { useReader } from './reader-context';

type Run =
  | { readonly kind: 'contraindications'; readonly blocks: BlockOf<'contraindication'>[] }
  | { readonly kind: 'block'; readonly block: Exclude<Block, { type: 'contraindication' }> };

/** A section with its number and its blocks; neighbouring contraindications stand together. */
export function SectionView({ section }: { section: Section }): ReactElement {
  const { protocol, numbers, anchor } = useReader();
  const Heading = section.depth === 1 ? 'h2' : 'h3';
  return (
    <section
      id={section.id}
      className={styles['section']}
      data-section-id={section.id}
      aria-labelledby={`${section.id}-title`}
      aria-current={anchor === section.id ? 'location' : undefined}
    >
      <Heading id={`${section.id}-title`} tabIndex={-1}>
        <span className={styles['sectionNumber']}>{numbers.get(section.id)}</span>{' '}
        <span lang={protocol.language}>{section.title}</span>
      </Heading>
      {toRuns(section.blocks).map((run) =>
        run.kind === 'block' ? (
          <BlockFrame key={run.block.id} block={run.block}>
            <BlockView block={run.block} />
          </BlockFrame>
        ) : (
          <ContraindicationGroup key={run.blocks[0]?.id} blocks={run.blocks} />
        ),
      )}
    </section>
  );
}

function toRuns(blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type !== 'contraindication') runs.push({ kind: 'block', block });
    else if (last?.kind === 'contraindications') last.blocks.push(block);
    else runs.push({ kind: 'contraindications', blocks: [block] });
  }
  return runs;
}
