import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../../protocols/contract/calls';
import { isSet } from '../../../protocols/schema/is-set';
import type { Amount, AmountRange, Time, TimeRange } from '../../../protocols/schema/values';
import type { UnitCode } from '../../../protocols/units/unit-table';
import { PaperValue } from './paper-value';

/** `0.4 mg per kg to 0.75 mg per kg`, the usual value first, choices as "28 mg or 56 mg". */
export function PaperRange({
  range,
  language,
  unit,
  brief,
}: {
  range: AmountRange | TimeRange;
  language: Language;
  unit?: UnitCode | undefined;
  brief?: boolean;
}): ReactElement {
  const { min, usual, max } = range;
  const choices = 'choices' in range ? (range.choices ?? []) : [];
  const show = (value: Amount | Time): ReactNode => (
    <PaperValue
      key={isSet(value) ? JSON.stringify(value) : 'local'}
      value={value}
      language={language}
      unit={unit}
      brief={brief}
    />
  );
  const parts: ReactNode[] = [];
  if (usual !== undefined) parts.push(show(usual));
  if (choices.length > 0) parts.push(<Choices>{choices.map(show)}</Choices>);
  if (min !== undefined && max !== undefined)
    parts.push(
      <FormattedMessage
        id={usual === undefined ? 'print.range' : 'print.range.aside'}
        values={{ min: <span key="min">{show(min)}</span>, max: <span key="max">{show(max)}</span> }}
      />,
    );
  else if (min !== undefined) parts.push(<FormattedMessage id="print.range.from" values={{ min: show(min) }} />);
  else if (max !== undefined) parts.push(<FormattedMessage id="print.range.upTo" values={{ max: show(max) }} />);
  return (
    <>
      {parts.map((part, index) => (
        // The parts of one range never change places.
        <span key={['first', 'second', 'third'][index]}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </>
  );
}

function Choices({ children }: { children: readonly ReactNode[] }): ReactElement {
  return (
    <>
      {children.map((choice, index) => (
        <span key={`choice-${index + 1}`}>
          {index > 0 && (
            <>
              {' '}
              <FormattedMessage id="print.range.or" />{' '}
            </>
          )}
          {choice}
        </span>
      ))}
    </>
  );
}
