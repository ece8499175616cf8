import { type ReactElement, useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { listRecalls } from '../../protocols/print-identity/sheet-standing';
import { Banner } from '../ui/tone';
import { usePapers } from './use-papers';
import { DEFAULT_WINDOW, toWindow } from './window-days';

/** That sheets of the last 90 days are to be taken out of use; nothing while there are none. */
export function RecallBanner(): ReactElement | null {
  const papers = usePapers();
  const count = useMemo(
    () =>
      papers.state === 'ready'
        ? listRecalls(papers.log, toWindow(DEFAULT_WINDOW, papers.present.today), papers.present).length
        : 0,
    [papers],
  );
  if (count === 0) return null;
  return (
    <Banner tone="stop" title={<FormattedMessage id="papers.banner" values={{ count }} />}>
      <Link href="/library">
        <FormattedMessage id="papers.banner.open" />
      </Link>
    </Banner>
  );
}
