import { useEffect } from 'react';
import { bindKeys } from '../ui/bind-keys';

/** Alt+Down and Alt+Up: the focus goes to the next or previous note of the page, from wherever it is. */
export function useNoteSteps(): void {
  useEffect(
    () =>
      bindKeys({
        'Alt+ArrowDown': (event) => step(event, 1),
        'Alt+ArrowUp': (event) => step(event, -1),
      }),
    [],
  );
}

function step(event: KeyboardEvent, by: 1 | -1): void {
  // Somebody nearer takes the key: the open find bar steps through its hits, a list opens.
  const isFinding = document.documentElement.dataset['finding'] !== undefined;
  if (event.defaultPrevented || isFinding || event.target instanceof HTMLSelectElement) return;
  const notes = [...document.querySelectorAll<HTMLElement>('article[data-note-id]')];
  const here = document.activeElement;
  const ordered = by === 1 ? notes : notes.toReversed();
  const wanted = by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const next = ordered.find(
    (note) =>
      here === null ||
      here === document.body ||
      (!note.contains(here) && (here.compareDocumentPosition(note) & wanted) !== 0),
  );
  if (next === undefined) return;
  event.preventDefault();
  next.scrollIntoView({ block: 'nearest' });
  next.focus({ preventScroll: true });
}
