import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { ProtocolSummary } from '../../../protocols/contract/calls';
import { compareVersions } from '../../../protocols/schema/versions';
import { StandingChip } from '../../reader/standing-chip';
import { toProtocolPath } from '../routes';
import lists from '../../ui/list.module.css';

/** Titles as links, each with its standing and edition; full titles, never cut. */
export function ProtocolList({ protocols }: { protocols: readonly ProtocolSummary[] }): ReactElement {
  if (protocols.length === 0) {
    return (
      <p>
        <FormattedMessage id="app.protocols.empty" />
      </p>
    );
  }
  return (
    <ul className={lists['list']}>
      {protocols
        .toSorted((a, b) => a.title.localeCompare(b.title) || compareVersions(b.version, a.version))
        .map((protocol) => (
          <li key={`${protocol.id}@${protocol.version}`} className={lists['row']}>
            <Link href={toProtocolPath(protocol)} className={lists['title'] ?? ''}>
              {protocol.title}
            </Link>
            <StandingChip protocol={protocol} />
            <span className={lists['meta']}>
              <FormattedMessage id={`app.type.${protocol.type}`} /> ·{' '}
              <FormattedMessage id="app.version" values={{ version: protocol.version }} />
            </span>
          </li>
        ))}
    </ul>
  );
}
