import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { useAllProtocols } from '../app/library-provider';
import { useToday } from '../app/use-today';
import { toProtocolPath } from '../app/routes';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { AdverseResponseView } from './blocks/adverse-response-view';
import { type EmergencyPage, toEmergencyPages } from './emergency-pages';
import styles from './reader.module.css';
import { StandingChip } from './standing-chip';

const MOST_TILES = 9;

/** Up to nine numbered tiles over whatever is open; one digit opens the page, Escape goes back to where one was. */
export function EmergencyOverlay({
  openId,
  onClose,
  onOpen,
}: {
  /** The protocol one is reading: its own pages come first. */
  openId: string | undefined;
  onClose: () => void;
  onOpen: (path: string) => void;
}): ReactElement {
  const intl = useIntl();
  const [open, setOpen] = useState<EmergencyPage>();
  const protocols = useAllProtocols();
  const today = useToday();
  const pages = useMemo(() => toEmergencyPages(protocols ?? [], today, openId), [protocols, today, openId]);
  const shown = pages.slice(0, MOST_TILES);
  // A link in a page leads to the protocol; what covers it goes.
  const [location] = useLocation();
  const openedAt = useRef(location);
  useEffect(() => {
    if (location !== openedAt.current) onClose();
  }, [location, onClose]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const page =
        /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey
          ? shown[Number.parseInt(event.key, 10) - 1]
          : undefined;
      if (page === undefined) return;
      event.preventDefault();
      setOpen(page);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  return (
    <Dialog
      // The page's own name once one is open: on a small screen its first step is then in sight.
      title={open === undefined ? intl.formatMessage({ id: 'reader.emergency.title' }) : toTitle(open)}
      onClose={open === undefined ? onClose : () => setOpen(undefined)}
      wide
    >
      {open === undefined ? (
        <>
          {protocols !== undefined && shown.length === 0 && <FormattedMessage id="reader.emergency.none" />}
          <div className={styles['tiles']}>
            {shown.map((page, index) => (
              <button
                key={`${page.protocol.id} ${page.block.id}`}
                type="button"
                className={styles['tile']}
                onClick={() => setOpen(page)}
              >
                <kbd>{index + 1}</kbd>
                <span lang={page.protocol.language}>
                  <strong>{toTitle(page)}</strong>
                  <span className={styles['muted']}>{page.protocol.title}</span>
                </span>
              </button>
            ))}
          </div>
          {pages.length > MOST_TILES && (
            <details className={styles['contentsFold']}>
              <summary>
                <FormattedMessage id="reader.emergency.more" values={{ count: pages.length - MOST_TILES }} />
              </summary>
              <ul className={styles['morePages']}>
                {pages.slice(MOST_TILES).map((page) => (
                  <li key={`${page.protocol.id} ${page.block.id}`}>
                    <Button look="quiet" onClick={() => setOpen(page)}>
                      {toTitle(page)}
                    </Button>
                    <span className={styles['muted']}>{page.protocol.title}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      ) : (
        <>
          <p>
            <span lang={open.protocol.language}>{open.protocol.title}</span> <StandingChip protocol={open.protocol} />
          </p>
          <AdverseResponseView block={open.block} protocol={open.protocol} />
        </>
      )}
      <div className={styles['actions']}>
        {open !== undefined && (
          <>
            <Button onClick={() => setOpen(undefined)}>
              <FormattedMessage id="reader.emergency.back" />
            </Button>
            <Button onClick={() => onOpen(toProtocolPath(open.protocol, open.block.id))}>
              <FormattedMessage id="reader.emergency.open" />
            </Button>
          </>
        )}
        <Button onClick={onClose}>
          <FormattedMessage id="reader.close" />
        </Button>
      </div>
    </Dialog>
  );
}

function toTitle({ block }: EmergencyPage): string {
  return block.title ?? block.trigger;
}
