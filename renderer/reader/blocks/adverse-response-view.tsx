import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import type { Protocol } from '../../../protocols/schema/protocol';
import { Link } from 'wouter';
import { toProtocolPath } from '../../app/routes';
import { Chip } from '../../ui/tone';
import styles from '../block.module.css';
import { ClinicalRange, ClinicalValue, Contested, MarkWord } from '../clinical-value';
import { SourceTags } from '../source-tags';
import { Duration, LimitLabel, RepeatText } from './dose-view';

const TONES = { emergency: 'stop', serious: 'stop', moderate: 'caution' } as const;

/** What to do, first actions first, numbered; then what to watch and record. */
export function AdverseResponseView({
  block,
  protocol,
}: {
  block: BlockOf<'adverse-response'>;
  protocol: Protocol;
}): ReactElement {
  return (
    <div className={styles['response']} data-tone={TONES[block.severity]}>
      <p>
        <Chip tone={TONES[block.severity]}>
          <FormattedMessage id={`reader.severity.${block.severity}`} />
        </Chip>{' '}
        <strong lang={protocol.language}>{block.trigger}</strong>
      </p>
      <ol className={styles['steps']}>
        {block.steps.map((step) => (
          <li key={step.id}>
            <strong lang={protocol.language}>{step.text}</strong>{' '}
            {step.amount !== undefined && <ClinicalRange range={step.amount} />}{' '}
            <span className={styles['muted']}>
              <span lang={protocol.language}>{[step.role, step.call].filter(Boolean).join(' · ')}</span>
              {step.within !== undefined && (
                <>
                  {' '}
                  <FormattedMessage id="reader.within" values={{ time: <Duration text={step.within} /> }} />
                </>
              )}
            </span>
            <MarkWord mark={step.mark} /> <SourceTags edition={protocol} sources={step.sources} />
            {step.contested !== undefined && <Contested text={step.contested} />}
            {step.dose !== undefined && <StepDose protocol={protocol} reference={step.dose} />}
          </li>
        ))}
      </ol>
      {block.afterCare !== undefined && (
        <p>
          <FormattedMessage id="reader.afterCare" /> <span lang={protocol.language}>{block.afterCare}</span>
        </p>
      )}
      {block.record !== undefined && (
        <p>
          <FormattedMessage id="reader.record" /> <span lang={protocol.language}>{block.record.join(', ')}</span>
        </p>
      )}
    </div>
  );
}

/** How the medicine of a step is given: a card that named only the amount would leave out how fast and how often. */
function StepDose({ protocol, reference }: { protocol: Protocol; reference: string }): ReactElement | null {
  const blocks = protocol.sections.flatMap((section) => section.blocks);
  const dose = blocks.find((block) => block.type === 'dose' && `#${block.id}` === reference);
  if (dose?.type !== 'dose') return null;
  return (
    <ul className={styles['stepDose']}>
      <li>
        <Link href={toProtocolPath(protocol, dose.id)}>{dose.title ?? dose.drug.name}</Link>
        {', '}
        <FormattedMessage id={`reader.route.${dose.route}`} />
        {': '}
        <ClinicalRange range={dose.amount} />
      </li>
      {dose.over !== undefined && (
        <li>
          <FormattedMessage id="reader.dose.over" />: <ClinicalRange range={dose.over} />
        </li>
      )}
      {dose.rate !== undefined && (
        <li>
          <FormattedMessage id="reader.dose.rate" />: <ClinicalRange range={dose.rate} />
        </li>
      )}
      {dose.repeat?.map((repeat) => (
        <li key={JSON.stringify(repeat)}>
          <FormattedMessage id="reader.dose.repeat" />: <RepeatText repeat={repeat} />
        </li>
      ))}
      {dose.cap !== undefined && (
        <li>
          <FormattedMessage id="reader.dose.cap" />: <ClinicalValue value={dose.cap} />
        </li>
      )}
      {dose.limits?.map((limit) => (
        <li key={JSON.stringify(limit)}>
          <LimitLabel per={limit.per} />: <ClinicalValue value={limit.amount} />
        </li>
      ))}
    </ul>
  );
}
