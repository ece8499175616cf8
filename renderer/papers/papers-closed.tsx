import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Banner } from '../ui/tone';

/** That no sheet can be judged: what the clinic added cannot be read. */
export function PapersClosed(): ReactElement {
  return (
    <Banner tone="stop" role="alert" title={<FormattedMessage id="papers.closed" />}>
      <FormattedMessage id="papers.closed.body" />
    </Banner>
  );
}
