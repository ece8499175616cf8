import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { BlockOf } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';
import { type ClinicValueRecord, findCalculatorSwitch, toClinicValues } from '../../protocols/dose/clinic-records';
import type { ClinicSetting, ClinicValues, SetByClinic } from '../../protocols/dose/dose-request';
import { toDosePath } from '../app/routes';
import { useLanguage } from '../reader/use-language';
import panelStyles from './panels.module.css';
import wordStyles from './words.module.css';
import { SetBy } from './set-by';
import { useSettingWords } from './setting-words';
import { listSettings } from './settings-of-dose';
import { useClinic } from './use-clinic';

/** What the clinic has set for a dose, for the reader; nothing while it is not known. */
export function useClinicValues(protocol: Protocol, block: BlockOf<'dose'>): ClinicValues {
  return toClinicValues(useClinic().values, { protocolId: protocol.id, blockId: block.id });
}

/** A value the clinic set, told apart from the protocol's own by words, with who set it and when. */
export function SetValue({ set }: { set: SetByClinic<NonNullable<ClinicValueRecord['value']>> }): ReactElement {
  const toValueWords = useSettingWords(useLanguage());
  const { value } = set;
  const amount = typeof value === 'object' && 'unit' in value ? value : undefined;
  return (
    <span data-value={amount?.value} data-unit={amount?.unit} data-mark="local" data-clinic="set">
      <strong className={wordStyles['whole']}>{toValueWords(value)}</strong>{' '}
      <span className={wordStyles['muted']}>
        <FormattedMessage id="dose.clinic.setBy" values={{ by: <SetBy key="by" by={set.by} at={set.at} /> }} />
      </span>
    </span>
  );
}

/** The row of a dose in the reader that says what the clinic set besides, whether its calculator is on, and where to set it. */
export function ClinicRow({
  protocol,
  block,
  shown,
}: {
  protocol: Protocol;
  block: BlockOf<'dose'>;
  /** Settings that already stand in rows of their own. */
  shown: readonly ClinicSetting[];
}): ReactElement {
  const intl = useIntl();
  const { switches, state } = useClinic();
  const values = useClinicValues(protocol, block);
  const calculator = findCalculatorSwitch(switches, protocol);
  const isOn = calculator?.version === protocol.version;
  const title = (
    <th scope="row">
      <FormattedMessage id="dose.clinic.title" />
    </th>
  );
  // What is not known is not told as not set, nor the calculator as off.
  if (state !== 'ready')
    return (
      <tr>
        {title}
        <td colSpan={2}>{state !== 'loading' && <FormattedMessage id="dose.clinic.unknown" />}</td>
      </tr>
    );
  return (
    <tr>
      {title}
      <td colSpan={2}>
        <ul className={panelStyles['clinicList']}>
          {listSettings(block).map((setting) => {
            const set = values[setting];
            if (set === undefined || shown.includes(setting)) return null;
            return (
              <li key={setting}>
                {intl.formatMessage({ id: `dose.setting.title.${setting}` })}: <SetValue set={set} />
              </li>
            );
          })}
          <li>
            <FormattedMessage id="dose.clinic.calculator" values={{ version: protocol.version }} />:{' '}
            {isOn ? (
              <>
                <FormattedMessage id="dose.clinic.on" />{' '}
                <span className={wordStyles['muted']}>
                  <SetBy by={calculator.by} at={calculator.at} />
                </span>
              </>
            ) : (
              <FormattedMessage id="dose.clinic.off" />
            )}
          </li>
        </ul>
        <Link href={toDosePath(protocol, block.id, 'maximum')} className={panelStyles['setHere'] ?? ''}>
          <FormattedMessage id="dose.clinic.here" />
        </Link>
      </td>
    </tr>
  );
}
