import { type ReactElement, useMemo, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { findCloseMatches } from '../../protocols/anchoring/close-matches';
import { toReviewedTarget } from '../../protocols/anchoring/note-target';
import { toBlockWords } from '../../protocols/anchoring/passages';
import type { Note, NoteTarget } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { findPresentEdition } from '../../protocols/text/editions';
import { useAllProtocols } from '../app/library-provider';
import { useToday } from '../app/use-today';
import { Button } from '../ui/button';
import { fieldClass, inputClass } from '../ui/field';
import { SignedAsk } from './ask';
import { toBlockName } from './block-names';
import { BlockSelect } from './block-select';
import { useNotes } from './notes-context';
import styles from './notes.module.css';

/** Where a note shall stand from now on: close matches are offered, any block may be chosen, and nothing is chosen before. */
export function MoveAsk({
  note,
  protocol: own,
  onMove,
  onLeave,
}: {
  note: Note;
  protocol: Protocol | undefined;
  onMove: (by: string, target: NoteTarget) => void;
  onLeave: () => void;
}): ReactElement {
  const { author } = useNotes();
  const editions = usePresentEditions();
  const [protocolId, setProtocolId] = useState(own?.id ?? '');
  const [blockId, setBlockId] = useState('');
  const protocol = protocolId === own?.id ? own : editions.find(({ id }) => id === protocolId);
  const matches = useMemo(() => (protocol ? findCloseMatches(note.target, protocol) : []), [note, protocol]);
  const target = protocol && blockId !== '' ? toReviewedTarget(protocol, note.target, blockId) : undefined;
  return (
    <SignedAsk
      name={author}
      label={<FormattedMessage id="notes.review.name" />}
      missing={<FormattedMessage id="notes.problem.author" />}
      doLabel={<FormattedMessage id="notes.move.do" />}
      leaveLabel={<FormattedMessage id="notes.review.cancel" />}
      isReady={target !== undefined}
      onSign={(by) => target && onMove(by, target)}
      onLeave={onLeave}
    >
      {editions.length > 0 && (
        <label className={fieldClass}>
          <FormattedMessage id="notes.move.protocol" />
          <select
            className={inputClass}
            value={protocolId}
            onChange={(event) => {
              setProtocolId(event.target.value);
              setBlockId('');
            }}
          >
            {own === undefined && <option value="">–</option>}
            {editions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {protocol !== undefined && (
        <>
          {matches.length > 0 && (
            <section className={styles['matches']}>
              <p className={styles['then']}>
                <FormattedMessage id="notes.move.close" />
              </p>
              {matches.map((match) => (
                <div key={match.blockId} className={styles['match']}>
                  <p>{match.text}</p>
                  <Button aria-pressed={match.blockId === blockId} onClick={() => setBlockId(match.blockId)}>
                    <FormattedMessage
                      id="notes.move.choose"
                      values={{ name: toBlockName(protocol, { protocolId: protocol.id, blockId: match.blockId }) }}
                    />
                  </Button>
                </div>
              ))}
            </section>
          )}
          <BlockSelect
            label={<FormattedMessage id="notes.move.block" />}
            protocol={protocol}
            value={blockId}
            onChange={setBlockId}
          />
          {blockId !== '' && <ChosenWords protocol={protocol} blockId={blockId} />}
        </>
      )}
    </SignedAsk>
  );
}

/** Of each protocol on this computer the edition that counts today. */
function usePresentEditions(): readonly Protocol[] {
  const all = useAllProtocols();
  const today = useToday();
  return useMemo(() => {
    const ids = [...new Set(all?.map(({ id }) => id))];
    return ids.flatMap((id) => findPresentEdition(all ?? [], id, today) ?? []);
  }, [all, today]);
}

function ChosenWords({ protocol, blockId }: { protocol: Protocol; blockId: string }): ReactElement {
  const block = protocol.sections.flatMap((section) => section.blocks).find(({ id }) => id === blockId);
  return <blockquote className={styles['quote']}>{block && toBlockWords(protocol, block).text}</blockquote>;
}
