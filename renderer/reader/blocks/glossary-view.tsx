import type { ReactElement } from 'react';
import type { BlockOf } from '../../../protocols/schema/blocks';
import styles from '../block.module.css';
import { useReader } from '../reader-context';

/** Words with what else they are called and what they mean. */
export function GlossaryView({ block }: { block: BlockOf<'glossary'> }): ReactElement {
  const { protocol } = useReader();
  return (
    <dl className={styles['terms']} lang={protocol.language}>
      {block.terms.map(({ term, synonyms, abbreviations, definition }) => (
        <div key={term}>
          <dt>
            {term} <span className={styles['muted']}>{[...abbreviations, ...synonyms].join(', ')}</span>
          </dt>
          <dd>{definition}</dd>
        </div>
      ))}
    </dl>
  );
}
