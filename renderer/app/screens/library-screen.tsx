import { type ReactElement, Suspense, lazy } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { Day } from '../../reader/day';
import { StandingChip } from '../../reader/standing-chip';
import { Banner } from '../../ui/tone';
import { useLibrary } from '../library-provider';
import { toProtocolPath } from '../routes';
import styles from './screens.module.css';

const PapersSection = lazy(async () => ({ default: (await import('../../papers/papers-section')).PapersSection }));

// The checker's sentences in another language, for the day something is withheld.
const IssueWords = lazy(async () => ({ default: (await import('../../forms/issue-words')).IssueWords }));

/** What came out on paper, and what is on this computer: every edition with its dates and hash, and every document that is withheld, with the reasons. */
export function LibraryScreen(): ReactElement {
  const library = useLibrary();
  if (library === undefined) return <main />;
  const { protocols, withheld } = library.listing;
  return (
    <main className={styles['screen']}>
      <h1>
        <FormattedMessage id="app.place.library" />
      </h1>
      <Suspense>
        <PapersSection />
      </Suspense>
      {withheld.length > 0 && (
        <section className={styles['stack']} aria-labelledby="withheld">
          <h2 id="withheld">
            <FormattedMessage id="app.library.withheld" values={{ count: withheld.length }} />
          </h2>
          <p>
            <FormattedMessage id="app.library.withheld.body" />
          </p>
          {withheld.map(({ file, issues }) => (
            <Banner key={file} tone="stop" title={<FormattedMessage id="app.library.withheld.one" values={{ file }} />}>
              <ul className={styles['issues']}>
                {issues.map((issue) => (
                  <li key={`${issue.path} ${issue.message}`}>
                    {issue.path !== '' && <code>{issue.path}</code>}{' '}
                    <Suspense fallback={issue.message}>
                      <IssueWords issue={issue} />
                    </Suspense>
                    {issue.line !== undefined && (
                      <FormattedMessage id="app.library.line" values={{ line: issue.line }} />
                    )}
                  </li>
                ))}
              </ul>
            </Banner>
          ))}
        </section>
      )}
      <div className={styles['stack']}>
        <h2 id="installed">
          <FormattedMessage id="app.library.installed" values={{ count: protocols.length }} />
        </h2>
        <div className={styles['scroller']} role="region" aria-labelledby="installed" tabIndex={0}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {(['protocol', 'edition', 'standing', 'from', 'review', 'hash'] as const).map((column) => (
                  <th key={column} scope="col">
                    <FormattedMessage id={`app.library.column.${column}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {protocols.map((summary) => (
                <tr key={`${summary.id}@${summary.version}`}>
                  <th scope="row">
                    <Link href={toProtocolPath(summary)} lang={summary.language}>
                      {summary.title}
                    </Link>
                  </th>
                  <td>{summary.version}</td>
                  <td>
                    <StandingChip protocol={summary} always />
                  </td>
                  <td>
                    <Day day={summary.effectivePeriod.start} />
                  </td>
                  <td>
                    <Day day={summary.reviewBy} />
                  </td>
                  <td>
                    <code>{summary.contentHash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </main>
  );
}
