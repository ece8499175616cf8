import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { ProtocolKey } from '../../protocols/schema/protocol';
import { toProtocolPath } from '../app/routes';
import styles from './block.module.css';

/** The keys of the sources behind a statement, each a link to its full citation. */
export function SourceTags({
  edition,
  sources,
}: {
  edition: ProtocolKey;
  sources: readonly string[];
}): ReactElement | null {
  const intl = useIntl();
  const keys = [...new Set(sources)];
  if (keys.length === 0) return null;
  return (
    <span className={styles['sources']}>
      <span className="visually-hidden">
        <FormattedMessage id="reader.sources" />{' '}
      </span>
      {keys.map((key) => (
        <Link
          key={key}
          href={toProtocolPath(edition, `source-${key}`)}
          className={styles['sourceTag'] ?? ''}
          aria-label={intl.formatMessage({ id: 'reader.source.one' }, { key })}
        >
          {key}
        </Link>
      ))}
    </span>
  );
}
