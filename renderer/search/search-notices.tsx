import { Fragment, type ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Correction, SearchAnswer, Searched } from '../../protocols/search/answer';
import { Button } from '../ui/button';
import { findChangedLetters } from './changed-letters';
import { toName } from './filter-bar';
import { type Filters, listOn, toggle } from './filters';
import { MarkedText } from './marked-text';
import styles from './search-box.module.css';

/** What was not found, what was read instead, and what may have been meant; a person chooses, nothing opens by itself. */
export function SearchNotices({
  answer,
  filters,
  onFilter,
  onTry,
}: {
  answer: SearchAnswer;
  filters: Filters;
  onFilter: (filters: Filters) => void;
  onTry: (text: string) => void;
}): ReactElement | null {
  const { query, cutAfter, total, counts, repaired, suggested, unmatched } = answer;
  const cut = cutAfter !== '' && (
    <p>
      <FormattedMessage id="search.cut" values={{ written: toShort(cutAfter) }} />
    </p>
  );
  if (counts.all === 0) {
    return (
      <>
        {cut !== false && <div className={styles['notice']}>{cut}</div>}
        <NothingFound answer={answer} onTry={onTry} />
      </>
    );
  }
  const hidden = total === 0;
  if (repaired.length + unmatched.length === 0 && !hidden && cut === false) return null;
  return (
    <div className={styles['notice']}>
      {cut}
      {hidden && <AllFiltered all={counts.all} filters={filters} onFilter={onFilter} />}
      {[...new Set(repaired.map(({ written }) => written))].map((written) => (
        <p key={written}>
          <FormattedMessage
            id="search.repaired"
            values={{ written, shown: <ShownFor written={written} repaired={repaired} /> }}
          />
        </p>
      ))}
      {unmatched.map((written) => (
        <p key={written}>
          <FormattedMessage id="search.unmatched" values={{ written: toShort(written) }} />
        </p>
      ))}
      {suggested.map((correction) => (
        <SuggestedWord
          key={correction.written + correction.shown}
          query={query}
          correction={correction}
          onTry={onTry}
        />
      ))}
    </div>
  );
}

/** Every word read in place of one, its changed letters marked. */
function ShownFor({ written, repaired }: { written: string; repaired: readonly Correction[] }): ReactElement {
  return (
    <>
      {repaired
        .filter((correction) => correction.written === written)
        .map(({ shown }, index) => (
          <Fragment key={shown}>
            {index > 0 && ', '}
            <MarkedText text={shown} marks={findChangedLetters(written, shown)} />
          </Fragment>
        ))}
    </>
  );
}

/** A name close to what was typed, the letters that differ marked; it is searched for only when a person says so. */
function SuggestedWord({
  query,
  correction: { written, shown },
  onTry,
}: {
  query: string;
  correction: Correction;
  onTry: (text: string) => void;
}): ReactElement {
  const [before = '', ...after] = query.split(written);
  const rest = after.join(written);
  return (
    <Button onClick={() => onTry(before + shown + rest)}>
      <span>
        <FormattedMessage
          id="search.suggested"
          values={{
            shown: (
              <>
                {before}
                <MarkedText text={shown} marks={findChangedLetters(written, shown)} />
                {rest}
              </>
            ),
          }}
        />
      </span>
    </Button>
  );
}

function NothingFound({
  answer: { query, closest, suggested, searched },
  onTry,
}: {
  answer: SearchAnswer;
  onTry: (text: string) => void;
}): ReactElement {
  const intl = useIntl();
  const toWords = ({ written: word, others }: Searched): string =>
    others.length === 0
      ? word
      : intl.formatMessage({ id: 'search.searched.others' }, { written: word, others: others.join(', ') });
  const written = (name: string): string | undefined => suggested.find(({ shown }) => shown === name)?.written;
  return (
    <div className={styles['notice']}>
      <p>
        <FormattedMessage id="search.nothing" values={{ query: toShort(query) }} />
      </p>
      <p className={styles['searched']}>
        <FormattedMessage
          id="search.searched"
          values={{ words: intl.formatList(searched.map(toWords).map(toShort), { type: 'unit' }) }}
        />
      </p>
      {closest.length > 0 && (
        <>
          <p id="search-closest">
            <FormattedMessage id="search.closest" />
          </p>
          <ul className={styles['names']} aria-labelledby="search-closest">
            {closest.map((name) => (
              <li key={name}>
                <Button onClick={() => onTry(name)}>
                  <span>
                    <MarkedText text={name} marks={findChangedLetters(written(name) ?? name, name)} />
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Filters that leave nothing say so, and each can be taken away right here. */
function AllFiltered({
  all,
  filters,
  onFilter,
}: {
  all: number;
  filters: Filters;
  onFilter: (filters: Filters) => void;
}): ReactElement {
  const intl = useIntl();
  return (
    <>
      <p>
        <FormattedMessage id="search.allFiltered" values={{ all }} />
      </p>
      <ul className={styles['names']}>
        {listOn(filters).map((filter) => (
          <li key={`${filter.sort} ${filter.value}`}>
            <Button onClick={() => onFilter(toggle(filters, filter))}>
              <FormattedMessage id="search.filter.remove" values={{ name: toName(intl, filter) }} />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

// A page pasted into the box must not fill the screen with itself.
function toShort(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
