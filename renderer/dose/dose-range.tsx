import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ClinicValues } from '../../protocols/dose/dose-request';
import type { BlockOf } from '../../protocols/schema/blocks';
import { isSet } from '../../protocols/schema/is-set';
import { ClinicalRange, ClinicalValue, Contested } from '../reader/clinical-value';
import { SetValue } from './clinic-row';
import styles from './panels.module.css';

/** The protocol's own figures for a dose, as the document marks them: what stands when no dose is worked out. */
export function DoseRange({
  block,
  maximum,
}: {
  block: BlockOf<'dose'>;
  /** What the clinic set where the protocol leaves the absolute maximum to it. */
  maximum?: ClinicValues['maximum'];
}): ReactElement {
  const { amount, cap, over, rate } = block;
  return (
    <section className={styles['panel']} aria-labelledby="dose-range">
      <h2 id="dose-range">
        <FormattedMessage id="dose.range.title" />
      </h2>
      <dl className={styles['pairs']}>
        <div>
          <dt>
            <FormattedMessage id="dose.range.amount" />
          </dt>
          <dd>
            <ClinicalRange range={amount} brief />
          </dd>
        </div>
        {cap !== undefined && (
          <div>
            <dt>
              <FormattedMessage id="reader.dose.cap" />
            </dt>
            <dd>
              {maximum !== undefined && !isSet(cap) ? <SetValue set={maximum} /> : <ClinicalValue value={cap} brief />}
            </dd>
          </div>
        )}
        {over !== undefined && (
          <div>
            <dt>
              <FormattedMessage id="reader.dose.over" />
            </dt>
            <dd>
              <ClinicalRange range={over} brief />
            </dd>
          </div>
        )}
        {rate !== undefined && (
          <div>
            <dt>
              <FormattedMessage id="reader.dose.rate" />
            </dt>
            <dd>
              <ClinicalRange range={rate} brief />
            </dd>
          </div>
        )}
      </dl>
      {block.contested !== undefined && <Contested text={block.contested} />}
    </section>
  );
}
