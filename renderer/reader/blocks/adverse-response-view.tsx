import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import type { ProtocolKey } from '../../../protocols/schema/protocol';
import { Chip } from '../../ui/tone';
import styles from '../block.module.css';
import { ClinicalRange, Contested, MarkWord } from '../clinical-value';
import { SourceTags } from '../source-tags';
import { Duration } from './dose-view';

const TONES = { emergency: 'stop', serious: 'stop', moderate: 'caution' } as const;

/** What to do, first actions first, numbered; then what to watch and record. */
export function AdverseResponseView({
  block,
  edition,
}: {
  block: BlockOf<'adverse-response'>;
  edition: ProtocolKey;
}): ReactElement {
  return (
    <div className={styles['response']} data-tone={TONES[block.severity]}>
      <p>
        <Chip tone={TONES[block.severity]}>
          <FormattedMessage id={`reader.severity.${block.severity}`} />
        </Chip>{' '}
        <strong>{block.trigger}</strong>
      </p>
      <ol className={styles['steps']}>
        {block.steps.map((step) => (
          <li key={step.id}>
            <strong>{step.text}</strong> {step.amount !== undefined && <ClinicalRange range={step.amount} />}{' '}
            <span className={styles['muted']}>
              {[step.role, step.call].filter(Boolean).join(' · ')}
              {step.within !== undefined && (
                <>
                  {' '}
                  <FormattedMessage id="reader.within" values={{ time: <Duration text={step.within} /> }} />
                </>
              )}
            </span>
            <MarkWord mark={step.mark} /> <SourceTags edition={edition} sources={step.sources} />
            {step.contested !== undefined && <Contested text={step.contested} />}
          </li>
        ))}
      </ol>
      {block.afterCare !== undefined && (
        <p>
          <FormattedMessage id="reader.afterCare" /> {block.afterCare}
        </p>
      )}
      {block.record !== undefined && (
        <p>
          <FormattedMessage id="reader.record" /> {block.record.join(', ')}
        </p>
      )}
    </div>
  );
}
