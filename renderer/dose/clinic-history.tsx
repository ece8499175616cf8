import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DoseBlock } from '../../protocols/dose/dose-request';
import type { Protocol } from '../../protocols/schema/protocol';
import { useLanguage } from '../reader/use-language';
import panelStyles from './panels.module.css';
import wordStyles from './words.module.css';
import { SetBy } from './set-by';
import { useSettingWords } from './setting-words';
import type { Clinic, ClinicDecision } from './use-clinic';

/** Everything ever set or taken back for this dose and its protocol's calculator, the newest first. Nothing is deleted. */
export function ClinicHistory({
  protocol,
  block,
  clinic,
}: {
  protocol: Protocol;
  block: DoseBlock;
  clinic: Clinic;
}): ReactElement | null {
  const intl = useIntl();
  const toValueWords = useSettingWords(useLanguage());
  // By the order in which they count, which no clock that was set back can turn round.
  const entries = clinic.history
    .filter(
      ({ kind, record }) => record.protocolId === protocol.id && (kind === 'switch' || record.blockId === block.id),
    )
    .toReversed();
  const say = (decision: ClinicDecision): string => {
    if (decision.kind === 'switch')
      return intl.formatMessage({ id: decision.record.on ? 'dose.clinic.history.on' : 'dose.clinic.history.off' });
    const { setting, value } = decision.record;
    const what = value === null ? intl.formatMessage({ id: 'dose.clinic.history.back' }) : toValueWords(value);
    return `${intl.formatMessage({ id: `dose.setting.title.${setting}` })}: ${what}`;
  };
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>
        <FormattedMessage id="dose.clinic.history" values={{ count: entries.length }} />
      </summary>
      <ol className={panelStyles['history']}>
        {entries.map((decision) => (
          <li key={decision.sequence}>
            <strong>{say(decision)}</strong>{' '}
            <span className={wordStyles['muted']}>
              <SetBy {...decision.record} />,{' '}
              <FormattedMessage id="app.version" values={{ version: decision.record.version }} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
