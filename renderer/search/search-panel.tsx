import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SearchAnswer, SearchHit } from '../../protocols/search/answer';
import { Button } from '../ui/button';
import styles from './search-box.module.css';
import { SearchNotices } from './search-notices';
import { SearchRow } from './search-row';

/** What search can do now: it reads the protocols, has them, has none, or has stopped. */
export type SearchState = 'waiting' | 'ready' | 'empty' | 'failed';

/** The results under the box. Rows of the text before stay until the new ones come, with none of them active. */
export function SearchPanel({
  state,
  answer,
  current,
  activeIndex,
  listId,
  onOpen,
  onTry,
  onShowAll,
}: {
  state: SearchState;
  answer: SearchAnswer | undefined;
  /** The answer is for exactly the text in the box. */
  current: boolean;
  activeIndex: number;
  listId: string;
  onOpen: (hit: SearchHit) => void;
  onTry: (text: string) => void;
  onShowAll: (total: number) => void;
}): ReactElement {
  const intl = useIntl();
  if (state === 'failed' || state === 'empty') {
    return (
      <p className={styles['notice']} role={state === 'failed' ? 'alert' : undefined}>
        <FormattedMessage id={`search.${state}`} />
      </p>
    );
  }
  if (answer === undefined) {
    return (
      <p className={`${styles['notice']} ${styles['waiting']}`}>
        <FormattedMessage id="search.waiting" />
      </p>
    );
  }
  const { hits, total } = answer;
  return (
    <>
      <SearchNotices answer={answer} onTry={onTry} />
      {hits.length > 0 && (
        <div
          role="listbox"
          id={listId}
          className={styles['list']}
          aria-label={intl.formatMessage({ id: 'search.results' })}
          aria-busy={!current}
        >
          {hits.map((hit, index) => (
            <SearchRow
              key={`${hit.protocolId}@${hit.version}/${hit.sectionId}/${hit.blockId}/${hit.kind}`}
              hit={hit}
              id={`${listId}-${index}`}
              active={index === activeIndex}
              onOpen={() => onOpen(hit)}
            />
          ))}
        </div>
      )}
      {hits.length > 0 && total > hits.length && (
        <Button look="quiet" className={styles['more']} onClick={() => onShowAll(total)}>
          <FormattedMessage id="search.showAll" values={{ count: total }} />
        </Button>
      )}
    </>
  );
}
