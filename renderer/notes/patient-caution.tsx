import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { findPatientTraces } from '../../protocols/notes/patient-traces';
import { Banner } from '../ui/tone';
import styles from './notes.module.css';

/** A gentle word where a text looks like a patient. It blocks nothing, and nothing about it is kept. */
export function PatientCaution({ text }: { text: string }): ReactElement | null {
  const intl = useIntl();
  const traces = findPatientTraces(text);
  if (traces.length === 0) return null;
  const names = intl.formatList(traces.map((trace) => intl.formatMessage({ id: `notes.trace.${trace}` })));
  return (
    <div className={styles['gentle']}>
      <Banner tone="caution" role="status" title={<FormattedMessage id="notes.traces" values={{ traces: names }} />}>
        <FormattedMessage id="notes.traces.body" />
      </Banner>
    </div>
  );
}
