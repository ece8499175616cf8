import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import { findPresentEdition } from '../../protocols/text/editions';
import { useLibrary } from '../app/library-provider';
import { toDosePath } from '../app/routes';
import { useToday } from '../app/use-today';
import { StandingChip } from '../reader/standing-chip';
import screenStyles from './screen.module.css';
import wordStyles from './words.module.css';

/** Every protocol that doses a drug, in the edition to work by: the first choice of the Dose place. */
export function DoseList(): ReactElement {
  const library = useLibrary();
  const today = useToday();
  const dosing = (library?.listing.protocols ?? []).filter(({ routes }) => routes.length > 0);
  const present = [...new Set(dosing.map(({ id }) => id))]
    .map((id) => findPresentEdition(dosing, id, today))
    .filter((edition) => edition !== undefined)
    .toSorted((a, b) => a.title.localeCompare(b.title));
  return (
    <main className={screenStyles['screen']}>
      <h1>
        <FormattedMessage id="dose.title" />
      </h1>
      {library !== undefined && present.length === 0 && (
        <p>
          <FormattedMessage id="dose.list.empty" />
        </p>
      )}
      {present.length > 0 && (
        <>
          <p>
            <FormattedMessage id="dose.list.lead" />
          </p>
          <ul className={screenStyles['list']}>
            {present.map((edition) => (
              <li key={edition.id}>
                <Link
                  href={toDosePath({ id: edition.id })}
                  className={screenStyles['listed'] ?? ''}
                  lang={edition.language}
                >
                  {edition.title}
                </Link>
                <span className={wordStyles['muted']}>
                  {edition.routes.map((route, index) => (
                    <span key={route}>
                      {index > 0 && ', '}
                      <FormattedMessage id={`reader.route.${route}`} />
                    </span>
                  ))}
                </span>
                <StandingChip protocol={edition} />
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
