import { type ReactElement, type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Standing } from '../../protocols/text/in-force';
import { toProtocolPath } from '../app/routes';
import { Day } from '../reader/day';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './calculator.module.css';

// Until the program ends; the banner that says so stays on every view.
const acknowledged = new Set<string>();

/** An edition whose review is overdue gives doses once somebody has said that it was seen. */
export function ReviewGate({
  protocol,
  standing,
  children,
}: {
  protocol: Protocol;
  standing: Standing;
  children: ReactNode;
}): ReactElement {
  const intl = useIntl();
  const [, navigate] = useLocation();
  const edition = `${protocol.id}@${protocol.version}`;
  const [seen, setSeen] = useState(acknowledged.has(edition));
  if (standing !== 'review-overdue' || seen) return <>{children}</>;
  const leave = (): void => navigate(toProtocolPath(protocol));
  return (
    <Dialog title={intl.formatMessage({ id: 'reader.standing.review-overdue.title' })} onClose={leave}>
      <p>
        <FormattedMessage
          id="reader.standing.review-overdue.body"
          values={{ review: <Day key="review" day={protocol.reviewBy} /> }}
        />
      </p>
      <div className={styles['buttons']}>
        <Button
          look="primary"
          onClick={() => {
            acknowledged.add(edition);
            setSeen(true);
          }}
        >
          <FormattedMessage id="dose.overdue.seen" />
        </Button>
        <Button onClick={leave}>
          <FormattedMessage id="dose.overdue.leave" />
        </Button>
      </div>
    </Dialog>
  );
}
