import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { Chip, type Tone } from '../../ui/tone';
import styles from '../block.module.css';
import { BlockFrame } from '../block-frame';
import { Contested, MarkWord } from '../clinical-value';
import { useReader } from '../reader-context';
import { SourceTags } from '../source-tags';

type Contraindication = BlockOf<'contraindication'>;

const LEVELS = ['absolute', 'relative', 'caution'] as const;
const TONES: Readonly<Record<Contraindication['level'], Tone>> = {
  absolute: 'stop',
  relative: 'caution',
  caution: 'info',
};

/** A run of contraindications split by level, absolute apart from relative, each level in the author's order. */
export function ContraindicationGroup({ blocks }: { blocks: readonly Contraindication[] }): ReactElement {
  return (
    <>
      {LEVELS.map((level) => ({ level, items: blocks.filter((block) => block.level === level) }))
        .filter(({ items }) => items.length > 0)
        .map(({ level, items }) => (
          <div key={level} className={styles['levelGroup']} data-tone={TONES[level]}>
            <h3 className={styles['levelTitle']}>
              <Chip tone={TONES[level]}>
                <FormattedMessage id={`reader.level.${level}`} />
              </Chip>
            </h3>
            {items.map((block) => (
              <BlockFrame key={block.id} block={block}>
                <ContraindicationView block={block} />
              </BlockFrame>
            ))}
          </div>
        ))}
    </>
  );
}

function ContraindicationView({ block }: { block: Contraindication }): ReactElement {
  const { protocol } = useReader();
  return (
    <>
      <p>
        <strong lang={protocol.language}>{block.condition}</strong>
        <MarkWord mark={block.mark} /> <SourceTags edition={protocol} sources={block.sources} />
      </p>
      {block.criteria !== undefined && (
        <ul lang={protocol.language}>
          {block.criteria.map((criterion) => (
            <li key={criterion}>{criterion}</li>
          ))}
        </ul>
      )}
      <p lang={protocol.language}>{block.action}</p>
      <p className={styles['muted']} lang={protocol.language}>
        {block.rationale}
      </p>
      {block.override !== undefined && (
        <p>
          <FormattedMessage
            id="reader.override"
            values={{ role: block.override.role, record: block.override.record }}
          />
        </p>
      )}
      {block.contested !== undefined && <Contested text={block.contested} />}
    </>
  );
}
