import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Language } from '../../protocols/contract/calls';
import type { DosePlan } from '../../protocols/dose/dose-plan';
import type { DoseBlock, Sex } from '../../protocols/dose/dose-request';
import type { Amount, Time } from '../../protocols/schema/values';
import { toUnitWords } from '../../protocols/units/unit-table';
import { ClinicalRange, ClinicalValue } from '../reader/clinical-value';
import styles from './fields.module.css';
import type { Entries, EntryChange, FieldName } from './entry';
import { EnteredField } from './entered-field';
import type { Field } from './field-rules';
import { toWords } from './quantity-words';
import { Segments } from './segments';
import { asksSex, listAmountChoices, toText, type Worked } from './worked-entries';
import { unreachable } from '../../protocols/schema/unreachable';

interface Props {
  readonly fields: readonly Field[];
  readonly readings: Worked['readings'];
  readonly entries: Entries;
  readonly sex: Sex | undefined;
  readonly block: DoseBlock;
  readonly plan: DosePlan | undefined;
  /** Nothing is shown that would tell what somebody else entered, or what to enter. */
  readonly blind?: boolean;
  readonly language: Language;
  readonly onChange: (change: EntryChange) => void;
  readonly onSex: (sex: Sex) => void;
  /** Enter was pressed: the next empty field is wanted. */
  readonly onEnter: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The fields of a dose, in the order in which they are asked for. */
export function EntryFields(props: Props): ReactElement {
  const { fields, readings, entries, sex, plan, language, onChange, onSex, onEnter } = props;
  const intl = useIntl();
  const choices = plan === undefined ? [] : listAmountChoices(plan);
  // By what was read, not by its letters: the language may change while it stands.
  const chosen = readings.amount.kind === 'read' ? readings.amount.value.value : undefined;
  return (
    <div className={styles['fields']}>
      {fields.map(({ name, rule }) => {
        const field =
          name === 'amount' && choices.length > 0 ? (
            <Segments
              key={name}
              label={<FormattedMessage id="dose.field.amount.choose" />}
              options={choices.map((choice) => ({ value: choice.value, label: toWords(choice, language) }))}
              value={choices.find(({ value }) => value === chosen)?.value}
              onChange={(value) => onChange({ kind: 'choose', name, text: toText(value, language) })}
            />
          ) : (
            <EnteredField
              key={name}
              name={name}
              label={intl.formatMessage({ id: `dose.field.${name}` }, { unit: toUnitWords(rule.unit, language) })}
              text={entries[name].text}
              reading={readings[name]}
              hint={props.blind === true ? null : <Hint name={name} {...props} />}
              language={language}
              onChange={onChange}
              onEnter={onEnter}
            />
          );
        if (name !== 'height' || !asksSex(plan)) return field;
        return [
          field,
          <Segments
            key="sex"
            label={<FormattedMessage id="dose.field.sex" />}
            options={(['female', 'male'] as const).map((value) => ({
              value,
              label: intl.formatMessage({ id: `dose.sex.${value}` }),
            }))}
            value={sex}
            onChange={onSex}
          />,
        ];
      })}
    </div>
  );
}

/** What the protocol or the clinic says about a field. */
function Hint({ name, entries, block, plan, language, onChange }: Props & { name: FieldName }): ReactNode {
  switch (name) {
    case 'weight':
      return (
        <p className={styles['hint']}>
          <FormattedMessage id={`dose.basis.${plan?.basis ?? block.basis}`} />
        </p>
      );
    case 'amount': {
      const { usual, min, max } = block.amount;
      const use = plan?.offered.usual;
      return (
        <>
          {usual !== undefined && (
            <p className={styles['hint']}>
              <FormattedMessage
                id="dose.usual"
                values={{ usual: <ClinicalValue key="usual" value={toPlain(usual)} brief /> }}
              />
            </p>
          )}
          {(min !== undefined || max !== undefined) && (
            <p className={styles['hint']}>
              <ClinicalRange range={toPlainRange({ min, max })} brief />
            </p>
          )}
          {use !== undefined && entries.amount.text === '' && (
            <button
              type="button"
              className={styles['use']}
              onClick={() => onChange({ kind: 'choose', name, text: toText(use.value, language) })}
            >
              <FormattedMessage id="dose.usual.use" values={{ usual: toWords(use, language) }} />
            </button>
          )}
        </>
      );
    }
    case 'over':
      return block.over === undefined ? null : (
        <p className={styles['hint']}>
          <ClinicalRange range={toPlainRange(block.over)} brief />
        </p>
      );
    case 'vial': {
      const stock = plan?.solution.stock;
      return (
        <p className={styles['hint']}>
          {stock === undefined ? (
            <FormattedMessage id={plan?.solution.vial === 'welcome' ? 'dose.vial.optional' : 'dose.vial.read'} />
          ) : (
            <FormattedMessage
              id={stock.by === 'clinic' ? 'dose.vial.clinic' : 'dose.vial.stated'}
              values={{ vial: toWords(stock.amount, language) }}
            />
          )}
        </p>
      );
    }
    case 'madeUp': {
      const stated = plan?.solution.madeUp;
      return stated === undefined ? null : (
        <p className={styles['hint']}>
          <FormattedMessage
            id={stated.by === 'clinic' ? 'dose.vial.clinic' : 'dose.vial.stated'}
            values={{ vial: toWords(stated.amount, language) }}
          />
        </p>
      );
    }
    case 'height':
      return null;
    default:
      return unreachable(name);
  }
}

/** Beside a field only the numbers and their marks; that sources differ is said once, with what the protocol gives. */
function toPlain<T extends Amount | Time>(value: T): T {
  return 'contested' in value ? { ...value, contested: undefined } : value;
}

function toPlainRange<T extends Amount | Time>(
  range: Partial<Record<'min' | 'usual' | 'max', T | undefined>>,
): {
  min?: T;
  usual?: T;
  max?: T;
} {
  const { min, usual, max } = range;
  return {
    ...(min === undefined ? {} : { min: toPlain(min) }),
    ...(usual === undefined ? {} : { usual: toPlain(usual) }),
    ...(max === undefined ? {} : { max: toPlain(max) }),
  };
}
