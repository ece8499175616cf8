import type { ReactElement } from 'react';
import type { Block } from '../../../protocols/schema/blocks';
import styles from '../block.module.css';
import { Contested, MarkWord } from '../clinical-value';
import { Prose } from '../prose';
import { useReader } from '../reader-context';
import { SourceTags } from '../source-tags';
import { AdverseResponseView } from './adverse-response-view';
import { ChecklistView } from './checklist-view';
import { DoseView } from './dose-view';
import { FiguresView } from './figures-view';
import { GlossaryView } from './glossary-view';
import { InteractionView } from './interaction-view';
import { MonitoringView } from './monitoring-view';
import { unreachable } from '../../../protocols/schema/unreachable';

/** A block shown as what it is. Contraindications are shown by their group. */
export function BlockView({ block }: { block: Exclude<Block, { type: 'contraindication' }> }): ReactElement {
  const { protocol } = useReader();
  switch (block.type) {
    case 'narrative':
      return (
        <>
          <Prose protocol={protocol} md={block.md} />
          {(block.mark !== undefined || block.sources !== undefined) && (
            <p className={styles['behind']}>
              {block.mark !== undefined && <MarkWord mark={block.mark} />}
              <SourceTags edition={protocol} sources={block.sources ?? []} />
            </p>
          )}
          {block.contested !== undefined && <Contested text={block.contested} />}
        </>
      );
    case 'figures':
      return <FiguresView block={block} />;
    case 'dose':
      return <DoseView block={block} />;
    case 'monitoring':
      return <MonitoringView block={block} />;
    case 'interaction':
      return <InteractionView block={block} />;
    case 'checklist':
      return <ChecklistView block={block} />;
    case 'adverse-response':
      return <AdverseResponseView block={block} protocol={protocol} />;
    case 'glossary':
      return <GlossaryView block={block} />;
    default:
      return unreachable(block);
  }
}
