import { type ReactElement, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { toNoteTarget } from '../../protocols/anchoring/note-target';
import { toNewNoteKey } from '../../protocols/notes/note';
import type { Block } from '../../protocols/schema/blocks';
import type { Protocol } from '../../protocols/schema/protocol';
import { Button } from '../ui/button';
import { NewNote } from './new-note';
import { NoteCard } from './note-card';
import { standsBeside } from './note-marks';
import { useNotes } from './notes-context';
import styles from './notes.module.css';
import { useProtocolNotes } from './use-protocol-notes';

/** The notes that stand beside a block, and the place to write one. Retired ones are on the Notes screen only. */
export function BlockNotes({
  protocol,
  block,
  number,
}: {
  protocol: Protocol;
  block: Block;
  sectionId: string;
  /** The block's number as printed. */
  number: string;
}): ReactElement {
  const { editors, startNote, takeFocus, canWrite } = useNotes();
  const [retired, setRetired] = useState<number>();
  const add = useRef<HTMLButtonElement>(null);
  const notes = useProtocolNotes(protocol);
  const key = toNewNoteKey({ protocolId: protocol.id, blockId: block.id });
  const isWriting = editors.has(key);
  useEffect(() => {
    if (!isWriting && takeFocus(key)) add.current?.focus();
  }, [isWriting, key, takeFocus]);
  const here = notes?.filter(standsBeside(block.id));
  return (
    <div className={styles['notes']} data-notes="" data-notes-for={block.id}>
      {here?.map((standing) => (
        <NoteCard
          key={standing.note.id}
          standing={standing}
          protocol={protocol}
          onRetired={() => {
            setRetired(standing.number);
            add.current?.focus();
          }}
        />
      ))}
      {retired !== undefined && (
        <p className={styles['small']} role="status">
          <FormattedMessage id="notes.retired.line" values={{ number: retired }} />
        </p>
      )}
      <NewNote noteKey={key} place={number} protocol={protocol} />
      <AddButton
        ref={add}
        number={number}
        disabled={!canWrite}
        onAdd={() => {
          const target = toNoteTarget(protocol, block.id);
          if (target !== undefined) startNote(target);
        }}
      />
    </div>
  );
}

function AddButton({
  ref,
  number,
  disabled,
  onAdd,
}: {
  ref: React.Ref<HTMLButtonElement>;
  number: string;
  disabled: boolean;
  onAdd: () => void;
}): ReactElement {
  const intl = useIntl();
  return (
    <Button
      ref={ref}
      look="quiet"
      className={styles['add'] ?? ''}
      aria-label={intl.formatMessage({ id: 'notes.add.to' }, { number })}
      disabled={disabled}
      onClick={onAdd}
    >
      <FormattedMessage id="notes.add" />
    </Button>
  );
}
