import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { BASES, type ClinicValueRecord } from '../../protocols/dose/clinic-records';
import { checkClinicValues } from '../../protocols/dose/clinic-values';
import type { ClinicProblem } from '../../protocols/dose/dose-answer';
import type {
  ClinicSetting,
  ClinicValues,
  DoseBlock,
  RoundingStep,
  WeightBasis,
} from '../../protocols/dose/dose-request';
import { type EntryFault, parseEntered } from '../../protocols/dose/parse-entered';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Result } from '../../protocols/schema/result';
import { toUnitWords } from '../../protocols/units/unit-table';
import { useLanguage } from '../reader/use-language';
import type { SaveFailure } from '../store/failures';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './fields.module.css';
import { toGuard } from './field-rules';
import { ClinicProblemWords } from './refusal-words';
import { Segments } from './segments';
import { toSettingUnit } from './settings-of-dose';
import { SignedForm } from './signed-form';

type Problem =
  | { readonly kind: 'entry'; readonly fault: EntryFault | 'outside' }
  | { readonly kind: 'basis' }
  | ClinicProblem;

/** Sets one value for the clinic, or takes it back. One that would allow more than the protocol does is not taken. */
export function ClinicValueForm({
  protocol,
  block,
  setting,
  values,
  onSave,
  onClose,
}: {
  protocol: Protocol;
  block: DoseBlock;
  setting: ClinicSetting;
  values: ClinicValues;
  onSave: (record: ClinicValueRecord) => Promise<Result<unknown, SaveFailure>>;
  onClose: () => void;
}): ReactElement {
  const intl = useIntl();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [basis, setBasis] = useState<WeightBasis>();
  const [mode, setMode] = useState<RoundingStep['mode']>('down');
  const [takingBack, setTakingBack] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const unit = toSettingUnit(setting, block);
  const rounds = setting === 'roundAmount' || setting === 'roundVolume' || setting === 'roundRate';

  const findValue = (): NonNullable<ClinicValueRecord['value']> | Problem => {
    if (setting === 'basis') return basis ?? { kind: 'basis' };
    const entered = parseEntered(text, toGuard(unit), language);
    if (entered.kind !== 'value') return { kind: 'entry', fault: entered.kind === 'fault' ? entered.fault : 'outside' };
    return rounds ? { step: entered.measured, mode } : entered.measured;
  };
  const save = (by: string, at: string): Promise<Result<unknown, SaveFailure>> | undefined => {
    const record = { protocolId: protocol.id, version: protocol.version, blockId: block.id, setting, by, at };
    if (takingBack) return onSave({ ...record, value: null });
    const value = findValue();
    const found = isProblem(value) ? value : findProblem(block, { ...values, [setting]: { value, by, at } }, setting);
    setProblem(found);
    return found !== undefined || isProblem(value) ? undefined : onSave({ ...record, value });
  };
  return (
    <SignedForm
      onSubmit={save}
      onClose={onClose}
      submit={<FormattedMessage id={takingBack ? 'dose.clinic.takeBack' : 'dose.clinic.save'} />}
      problem={problem !== undefined && <ProblemWords problem={problem} />}
    >
      {takingBack ? (
        <p>
          <FormattedMessage
            id="dose.clinic.takeBack.lead"
            values={{ setting: intl.formatMessage({ id: `dose.setting.${setting}` }) }}
          />
        </p>
      ) : (
        <>
          {setting === 'basis' ? (
            <Segments
              label={<FormattedMessage id="dose.setting.title.basis" />}
              options={BASES.map((value) => ({ value, label: intl.formatMessage({ id: `reader.basis.${value}` }) }))}
              value={basis}
              onChange={setBasis}
            />
          ) : (
            <TextField
              label={
                <FormattedMessage
                  id={rounds ? 'dose.clinic.step' : `dose.clinic.value.${setting}`}
                  values={{ unit: toUnitWords(unit, language) }}
                />
              }
              inputMode="decimal"
              value={text}
              aria-invalid={problem !== undefined}
              onChange={(event) => setText(event.target.value)}
            />
          )}
          {rounds && (
            <Segments
              label={<FormattedMessage id="dose.clinic.mode" />}
              options={(['down', 'nearest'] as const).map((value) => ({
                value,
                label: intl.formatMessage({ id: `dose.clinic.mode.${value}` }),
              }))}
              value={mode}
              onChange={setMode}
            />
          )}
          {values[setting] !== undefined && (
            <p>
              <Button className={styles['use']} onClick={() => setTakingBack(true)}>
                <FormattedMessage id="dose.clinic.takeBack" />
              </Button>
            </p>
          )}
        </>
      )}
    </SignedForm>
  );
}

function isProblem(value: NonNullable<ClinicValueRecord['value']> | Problem): value is Problem {
  return typeof value === 'object' && 'kind' in value;
}

function findProblem(block: DoseBlock, values: ClinicValues, setting: ClinicSetting): ClinicProblem | undefined {
  return checkClinicValues(block, values).find((each) => each.setting === setting)?.problem;
}

function ProblemWords({ problem }: { problem: Problem }): ReactElement {
  const language = useLanguage();
  if (problem.kind === 'basis') return <FormattedMessage id="dose.clinic.refused.basis" />;
  if (problem.kind === 'entry') return <FormattedMessage id="dose.clinic.refused.entry" />;
  return (
    <span data-refusal={problem.kind}>
      <FormattedMessage
        id="dose.clinic.refused"
        values={{ problem: <ClinicProblemWords key="problem" problem={problem} language={language} /> }}
      />
    </span>
  );
}
