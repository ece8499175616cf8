import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SearchAnswer } from '../../protocols/search/answer';
import { Button } from '../ui/button';
import styles from './search-box.module.css';

/** What was not found, what was read instead, and what may have been meant; a person chooses, nothing opens by itself. */
export function SearchNotices({
  answer,
  onTry,
}: {
  answer: SearchAnswer;
  onTry: (text: string) => void;
}): ReactElement | null {
  const { query, hits, closest, repaired, suggested, unmatched } = answer;
  if (hits.length === 0) {
    return (
      <div className={styles['notice']}>
        <p>
          <FormattedMessage id="search.nothing" values={{ query: toShort(query) }} />
        </p>
        {closest.length > 0 && (
          <>
            <p id="search-closest">
              <FormattedMessage id="search.closest" />
            </p>
            <ul className={styles['names']} aria-labelledby="search-closest">
              {closest.map((name) => (
                <li key={name}>
                  <Button onClick={() => onTry(name)}>{name}</Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    );
  }
  if (repaired.length + unmatched.length === 0) return null;
  return (
    <div className={styles['notice']}>
      {repaired.map(({ written, shown }) => (
        <p key={written + shown}>
          <FormattedMessage id="search.repaired" values={{ written, shown }} />
        </p>
      ))}
      {unmatched.map((written) => (
        <p key={written}>
          <FormattedMessage id="search.unmatched" values={{ written: toShort(written) }} />
        </p>
      ))}
      {suggested.map(({ written, shown }) => (
        <Button key={written + shown} onClick={() => onTry(query.replace(written, shown))}>
          <FormattedMessage id="search.suggested" values={{ shown: query.replace(written, shown) }} />
        </Button>
      ))}
    </div>
  );
}

// A page pasted into the box must not fill the screen with itself.
function toShort(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
