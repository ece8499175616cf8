import { type ReactElement, Suspense, lazy } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { useLibrary } from '../library-provider';
import { ProtocolList } from './protocol-list';
import styles from './screens.module.css';
import lists from '../../ui/list.module.css';

const RecallBanner = lazy(async () => {
  // Search comes first; what is printed is looked through once nothing else is waiting.
  await new Promise((idle) => requestIdleCallback(idle));
  return { default: (await import('../../papers/recall-banner')).RecallBanner };
});

/** Where a shift begins: search above, the protocols beneath, and whatever wants attention. */
export function HomeScreen(): ReactElement {
  const library = useLibrary();
  return (
    <main className={styles['screen']}>
      <h1>
        <FormattedMessage id="app.home.title" />
      </h1>
      <Suspense>
        <RecallBanner />
      </Suspense>
      <p className={lists['lead']}>
        <FormattedMessage id="app.home.lead" values={{ key: <kbd key="key">Ctrl+K</kbd> }} />
      </p>
      {library !== undefined && <ProtocolList protocols={library.listing.protocols} />}
      {library !== undefined && library.listing.withheld.length > 0 && (
        <p>
          <Link href="/library">
            <FormattedMessage id="app.library.withheld" values={{ count: library.listing.withheld.length }} />
          </Link>
        </p>
      )}
    </main>
  );
}
