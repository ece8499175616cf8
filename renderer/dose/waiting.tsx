import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { InputName } from '../../protocols/dose/dose-answer';

/** What is still to be entered: `Finish entering weight, vial strength`. */
export function Waiting({ names }: { names: readonly InputName[] }): ReactElement {
  const intl = useIntl();
  const words = names.map((name) => intl.formatMessage({ id: `dose.name.${name}` }));
  return <FormattedMessage id="dose.waiting" values={{ names: intl.formatList(words) }} />;
}
