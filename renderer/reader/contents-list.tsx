import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { toProtocolPath } from '../app/routes';
import styles from './reader.module.css';
import { useReader } from './reader-context';

/** The sections of the open protocol, with what kinds of block each holds. */
export function ContentsList(): ReactElement {
  const intl = useIntl();
  const { protocol, numbers, anchor, sectionOf } = useReader();
  const open = anchor === undefined ? undefined : (sectionOf.get(anchor) ?? anchor);
  return (
    <nav className={styles['contents']} aria-label={intl.formatMessage({ id: 'reader.contents' })}>
      <h2 className={styles['contentsTitle']}>
        <FormattedMessage id="reader.contents" />
      </h2>
      <ol>
        {protocol.sections.map((section) => (
          <li key={section.id} data-depth={section.depth}>
            <Link
              href={toProtocolPath(protocol, section.id)}
              aria-current={open === section.id ? 'location' : undefined}
            >
              <span className={styles['contentsNumber']}>{numbers.get(section.id)}</span>
              <span lang={protocol.language}>{section.title}</span>
            </Link>
          </li>
        ))}
        <li data-depth={1}>
          <Link href={toProtocolPath(protocol, 'sources')} aria-current={open === 'sources' ? 'location' : undefined}>
            <span className={styles['contentsNumber']} />
            <span>
              <FormattedMessage id="reader.sources" />
            </span>
          </Link>
        </li>
      </ol>
    </nav>
  );
}
