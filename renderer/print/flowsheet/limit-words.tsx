import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { isSet } from '../../../protocols/schema/is-set';
import {
  isUnsure,
  toComparisonWords,
  toDisplayDecimal,
  toDisplayDuration,
  toShownValue,
} from '../../../protocols/text/display';
import type { Setting } from '../page/sheet-plan';
import type { Action, Span, StripRow } from './strips';

/**
 * A limit in few words, its unit said once by the strip; a dashed line under it says that it is not verified. Where no
 * band shows in which columns it counts, the words do.
 */
export function LimitWords({
  row: { when, sustained, asks },
  spans = false,
  language,
}: { row: Extract<StripRow, { kind: 'limit' }>; spans?: boolean } & Setting): ReactElement {
  const { before, after } = toComparisonWords(when, language);
  const { amount } = when;
  const { attributes } = toShownValue(amount, language);
  const actions: Action[] = [...new Set(asks.map(({ action }) => action))];
  return (
    <span className="limitWords">
      {before}{' '}
      <span {...attributes} className={isSet(amount) && isUnsure(amount.mark) ? 'number unsure' : 'number'}>
        {isSet(amount) ? toDisplayDecimal(amount.value, language) : <span className="blankLine unsure" />}
      </span>
      {after !== '' && ` ${after}`}
      {sustained !== undefined && (
        <>
          {' '}
          <FormattedMessage id="print.limits.sustained" values={{ time: toDisplayDuration(sustained, language) }} />
        </>
      )}
      {language === 'fr' ? '\u00A0: ' : ': '}
      {actions.map((action, index) => (
        <span key={action}>
          {index > 0 && ', '}
          <strong>
            <FormattedMessage id={`print.flow.action.${action}`} />
          </strong>
          {spans && <Spans spans={asks.filter((ask) => ask.action === action).map(({ span }) => span)} />}
        </span>
      ))}
    </span>
  );
}

function Spans({ spans }: { spans: readonly Span[] }): ReactElement | null {
  const [span] = spans;
  if (span === undefined || span === 'all' || spans.length > 1) return null;
  return (
    <>
      {' '}
      <FormattedMessage id={`print.flow.span.${span}`} />
    </>
  );
}
