import type { ReactElement } from 'react';
import { FormattedDate } from 'react-intl';

/** A calendar day in words, such as `22 Nov 2026`. Days have no zone: they are shown as written. */
export function Day({ day }: { day: string }): ReactElement {
  return (
    <time dateTime={day}>
      <FormattedDate value={`${day}T00:00:00Z`} timeZone="UTC" day="2-digit" month="short" year="numeric" />
    </time>
  );
}
