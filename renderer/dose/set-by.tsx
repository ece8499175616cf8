import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { toDay } from '../../protocols/text/in-force';
import { Day } from '../reader/day';

/** Who decided something for the clinic, and on which day. */
export function SetBy({ by, at }: { by: string; at: string }): ReactElement {
  return <FormattedMessage id="dose.setBy" values={{ by, day: <Day key="day" day={toDay(new Date(at))} /> }} />;
}
