import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SearchHit } from '../../protocols/search/answer';
import styles from './search-box.module.css';
import type { SearchClient } from './search-client';
import { SearchPanel, type SearchState } from './search-panel';
import type { SearchContent } from './search-messages';
import { useSearch, useSearchClient } from './use-search';
import { bindKeys } from '../ui/bind-keys';

const FIRST_ROWS = 12;
const ON_A_MAC = /mac/i.test(navigator.platform);

/**
 * The one search box, on every screen. Results come as one types; the first is the active one as soon as the results
 * for exactly the typed text are there, and Enter waits for them: the same text and Enter always open the same place.
 */
export function SearchBox({
  content,
  onOpen,
  client: given,
}: {
  /** What can be found; undefined until it is known. */
  content: SearchContent | undefined;
  onOpen: (hit: SearchHit) => void;
  client?: SearchClient;
}): ReactElement {
  const intl = useIntl();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const enteredFor = useRef<string>(undefined);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [limit, setLimit] = useState(FIRST_ROWS);
  const choose = (hit: SearchHit): void => {
    enteredFor.current = undefined;
    setOpen(false);
    onOpen(hit);
  };
  const { answer, failed } = useSearch(useSearchClient(given), { content, text, limit }, ({ query, hits: [first] }) => {
    // Enter was pressed before the results for this text had come.
    if (enteredFor.current === query && first !== undefined) choose(first);
    enteredFor.current = undefined;
  });

  const current = answer?.query === text;
  const hits = answer?.hits ?? [];
  const activeIndex = current && hits.length > 0 ? Math.min(active, hits.length - 1) : -1;
  const shown = open && text.trim() !== '';
  const listed = shown && hits.length > 0 && toState(content, failed) === 'ready';

  const type = (next: string): void => {
    enteredFor.current = undefined;
    setText(next);
    setActive(0);
    setLimit(FIRST_ROWS);
    setOpen(true);
    // A name chosen in the panel goes into the box, and so does the focus.
    input.current?.focus();
  };

  useFocusKey(input, () => setOpen(true));

  useEffect(() => {
    if (shown && activeIndex >= 0)
      document.getElementById(`${listId}-${activeIndex}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [shown, activeIndex, listId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const moves: Partial<Record<string, number>> = shown && activeIndex >= 0 ? toMoves(activeIndex, hits.length) : {};
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'ArrowDown' && !open) {
      setOpen(true);
    } else if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      const hit = hits[activeIndex];
      if (!open) setOpen(true);
      else if (hit !== undefined) choose(hit);
      else if (!current) enteredFor.current = text;
    }
  };
  // On the whole box, so that it works from the buttons under the results too.
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    enteredFor.current = undefined;
    if (shown) {
      setOpen(false);
      input.current?.focus();
      return;
    }
    setText('');
    if (cameFrom.current?.isConnected === true) cameFrom.current.focus();
    else input.current?.blur();
  };

  return (
    <search>
      <div
        ref={box}
        role="presentation"
        className={styles['box']}
        onKeyDown={onEscape}
        onFocus={({ relatedTarget }) => {
          if (!box.current?.contains(relatedTarget))
            cameFrom.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
        }}
        onBlur={({ relatedTarget }) => {
          if (!box.current?.contains(relatedTarget)) setOpen(false);
        }}
      >
        <Search size={18} aria-hidden="true" className={styles['icon']} />
        <input
          ref={input}
          type="text"
          role="combobox"
          className={styles['input']}
          aria-label={intl.formatMessage({ id: 'search.label' })}
          aria-keyshortcuts={ON_A_MAC ? 'Meta+K' : 'Control+K'}
          aria-autocomplete="list"
          aria-expanded={listed}
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={listed && activeIndex >= 0 ? `${listId}-${activeIndex}` : undefined}
          placeholder={intl.formatMessage({ id: 'search.placeholder' }, { keys: ON_A_MAC ? '⌘K' : 'Ctrl+K' })}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
        />
        <p className="visually-hidden" role="status" aria-live="polite">
          {shown && current && answer !== undefined && (
            <FormattedMessage id="search.count" values={{ count: answer.total }} />
          )}
        </p>
        {shown && (
          // The pointer must not take the focus from the box: that would close the panel before the click arrives.
          <div className={styles['panel']} role="presentation" onMouseDown={(event) => event.preventDefault()}>
            <SearchPanel
              state={toState(content, failed)}
              answer={answer}
              current={current}
              activeIndex={activeIndex}
              listId={listId}
              onOpen={choose}
              onTry={type}
              onShowAll={(total) => {
                setLimit(total);
                input.current?.focus();
              }}
            />
          </div>
        )}
      </div>
    </search>
  );
}

/** Ctrl+K, or Cmd+K, from anywhere: to the box, its text selected so that typing replaces it. */
function useFocusKey(input: { readonly current: HTMLInputElement | null }, onFocus: () => void): void {
  const focused = useEffectEvent(onFocus);
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent): void => {
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
      focused();
    };
    // Also from text fields, which tinykeys leaves alone unless told.
    return bindKeys({ '$mod+KeyK': focus });
  }, [input]);
}

function toState(content: SearchContent | undefined, failed: boolean): SearchState {
  if (failed) return 'failed';
  if (content === undefined) return 'waiting';
  return content.kind === 'documents' && content.protocols.length === 0 ? 'empty' : 'ready';
}

function toMoves(from: number, count: number): Partial<Record<string, number>> {
  return { ArrowDown: Math.min(from + 1, count - 1), ArrowUp: Math.max(from - 1, 0), Home: 0, End: count - 1 };
}
