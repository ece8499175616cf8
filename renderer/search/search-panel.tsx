import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SearchAnswer } from '../../protocols/search/answer';
import { Button } from '../ui/button';
import { type Choice, PAGE_ROWS, toKey } from './choices';
import { FilterBar } from './filter-bar';
import { type Filters, listOn } from './filters';
import styles from './search-box.module.css';
import { SearchNotices } from './search-notices';
import { SearchRow } from './search-row';
import { useLatest } from './use-latest';

/** What search can do now: it reads the protocols, has them, has none, or has stopped. */
export type SearchState = 'waiting' | 'ready' | 'empty' | 'failed';

/** The results under the box. Rows of the text before stay until the new ones come, with none of them active. */
export function SearchPanel({
  state,
  answer,
  current,
  choices,
  activeIndex,
  listId,
  page,
  filters,
  onChoose,
  onTry,
  onPage,
  onFilter,
}: {
  state: SearchState;
  answer: SearchAnswer | undefined;
  /** The answer is for exactly what is asked now. */
  current: boolean;
  choices: readonly Choice[];
  activeIndex: number;
  listId: string;
  page: number;
  filters: Filters;
  onChoose: (choice: Choice) => void;
  onTry: (text: string) => void;
  onPage: (page: number) => void;
  onFilter: (filters: Filters) => void;
}): ReactElement {
  if (state === 'failed' || state === 'empty') {
    return (
      <p className={styles['notice']} role={state === 'failed' ? 'alert' : undefined}>
        <FormattedMessage id={`search.${state}`} />
      </p>
    );
  }
  if (answer === undefined) {
    return (
      <>
        <p className={`${styles['notice']} ${styles['waiting']}`}>
          <FormattedMessage id="search.waiting" />
        </p>
        {/* Protocols whose title fits, for as long as the index cannot answer. */}
        <ChoiceList name="search.results" why="title" busy {...{ choices, listId, activeIndex, onChoose }} />
      </>
    );
  }
  const { total, counts } = answer;
  const filtered = listOn(filters).length > 0 || filters.superseded;
  const hits = choices.filter(({ kind }) => kind === 'hit').length;
  return (
    <>
      {(counts.all > 0 || filtered) && <FilterBar filters={filters} counts={counts} onChange={onFilter} />}
      <SearchNotices answer={answer} filters={filters} onFilter={onFilter} onTry={onTry} />
      <ChoiceList name="search.results" busy={!current} {...{ choices, listId, activeIndex, onChoose }} />
      {page === 0 && total > hits && (
        <Button look="quiet" className={styles['more']} onClick={() => onPage(1)}>
          <FormattedMessage id="search.showAll" values={{ count: total }} />
        </Button>
      )}
      {page > 0 && <Pages page={page} total={total} onPage={onPage} />}
    </>
  );
}

/** Rows that can be opened, as one list; nothing where there are none. */
export function ChoiceList({
  choices,
  name,
  why,
  listId,
  activeIndex,
  busy,
  onChoose,
}: {
  choices: readonly Choice[];
  name: 'search.results' | 'search.suggestions';
  /** Why protocols are among them, where it is not for the words typed. */
  why?: 'title' | 'recent';
  listId: string;
  activeIndex: number;
  busy: boolean;
  onChoose: (choice: Choice) => void;
}): ReactElement | null {
  const intl = useIntl();
  const open = useLatest((index: number) => {
    const choice = choices[index];
    if (choice !== undefined) onChoose(choice);
  });
  if (choices.length === 0) return null;
  return (
    <div
      role="listbox"
      id={listId}
      className={styles['list']}
      aria-label={intl.formatMessage({ id: name })}
      aria-busy={busy}
    >
      {choices.map((choice, index) => (
        <SearchRow
          key={toKey(choice)}
          hit={choice.kind === 'hit' ? choice.hit : undefined}
          command={choice.kind === 'command' ? choice.command : undefined}
          id={`${listId}-${index}`}
          index={index}
          active={index === activeIndex}
          why={why}
          onOpen={open}
        />
      ))}
    </div>
  );
}

/** All results, a page at a time: hundreds of rows at once would make every key slow. */
function Pages({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }): ReactElement {
  const last = Math.max(1, Math.ceil(total / PAGE_ROWS));
  const from = (page - 1) * PAGE_ROWS + 1;
  return (
    <div className={styles['pages']}>
      <Button disabled={page === 1} onClick={() => onPage(page - 1)}>
        <FormattedMessage id="search.pages.previous" />
      </Button>
      <span>
        <FormattedMessage
          id="search.pages.shown"
          values={{ from: Math.min(from, total), to: Math.min(page * PAGE_ROWS, total), total }}
        />
      </span>
      <Button disabled={page >= last} onClick={() => onPage(page + 1)}>
        <FormattedMessage id="search.pages.next" />
      </Button>
    </div>
  );
}
