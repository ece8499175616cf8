import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../protocols/contract/calls';
import type { Amount, Time } from '../../protocols/schema/values';
import { toDisplayDuration, toDisplayQuantity, toDurationAmount } from '../../protocols/text/display';
import { type UnitCode, toUnitWords } from '../../protocols/units/unit-table';
import type { Mark } from '../../protocols/schema/vocabulary';
import { isSet } from '../../protocols/schema/is-set';

interface Shown {
  readonly value: Amount | Time;
  readonly language: Language;
  /** What a blank is written in where the clinic sets the value. */
  readonly unit?: UnitCode | undefined;
  /** Words that belong to the number and stand before its marks, such as "above baseline". */
  readonly after?: string;
}

/** One number on paper. What is not verified has a dashed line under it and says so; what the clinic sets is a blank. */
export function PaperValue({ value, language, unit, after = '' }: Shown): ReactElement {
  if (!isSet(value)) {
    return (
      <span data-value="" data-unit={unit ?? ''} data-mark="local">
        <Blank unit={unit} language={language} unsure /> {after} <MarkWord mark="local" />
      </span>
    );
  }
  const amount = 'duration' in value ? toDurationAmount(value.duration) : value;
  const words =
    'duration' in value
      ? toDisplayDuration(value.duration, language)
      : toDisplayQuantity(value.value, value.unit, language);
  return (
    <span data-value={amount.value} data-unit={amount.unit} data-mark={value.mark}>
      <span className={isUnsure(value.mark) ? 'number unsure' : 'number'}>{words}</span> {after}{' '}
      <MarkWord mark={value.mark} /> {value.contested !== undefined && <ContestedWord />}
    </span>
  );
}

/** A line to write a value on, with its unit preprinted. */
export function Blank({
  unit,
  language,
  unsure = false,
}: {
  unit?: UnitCode | undefined;
  language: Language;
  unsure?: boolean;
}): ReactElement {
  const words = unit === undefined || unit === '{score}' ? '' : toUnitWords(unit, language).replaceAll(' ', '\u00A0');
  return (
    <span className="blank">
      <span className={unsure ? 'blankLine unsure' : 'blankLine'} />
      {words !== '' && <span className="unit">{words}</span>}
    </span>
  );
}

/** The words beside what is not verified; nothing beside what is, or was worked out from what is. */
export function MarkWord({ mark }: { mark: Mark | undefined }): ReactElement | null {
  if (mark === undefined || !isUnsure(mark)) return null;
  return (
    <span className="mark">
      <FormattedMessage id={mark === 'local' ? 'print.mark.local' : 'print.mark.unverified'} />
    </span>
  );
}

/** Says that other sources give another value; which ones, the protocol says. */
export function ContestedWord(): ReactElement {
  return (
    <span className="mark">
      <FormattedMessage id="print.mark.contested" />
    </span>
  );
}

export function isUnsure(mark: Mark): boolean {
  return mark === 'second-hand' || mark === 'recalled' || mark === 'local';
}
