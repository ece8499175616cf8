import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../../protocols/contract/calls';
import type { Amount, Time } from '../../../protocols/schema/values';
import { isUnsure, toShownValue } from '../../../protocols/text/display';
import { type UnitCode, toUnitWords } from '../../../protocols/units/unit-table';
import type { Mark } from '../../../protocols/schema/vocabulary';
import { isSet } from '../../../protocols/schema/is-set';

interface Shown {
  readonly value: Amount | Time;
  readonly language: Language;
  /** What a blank is written in where the clinic sets the value. */
  readonly unit?: UnitCode | undefined;
  /** Leaves the words beside it to whoever shows several values together; the dashed line stays. */
  readonly brief?: boolean | undefined;
  /** Words that belong to the number and stand before its marks, such as "above baseline". */
  readonly after?: string | undefined;
}

/** One number on paper. What is not verified has a dashed line under it and says so; what the clinic sets is a blank. */
export function PaperValue({ value, language, unit, after, brief = false }: Shown): ReactElement {
  const { words, attributes } = toShownValue(value, language, unit);
  return (
    <span {...attributes}>
      {words === undefined ? (
        <Blank unit={unit} language={language} unsure />
      ) : (
        <span className={isUnsure(value.mark) ? 'number unsure' : 'number'}>{words}</span>
      )}
      {after !== undefined && ` ${after}`}
      {(!brief || words === undefined) && isUnsure(value.mark) && (
        <>
          {' '}
          <MarkWord mark={value.mark} />
        </>
      )}
      {!brief && isContested(value) && (
        <>
          {' '}
          <ContestedWord />
        </>
      )}
    </span>
  );
}

function isContested(value: Amount | Time): boolean {
  return isSet(value) && value.contested !== undefined;
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

/** An empty cell is a place for a pen. */
export const PEN: ReactElement = <span className="quiet" />;

/** A box to tick, drawn with borders: a font's box may be missing or too small. */
export function TickBox(): ReactElement {
  return <span className="tickBox" />;
}
