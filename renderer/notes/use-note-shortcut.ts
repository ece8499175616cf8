import { useEffect } from 'react';
import { toNoteTarget } from '../../protocols/anchoring/note-target';
import type { Protocol } from '../../protocols/schema/protocol';
import { useNotes } from './notes-context';
import { readSelection } from './selected-quote';
import { bindKeys } from '../ui/bind-keys';

/** Ctrl+Shift+M: a note on the selected words of the open protocol, else on the focused block, else a word about what to do. */
export function useNoteShortcut(protocol: Protocol | undefined): void {
  const { startNote, say, canWrite } = useNotes();
  useEffect(
    () =>
      bindKeys({
        '$mod+Shift+KeyM': (event) => {
          event.preventDefault();
          if (!canWrite) return say('off');
          const selected = readSelection(getSelection());
          if (selected.kind === 'across') return say('across');
          const blockId = selected.kind === 'quote' ? selected.blockId : findFocusedBlock();
          const target =
            protocol === undefined || blockId === undefined
              ? undefined
              : toNoteTarget(protocol, blockId, selected.kind === 'quote' ? selected.selector : undefined);
          if (target === undefined) return say('select');
          startNote(target);
        },
      }),
    [protocol, startNote, say, canWrite],
  );
}

/** The block that has the focus, or whose notes have it. */
function findFocusedBlock(): string | undefined {
  const element = document.activeElement?.closest<HTMLElement>('[data-block-id], [data-notes-for]');
  return element?.dataset['blockId'] ?? element?.dataset['notesFor'];
}
