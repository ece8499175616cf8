import { type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../protocols/contract/calls';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import fieldStyles from './fields.module.css';
import wordStyles from './words.module.css';
import type { EntryChange, FieldName } from './entry';
import { toLongWords, toWords } from './quantity-words';
import type { FieldReading } from './read-field';
import { unreachable } from '../../protocols/schema/unreachable';

const EXAMPLES: Readonly<Record<Language, Readonly<Record<FieldName, string>>>> = {
  en: { weight: '70.5', height: '170', amount: '0.5', over: '40', vial: '50', madeUp: '50' },
  fr: { weight: '70,5', height: '170', amount: '0,5', over: '40', vial: '50', madeUp: '50' },
};

/**
 * A text field for one number, read by the strict parser. What was read is said back in words beneath; what was not
 * says what the field takes. Leaving the field or pressing Enter is what makes it count.
 */
export function EnteredField({
  name,
  label,
  text,
  reading,
  hint,
  language,
  onChange,
  onEnter,
}: {
  name: FieldName;
  label: string;
  text: string;
  reading: FieldReading;
  /** What stands beneath until something was entered, such as the usual amount and its range. */
  hint: ReactNode;
  language: Language;
  onChange: (change: EntryChange) => void;
  onEnter: (event: KeyboardEvent<HTMLInputElement>) => void;
}): ReactElement {
  const id = useId();
  const wrong = reading.kind === 'refused' || reading.kind === 'outside';
  return (
    <div className={fieldStyles['field']} data-field={name} data-reading={reading.kind}>
      <label htmlFor={id} className={fieldStyles['label']}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        className={`${inputClass} ${fieldStyles['number']}`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={wrong}
        aria-describedby={`${id}-echo`}
        onChange={(event) => onChange({ kind: 'edit', name, text: event.target.value })}
        onBlur={() => onChange({ kind: 'leave', name })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onChange({ kind: 'leave', name });
          onEnter(event);
        }}
      />
      <div id={`${id}-echo`} className={fieldStyles['echo']}>
        <Echo name={name} reading={reading} label={label} language={language} onChange={onChange} />
        {hint}
      </div>
    </div>
  );
}

function Echo({
  name,
  reading,
  label,
  language,
  onChange,
}: {
  name: FieldName;
  reading: FieldReading;
  label: string;
  language: Language;
  onChange: (change: EntryChange) => void;
}): ReactElement | null {
  switch (reading.kind) {
    case 'waiting':
      return null;
    case 'read': {
      const value = toLongWords(reading.value, language);
      return (
        <p className={fieldStyles['read']}>
          {reading.confirmed ? <FormattedMessage id="dose.unusual.confirmed" values={{ value }} /> : value}
        </p>
      );
    }
    case 'unusual': {
      const value = toLongWords(reading.value, language);
      return (
        <div role="alert" className={fieldStyles['question']}>
          <p>
            <FormattedMessage id="dose.unusual" values={{ value }} />
          </p>
          <Button onClick={() => onChange({ kind: 'confirm', name })}>
            <FormattedMessage id="dose.unusual.right" values={{ value }} />
          </Button>
        </div>
      );
    }
    case 'which': {
      return (
        <div role="alert" className={fieldStyles['question']}>
          <p>
            <FormattedMessage id="dose.which" values={{ first: reading.small, second: reading.large }} />
          </p>
          {[reading.small, reading.large].map((choice) => (
            <Button key={choice} onClick={() => onChange({ kind: 'choose', name, text: choice })}>
              {choice}
            </Button>
          ))}
        </div>
      );
    }
    case 'refused':
      return (
        <p role="alert" className={wordStyles['problem']} data-refusal={reading.fault}>
          <FormattedMessage id={`dose.entry.${reading.fault}`} values={{ label, example: EXAMPLES[language][name] }} />
        </p>
      );
    case 'outside':
      return (
        <p role="alert" className={wordStyles['problem']} data-refusal="outside-range">
          <FormattedMessage
            id="dose.entry.outside"
            values={{
              value: toWords(reading.value, language),
              min: toWords(reading.min, language),
              max: toWords(reading.max, language),
            }}
          />
        </p>
      );
    default:
      return unreachable(reading);
  }
}
