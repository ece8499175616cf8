import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { Chip, type Tone } from '../../ui/tone';
import styles from '../block.module.css';
import { ClinicalValue, Contested, MarkWord } from '../clinical-value';
import { useReader } from '../reader-context';
import { SourceTags } from '../source-tags';

const TONES: Readonly<Record<BlockOf<'interaction'>['severity'], Tone>> = {
  contraindicated: 'stop',
  major: 'stop',
  moderate: 'caution',
  minor: 'info',
};

/** Another drug: how much it matters, what it does, what to do. */
export function InteractionView({ block }: { block: BlockOf<'interaction'> }): ReactElement {
  const { protocol } = useReader();
  return (
    <>
      <p>
        <Chip tone={TONES[block.severity]}>
          <FormattedMessage id={`reader.interaction.${block.severity}`} />
        </Chip>{' '}
        <span lang={protocol.language}>
          <strong>{block.with.name}</strong> {block.with.class}
        </span>
        <MarkWord mark={block.mark} /> <SourceTags edition={protocol} sources={block.sources} />
      </p>
      <p lang={protocol.language}>{block.management}</p>
      {block.separateBy !== undefined && (
        <p>
          <FormattedMessage id="reader.separateBy" /> <ClinicalValue value={block.separateBy} />
        </p>
      )}
      <p className={styles['muted']} lang={protocol.language}>
        {block.effect} {block.mechanism}
      </p>
      {block.contested !== undefined && <Contested text={block.contested} />}
    </>
  );
}
