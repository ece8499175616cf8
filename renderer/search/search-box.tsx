import { Search } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import type { SearchHit } from '../../protocols/search/answer';
import { useToday } from '../app/use-today';
import { type Choice, toChoices, toHitChoice, toLimit, toSuggestions } from './choices';
import type { Command } from './command';
import { type Filters, NO_FILTERS, toOptions } from './filters';
import styles from './search-box.module.css';
import type { SearchClient } from './search-client';
import { ChoiceList, SearchPanel, type SearchState } from './search-panel';
import type { SearchContent } from './search-messages';
import { useSearch, useSearchClient } from './use-search';
import { bindKeys } from '../ui/bind-keys';

const ON_A_MAC = /mac/i.test(navigator.platform);

interface Asked {
  readonly text: string;
  /** 0 is the first rows; from 1 on, pages of all results. */
  readonly page: number;
  readonly filters: Filters;
}

const NOTHING_ASKED: Asked = { text: '', page: 0, filters: NO_FILTERS };

/**
 * The one search box, on every screen. Results come as one types; the first is the active one as soon as the results
 * for exactly the typed text are there, and Enter waits for them: the same text and Enter always open the same place.
 */
export function SearchBox({
  content,
  onOpen,
  client: given,
  protocols = [],
  recents = [],
  commands = [],
  toDoseAction,
}: {
  /** What can be found; undefined until it is known. */
  content: SearchContent | undefined;
  onOpen: (hit: SearchHit) => void;
  client?: SearchClient;
  /** Titles to answer from for as long as the index cannot. */
  protocols?: readonly ProtocolSummary[];
  /** Protocols opened before, the last one first. */
  recents?: readonly SearchHit[];
  commands?: readonly Command[];
  /** What is done with a dose beyond reading it, offered beside one that leads. */
  toDoseAction?: (dose: SearchHit) => Command;
}): ReactElement {
  const intl = useIntl();
  const listId = useId();
  const today = useToday();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const enteredFor = useRef<string>(undefined);
  const scrolled = useRef(false);
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number>();
  const { text, page, filters } = asked;
  const question = useMemo(() => ({ text, limit: toLimit(page), options: toOptions(filters) }), [text, page, filters]);
  const picker = usePicker(open);

  const choose = (choice: Choice): void => {
    enteredFor.current = undefined;
    setOpen(false);
    setChosen(undefined);
    setAsked({ ...NOTHING_ASKED, text });
    if (choice.kind === 'hit') return onOpen(choice.hit);
    // What is done is done where one was: a note on the block that had the focus.
    if (cameFrom.current?.isConnected === true) cameFrom.current.focus();
    else input.current?.blur();
    choice.command.run();
  };
  const { answer, current, failed } = useSearch(
    useSearchClient(given),
    content,
    question,
    ({ query, hits: [first] }) => {
      // Enter was pressed before the results for this text had come.
      if (enteredFor.current === query && first !== undefined) choose({ kind: 'hit', hit: first });
      enteredFor.current = undefined;
    },
  );

  const isEmpty = text.trim() === '';
  // For the text that was answered: until the next answer the rows stay as they are.
  const answered = answer?.query ?? '';
  const picked = useMemo(() => picker?.pickCommands(commands, answered) ?? [], [picker, commands, answered]);
  const titles = useMemo(
    () => (answer === undefined ? (picker?.pickTitles(protocols, text, today) ?? []) : []),
    [picker, protocols, text, today, answer],
  );
  const choices = useMemo(
    () =>
      isEmpty
        ? toSuggestions(commands, recents)
        : answer === undefined
          ? titles.map(toHitChoice)
          : toChoices(answer, picked, page, toDoseAction),
    [isEmpty, commands, recents, answer, titles, picked, page, toDoseAction],
  );
  // Nothing is opened by an Enter into an empty box, nor from results for another text.
  const first = isEmpty || !current ? -1 : 0;
  const activeIndex = isEmpty || current ? Math.min(chosen ?? first, choices.length - 1) : -1;
  const state = toState(content, failed);
  const shown = open && (!isEmpty || choices.length > 0);
  const listed = shown && choices.length > 0 && (isEmpty || state === 'ready' || state === 'waiting');

  const ask = (next: Partial<Asked>): void => {
    enteredFor.current = undefined;
    // Another answer is read from its top. Only where it was scrolled: asking lays out the page.
    if (scrolled.current) document.getElementById(listId)?.scrollTo?.(0, 0);
    scrolled.current = false;
    setAsked({ ...asked, page: 0, ...next });
    setChosen(undefined);
    setOpen(true);
  };
  const type = (next: string): void => {
    ask({ text: next });
    // A name chosen in the panel goes into the box, and so does the focus.
    input.current?.focus();
  };

  useFocusKey(input, () => setOpen(true));

  useEffect(() => {
    // Only for who moved: it lays out the page, which no key typed should wait for.
    if (shown && chosen !== undefined)
      document.getElementById(`${listId}-${chosen}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [shown, chosen, listId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const canMove = listed && (isEmpty || current);
    const next = canMove ? toMoves(activeIndex, choices.length)[event.key] : undefined;
    const choice = choices[activeIndex];
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
    } else if (event.key === 'ArrowDown' && !open) {
      setOpen(true);
    } else if (event.key === 'Enter' && (!isEmpty || (shown && choice !== undefined))) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (choice !== undefined) choose(choice);
      else if (!current) enteredFor.current = text;
    }
  };
  // On the whole box, so that it works from the buttons under the results too.
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    enteredFor.current = undefined;
    setChosen(undefined);
    if (shown && !isEmpty) {
      setOpen(false);
      input.current?.focus();
      return;
    }
    setOpen(false);
    setAsked(NOTHING_ASKED);
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
            <FormattedMessage
              id={answer.total === answer.counts.all ? 'search.count' : 'search.count.filtered'}
              values={{ count: answer.total, all: answer.counts.all }}
            />
          )}
        </p>
        {shown && (
          // The pointer must not take the focus from the box: that would close the panel before the click arrives.
          <div
            className={styles['panel']}
            role="presentation"
            onMouseDown={(event) => event.preventDefault()}
            onScrollCapture={() => {
              scrolled.current = true;
            }}
          >
            {isEmpty ? (
              <ChoiceList
                name="search.suggestions"
                why="recent"
                busy={false}
                onChoose={choose}
                {...{ choices, listId, activeIndex }}
              />
            ) : (
              <SearchPanel
                {...{ state, answer, current, choices, activeIndex, listId, page, filters }}
                onChoose={choose}
                onTry={type}
                onPage={(next) => {
                  ask({ page: next });
                  input.current?.focus();
                }}
                onFilter={(next) => ask({ filters: next })}
              />
            )}
          </div>
        )}
      </div>
    </search>
  );
}

/** Titles and commands by name, in hand before the first letter: loaded once somebody goes to the box. */
function usePicker(wanted: boolean): typeof import('./pick-names') | undefined {
  const [picker, setPicker] = useState<typeof import('./pick-names')>();
  useEffect(() => {
    if (wanted && picker === undefined) void import('./pick-names').then(setPicker);
  }, [wanted, picker]);
  return picker;
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
