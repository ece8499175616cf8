import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useEffectEvent, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button';
import { bindKeys } from '../../ui/bind-keys';
import styles from './find-bar.module.css';
import { elementOf } from './show-matches';
import { useFind } from './use-find';

const LONGEST = 200; // characters looked for

/** Finds words in the open protocol and the notes beside it: how many, which one, and the next one. */
export function FindBar({ root, onClose }: { root: HTMLElement; onClose: () => void }): ReactElement {
  const intl = useIntl();
  const bar = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [cameFrom] = useState(() => document.activeElement);
  const [start] = useState(() => {
    const selected = readSelected(root);
    return { first: selected?.toString().trim() ?? '', from: selected ?? findFirstInSight(root) };
  });
  const finding = useFind(root, {
    ...start,
    visibleFrom: () => (bar.current?.getBoundingClientRect().bottom ?? 0) + 16,
  });
  const { query, wholeWords, count, place, current, look, setWholeWords, move } = finding;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    // Told to the style sheet here: asking it to look for the bar would cost at every change of the page.
    const { dataset } = document.documentElement;
    dataset['finding'] = '';
    return () => {
      delete dataset['finding'];
    };
  }, []);

  /** The place stays, its words selected: a note on them is one key away. */
  const close = (): void => {
    onClose();
    const block = current === undefined ? undefined : elementOf(current)?.closest<HTMLElement>('[tabindex="-1"]');
    const back = block ?? (cameFrom instanceof HTMLElement && cameFrom.isConnected ? cameFrom : undefined);
    back?.focus({ preventScroll: true });
    if (current === undefined) return;
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(current);
  };

  const pressed = useEffectEvent((event: globalThis.KeyboardEvent, act: () => void) => {
    if (document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    act();
  });
  const keys = useEffectEvent(() => ({
    next: () => move(1),
    previous: () => move(-1),
    focus: () => {
      const selected = readSelected(root)?.toString().trim();
      if (selected !== undefined) look(selected);
      input.current?.focus();
      input.current?.select();
    },
    close,
  }));
  useEffect(
    () =>
      bindKeys({
        '$mod+KeyF': (event) => pressed(event, keys().focus),
        'Alt+ArrowDown': (event) => pressed(event, keys().next),
        'Alt+ArrowUp': (event) => pressed(event, keys().previous),
        Escape: (event) => {
          // An editor or the search box closes itself first, and keeps what was typed.
          const within = event.target instanceof HTMLElement && bar.current?.contains(event.target) === true;
          if (within || !isTextField(event.target)) pressed(event, keys().close);
        },
      }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move(event.shiftKey ? -1 : 1);
  };
  return (
    <search
      ref={bar}
      className={styles['bar']}
      data-find=""
      aria-label={intl.formatMessage({ id: 'reader.find.title' })}
    >
      <div className={styles['line']}>
        <Search size={18} aria-hidden="true" className={styles['icon']} />
        <input
          ref={input}
          type="text"
          className={styles['input']}
          aria-label={intl.formatMessage({ id: 'reader.find.title' })}
          aria-describedby="find-count"
          placeholder={intl.formatMessage({ id: 'reader.find.title' })}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={LONGEST}
          value={query}
          onChange={({ target }) => look(target.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          className={styles['square']}
          aria-label={intl.formatMessage({ id: 'reader.find.previous' })}
          aria-keyshortcuts="Alt+ArrowUp"
          disabled={count === 0}
          onClick={() => move(-1)}
        >
          <ChevronUp size={18} aria-hidden="true" />
        </Button>
        <Button
          className={styles['square']}
          aria-label={intl.formatMessage({ id: 'reader.find.next' })}
          aria-keyshortcuts="Alt+ArrowDown"
          disabled={count === 0}
          onClick={() => move(1)}
        >
          <ChevronDown size={18} aria-hidden="true" />
        </Button>
        <Button
          look="quiet"
          className={styles['square']}
          aria-label={intl.formatMessage({ id: 'reader.find.close' })}
          onClick={close}
        >
          <X size={18} aria-hidden="true" />
        </Button>
      </div>
      <div className={styles['line']}>
        <p id="find-count" className={styles['count']} role="status" data-find-count={count} data-find-place={place}>
          {query.trim() !== '' &&
            (count === 0 ? (
              <FormattedMessage id="reader.find.none" />
            ) : (
              <FormattedMessage id="reader.find.count" values={{ place, count }} />
            ))}
        </p>
        <label className={styles['words']}>
          <input type="checkbox" checked={wholeWords} onChange={({ target }) => setWholeWords(target.checked)} />
          <FormattedMessage id="reader.find.whole" />
        </label>
      </div>
    </search>
  );
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** The words selected on the page, when they can stand in the field. */
function readSelected(root: HTMLElement): Range | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const text = range.toString().trim();
  const fits = text !== '' && text.length <= LONGEST && !text.includes('\n');
  return fits && root.contains(range.commonAncestorContainer) ? range : undefined;
}

/** Where reading stands: finding begins with what is on the screen, not with the top of the document. */
function findFirstInSight(root: HTMLElement): Range | undefined {
  const { left, width } = root.getBoundingClientRect();
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  const element = document.elementFromPoint(left + width / 3, header + 8);
  if (element === null || !root.contains(element) || element === root) return undefined;
  const range = new Range();
  range.setStartBefore(element);
  return range;
}
