import { type ReactElement, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ClinicSetting, CalculatorSwitch, ClinicValues, DoseBlock } from '../../protocols/dose/dose-request';
import type { Protocol } from '../../protocols/schema/protocol';
import { useLanguage } from '../reader/use-language';
import { Button } from '../ui/button';
import { Chip } from '../ui/tone';
import { ClinicHistory } from './clinic-history';
import { ClinicValueForm } from './clinic-value-form';
import panelStyles from './panels.module.css';
import wordStyles from './words.module.css';
import { listSettings } from './settings-of-dose';
import { SetBy } from './set-by';
import { useSettingWords } from './setting-words';
import { SwitchForm } from './switch-form';
import type { Clinic } from './use-clinic';

type Open = ClinicSetting | 'calculator';

/** What this clinic decides about one dose: its own values, and whether the calculator may be used for this edition. */
export function ClinicPanel({
  protocol,
  block,
  clinic,
  values,
  calculator,
  asked,
}: {
  protocol: Protocol;
  block: DoseBlock;
  clinic: Clinic;
  values: ClinicValues;
  calculator: CalculatorSwitch | undefined;
  /** What the address asks to set. */
  asked: string | undefined;
}): ReactElement {
  const intl = useIntl();
  const language = useLanguage();
  const toValueWords = useSettingWords(language);
  const settings = listSettings(block);
  const [open, setOpen] = useState<Open | undefined>(() =>
    [...settings, 'calculator' as const].find((each) => each === asked),
  );
  const list = useRef<HTMLUListElement>(null);
  const isOn = calculator?.version === protocol.version;
  useEffect(() => {
    if (asked !== undefined) list.current?.scrollIntoView({ block: 'center' });
  }, [asked]);
  const left = useRef<Open>(undefined);
  const close = (): void => {
    left.current = open;
    setOpen(undefined);
  };
  useEffect(() => {
    if (open !== undefined || left.current === undefined) return;
    // Back to the button that opened it.
    list.current?.querySelector<HTMLElement>(`[data-setting="${left.current}"] button`)?.focus();
    left.current = undefined;
  }, [open]);
  return (
    <section className={panelStyles['panel']} aria-labelledby="dose-clinic">
      <h2 id="dose-clinic">
        <FormattedMessage id="dose.clinic.title" />
      </h2>
      <p className={wordStyles['muted']}>
        <FormattedMessage id="dose.clinic.lead" />
      </p>
      <ul ref={list} className={panelStyles['settings']}>
        {settings.map((setting) => {
          const set = values[setting];
          return (
            <li key={setting} data-setting={setting} data-set={set !== undefined}>
              <div className={panelStyles['setting']}>
                <span className={panelStyles['settingName']}>
                  {intl.formatMessage({ id: `dose.setting.title.${setting}` })}
                </span>
                {set === undefined ? (
                  <span className={panelStyles['unset']}>
                    <FormattedMessage id="dose.clinic.unset" />
                  </span>
                ) : (
                  <span>
                    <strong className={wordStyles['whole']}>{toValueWords(set.value)}</strong>{' '}
                    <span className={wordStyles['muted']}>
                      <SetBy by={set.by} at={set.at} />
                    </span>
                  </span>
                )}
                {clinic.canWrite && open !== setting && (
                  <Button
                    onClick={() => setOpen(setting)}
                    aria-label={intl.formatMessage(
                      { id: set === undefined ? 'dose.clinic.set.one' : 'dose.clinic.change.one' },
                      { setting: intl.formatMessage({ id: `dose.setting.${setting}` }) },
                    )}
                  >
                    <FormattedMessage id={set === undefined ? 'dose.clinic.set' : 'dose.clinic.change'} />
                  </Button>
                )}
              </div>
              {open === setting && clinic.canWrite && (
                <ClinicValueForm
                  protocol={protocol}
                  block={block}
                  setting={setting}
                  values={values}
                  onSave={clinic.setValue}
                  onClose={close}
                />
              )}
            </li>
          );
        })}
        <li data-setting="calculator" data-set={isOn}>
          <div className={panelStyles['setting']}>
            <span className={panelStyles['settingName']}>
              <FormattedMessage id="dose.clinic.calculator" values={{ version: protocol.version }} />
            </span>
            {isOn ? (
              <span>
                <Chip tone="done">
                  <FormattedMessage id="dose.clinic.on" />
                </Chip>{' '}
                <span className={wordStyles['muted']}>
                  <SetBy by={calculator.by} at={calculator.at} />
                </span>
              </span>
            ) : (
              <span className={panelStyles['unset']}>
                <FormattedMessage id="dose.clinic.off" />
              </span>
            )}
            {clinic.canWrite && open !== 'calculator' && (
              <Button onClick={() => setOpen('calculator')}>
                <FormattedMessage id={isOn ? 'dose.switch.off' : 'dose.switch.on'} />
              </Button>
            )}
          </div>
          {open === 'calculator' && clinic.canWrite && (
            <SwitchForm protocol={protocol} turnsOn={!isOn} onSave={clinic.setSwitch} onClose={close} />
          )}
        </li>
      </ul>
      {!clinic.canWrite && (
        <p className={wordStyles['muted']}>
          <FormattedMessage id="dose.clinic.readOnly" />
        </p>
      )}
      <ClinicHistory protocol={protocol} block={block} clinic={clinic} />
    </section>
  );
}
