import { type ReactElement, useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StandingNote } from '../../protocols/anchoring/place-notes';
import type { Block } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';
import { Button } from '../ui/button';
import { ToneIcon } from '../ui/tone';
import styles from './notes.module.css';
import { findRange, paint } from './paint-quotes';
import { useProtocolNotes } from './use-protocol-notes';

/** Whether a note stands beside its block in this edition. */
export function standsBeside(blockId: string): (standing: StandingNote) => boolean {
  return ({ note, placement }) =>
    note.target.blockId === blockId && placement === 'placed' && note.status !== 'retired';
}

/**
 * Inside a block, after its text: one numbered button a note, which leads to the note. Paints the quoted words where the
 * screen shows them once; the numbers say the same to whoever cannot see the paint.
 */
export function NoteMarks({ protocol, block }: { protocol: Protocol; block: Block }): ReactElement | null {
  const intl = useIntl();
  const list = useRef<HTMLDivElement>(null);
  const notes = useProtocolNotes(protocol);
  const here = notes?.filter(standsBeside(block.id)) ?? [];
  // After every drawing: values may have come late, or in another language.
  useEffect(() => {
    const element = list.current?.closest('[data-block-id]');
    if (element === null || element === undefined) return undefined;
    const quotes = here.flatMap(({ note }) => note.target.selector?.exact ?? []);
    return paint(quotes.flatMap((exact) => findRange(element, exact) ?? []));
  });
  if (here.length === 0) return null;
  return (
    <div ref={list} className={styles['marks']} data-notes="">
      {here.map(({ note, number }) => (
        <Button
          key={note.id}
          look="quiet"
          className={styles['mark'] ?? ''}
          data-note-mark={note.id}
          aria-label={intl.formatMessage({ id: 'notes.mark.name' }, { number })}
          onClick={() => focusNote(note.id)}
        >
          <ToneIcon tone="note" size={16} />
          <FormattedMessage id="notes.card.label" values={{ number }} />
        </Button>
      ))}
    </div>
  );
}

/** From the text to a note beside it. */
export function focusNote(noteId: string): void {
  reveal(`[data-note-id="${CSS.escape(noteId)}"]`);
}

/** From a note back to the text it stands beside. */
export function focusMark(noteId: string): void {
  reveal(`[data-note-mark="${CSS.escape(noteId)}"]`);
}

function reveal(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.scrollIntoView({ block: 'nearest' });
  element?.focus({ preventScroll: true });
}
