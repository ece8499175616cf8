import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DoseBlock } from '../../protocols/dose/dose-request';
import type { Protocol } from '../../protocols/schema/protocol';
import { useLanguage } from '../reader/use-language';
import panelStyles from './panels.module.css';
import wordStyles from './words.module.css';
import { SetBy } from './set-by';
import { useSettingWords } from './setting-words';
import type { Clinic } from './use-clinic';

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
  const values = clinic.values
    .filter(({ protocolId, blockId }) => protocolId === protocol.id && blockId === block.id)
    .map(({ setting, value, by, at, version }) => ({
      by,
      at,
      version,
      what: `${intl.formatMessage({ id: `dose.setting.title.${setting}` })}: ${
        value === null ? intl.formatMessage({ id: 'dose.clinic.history.back' }) : toValueWords(value)
      }`,
    }));
  const switches = clinic.switches
    .filter(({ protocolId }) => protocolId === protocol.id)
    .map(({ on, by, at, version }) => ({
      by,
      at,
      version,
      what: intl.formatMessage({ id: on ? 'dose.clinic.history.on' : 'dose.clinic.history.off' }),
    }));
  const entries = [...values, ...switches].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>
        <FormattedMessage id="dose.clinic.history" values={{ count: entries.length }} />
      </summary>
      <ol className={panelStyles['history']}>
        {entries.map(({ what, by, at, version }) => (
          <li key={`${at} ${what}`}>
            <strong>{what}</strong>{' '}
            <span className={wordStyles['muted']}>
              <SetBy by={by} at={at} />, <FormattedMessage id="app.version" values={{ version }} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
