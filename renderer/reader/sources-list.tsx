import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import styles from './reader.module.css';
import { useReader } from './reader-context';

/** Every source in full. Addresses are shown, never opened: this program opens no connection. */
export function SourcesList(): ReactElement {
  const { protocol, anchor } = useReader();
  return (
    <section id="sources" className={styles['sources']} aria-labelledby="sources-title" tabIndex={-1}>
      <h2 id="sources-title">
        <FormattedMessage id="reader.sources" />
      </h2>
      <dl>
        {protocol.sources.map(({ id, citation, url }) => (
          <div
            key={id}
            id={`source-${id}`}
            tabIndex={-1}
            aria-current={anchor === `source-${id}` ? 'location' : undefined}
          >
            <dt>{id}</dt>
            <dd>
              {citation}
              {url !== undefined && <span className={styles['address']}>{url}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
