import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import type { DoseBlock } from '../../protocols/dose/dose-request';
import { parseEntered } from '../../protocols/dose/parse-entered';
import type { Protocol } from '../../protocols/schema/protocol';
import { toDisplayDuration } from '../../protocols/text/display';
import { toUnitWords } from '../../protocols/units/unit-table';
import { useLanguage } from '../reader/use-language';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import panelStyles from './panels.module.css';
import wordStyles from './words.module.css';
import { toGuard, toWholeUnit } from './field-rules';
import { toWords } from './quantity-words';
import { Segments } from './segments';
import { type EnteredDose, findLastInstant, sitting, toMinutesSince } from './sitting';

/** The doses given before in this sitting, as entered here: in memory only, until Clear. */
export function SittingPanel({
  protocol,
  block,
  doses,
  now,
  repeat,
  onRepeat,
}: {
  protocol: Protocol;
  block: DoseBlock;
  doses: readonly EnteredDose[];
  now: Date;
  /** Which of the block's courses is followed, counted from 0. */
  repeat: number | undefined;
  onRepeat: (repeat: number) => void;
}): ReactElement {
  const intl = useIntl();
  const language = useLanguage();
  const last = doses.at(-1);
  const courses = block.repeat ?? [];
  return (
    <details className={panelStyles['panel']} open={doses.length > 0}>
      <summary>
        <FormattedMessage id="dose.sitting.title" />{' '}
        <span className={wordStyles['muted']}>
          {last === undefined ? (
            <FormattedMessage id="dose.sitting.none" />
          ) : (
            <FormattedMessage
              id="dose.sitting.since"
              values={{
                since: (
                  <span key="since">{toDisplayDuration(`PT${toMinutesSince(last.at, now).value}M`, language)}</span>
                ),
              }}
            />
          )}
        </span>
      </summary>
      <ul className={panelStyles['given']}>
        {doses.map((dose) => (
          <li key={dose.key}>
            <FormattedTime value={dose.at} hour="2-digit" minute="2-digit" hour12={false} />{' '}
            <strong>{dose.drug}</strong>{' '}
            <strong className={wordStyles['whole']}>{toWords(dose.amount, language)}</strong>
            {dose.protocolId !== protocol.id && (
              <span className={wordStyles['muted']}>
                <FormattedMessage id="dose.sitting.elsewhere" />
              </span>
            )}
            <Button
              onClick={() => sitting.remove(dose.key)}
              aria-label={intl.formatMessage(
                { id: 'dose.sitting.remove.one' },
                { dose: toWords(dose.amount, language) },
              )}
            >
              <FormattedMessage id="dose.sitting.remove" />
            </Button>
          </li>
        ))}
      </ul>
      {doses.length > 0 && courses.length > 1 && (
        <Segments
          label={<FormattedMessage id="dose.sitting.course" />}
          options={courses.map(({ label }, index) => ({ value: String(index), label: label ?? String(index + 1) }))}
          value={repeat === undefined ? undefined : String(repeat)}
          onChange={(value) => onRepeat(courses.findIndex((_, index) => String(index) === value))}
        />
      )}
      <GivenFields protocol={protocol} block={block} now={now} />
    </details>
  );
}

function GivenFields({ protocol, block, now }: { protocol: Protocol; block: DoseBlock; now: Date }): ReactElement {
  const language = useLanguage();
  const problem = useId();
  const [amount, setAmount] = useState('');
  const [time, setTime] = useState('');
  const [wrong, setWrong] = useState<'amount' | 'time' | 'ahead'>();
  const unit = toWholeUnit(block);
  const add = (): void => {
    const entered = parseEntered(amount, toGuard(unit), language);
    const at = findLastInstant(time, now);
    if (entered.kind !== 'value') return setWrong('amount');
    if (at === undefined) return setWrong('time');
    if (at === 'ahead') return setWrong('ahead');
    setWrong(undefined);
    setAmount('');
    setTime('');
    const { id: blockId, drug } = block;
    const { name } = drug;
    sitting.add({
      key: crypto.randomUUID(),
      protocolId: protocol.id,
      blockId,
      drug: name,
      amount: entered.measured,
      at,
    });
  };
  const field = {
    'aria-describedby': problem,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      add();
    },
  };
  return (
    <div className={panelStyles['givenFields']}>
      <TextField
        {...field}
        label={<FormattedMessage id="dose.sitting.amount" values={{ unit: toUnitWords(unit, language) }} />}
        inputMode="decimal"
        value={amount}
        aria-invalid={wrong === 'amount'}
        onChange={(event) => setAmount(event.target.value)}
      />
      <TextField
        {...field}
        label={<FormattedMessage id="dose.sitting.time" />}
        inputMode="numeric"
        value={time}
        aria-invalid={wrong === 'time' || wrong === 'ahead'}
        onChange={(event) => setTime(event.target.value)}
      />
      <Button onClick={add}>
        <FormattedMessage id="dose.sitting.add" />
      </Button>
      <p id={problem} role="alert" className={wordStyles['problem']}>
        {wrong !== undefined && (
          <FormattedMessage id={`dose.sitting.wrong.${wrong}`} values={{ unit: toUnitWords(unit, language) }} />
        )}
      </p>
    </div>
  );
}
