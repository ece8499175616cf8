import { type ReactElement, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { StandingNote } from '../../protocols/anchoring/place-notes';
import { toInstantDay } from '../../protocols/notes/instant';
import { type BlockLink, type Note, type NoteStatus, toEditKey } from '../../protocols/notes/note';
import { toVisibleText } from '../../protocols/notes/visible-text';
import type { Protocol } from '../../protocols/schema/protocol';
import { Button } from '../ui/button';
import { Chip, type Tone, ToneIcon } from '../ui/tone';
import { toBlockName } from './block-names';
import { ChangedWords } from './changed-words';
import { NoteActions } from './note-actions';
import { NoteEditor } from './note-editor';
import { NoteHistory, ReviewLine } from './note-history';
import { focusMark } from './note-marks';
import { NoteText } from './note-text';
import { useNotes, useUnsaved } from './notes-context';
import styles from './notes.module.css';
import { SavedLine } from './saved-line';
import { UnsavedNoteOffer } from './unsaved-note';
import { toLanguage, toPlace } from './words';

const STATUS_TONES: Readonly<Record<NoteStatus, Tone>> = { draft: 'draft', active: 'done', retired: 'info' };

/**
 * One clinic note. Where its block changed or is gone it stands beside the words it was written about and the present
 * ones, and is moved nowhere. `protocol` is the edition it is shown with, if that protocol is on this computer.
 */
export function NoteCard({
  standing,
  protocol,
  link,
  onRetired,
}: {
  standing: StandingNote;
  protocol: Protocol | undefined;
  /** Address of its block, where the card does not stand beside it. */
  link?: string;
  onRetired?: () => void;
}): ReactElement {
  const intl = useIntl();
  const { editors } = useNotes();
  const article = useRef<HTMLElement>(null);
  const { note, number, placement } = standing;
  const editor = editors.get(toEditKey(note.id));
  const unsaved = useUnsaved(toEditKey(note.id));
  const place = toPlace(note.target, protocol);
  if (editor?.kind === 'open') {
    const isStale = !editor.words.parents.includes(note.revision);
    return <NoteEditor editor={editor} place={place} protocol={protocol} edits={note.status} stale={isStale} />;
  }
  const date = toInstantDay(note.modified, toLanguage(intl.locale));
  const author = toVisibleText(note.author);
  return (
    <article
      ref={article}
      className={styles['card']}
      data-tone="note"
      data-note-id={note.id}
      data-anchor={placement}
      data-status={note.status}
      data-kind={note.kind ?? 'note'}
      aria-label={intl.formatMessage({ id: 'notes.card.name' }, { number, author, date })}
      tabIndex={-1}
    >
      <div className={styles['head']}>
        <ToneIcon tone="note" size={16} />
        <span className={styles['label']}>
          <FormattedMessage id="notes.card.label" values={{ number }} />
        </span>
        {note.kind !== undefined && note.kind !== 'note' && (
          <Chip tone={note.kind === 'warning' ? 'caution' : 'note'}>
            <FormattedMessage id={`notes.kind.${note.kind}`} />
          </Chip>
        )}
        <Chip tone={STATUS_TONES[note.status]}>
          <FormattedMessage id={`notes.status.${note.status}`} />
        </Chip>
        {placement !== 'placed' && (
          <Chip tone="caution">
            <FormattedMessage id={`notes.anchor.${placement}`} />
          </Chip>
        )}
      </div>
      {note.target.selector !== undefined && (
        <blockquote className={styles['quote']}>{toVisibleText(note.target.selector.exact)}</blockquote>
      )}
      <NoteText body={note.body} />
      <NoteExtrasLines note={note} protocol={protocol} />
      <p className={styles['small']}>
        <FormattedMessage id="notes.card.by" values={{ author, date }} />
        {note.approvedBy !== undefined && (
          <span className={styles['approved']}>
            <FormattedMessage id="notes.card.approved" values={{ name: toVisibleText(note.approvedBy) }} />
          </span>
        )}
      </p>
      <ReviewLine state={note} />
      <Rivals note={note} />
      {placement !== 'placed' && <ChangedWords target={note.target} protocol={protocol} />}
      {link === undefined && placement === 'placed' && (
        <Button look="quiet" className={styles['back'] ?? ''} onClick={() => focusMark(note.id)}>
          <FormattedMessage id="notes.toText" />
        </Button>
      )}
      {link !== undefined && (
        <a className={styles['link']} href={link}>
          <FormattedMessage id="notes.open" values={{ place }} />
        </a>
      )}
      <NoteActions
        standing={standing}
        protocol={protocol}
        onLeft={() => article.current?.focus()}
        {...(onRetired === undefined ? {} : { onRetired })}
      />
      <NoteHistory note={note} />
      {editor?.kind === 'saved' && <SavedLine entry={editor} />}
      {unsaved !== undefined && <UnsavedNoteOffer unsaved={unsaved} original={note.body} />}
    </article>
  );
}

/** Tags, and links to blocks of whatever edition this is shown with. */
function NoteExtrasLines({ note, protocol }: { note: Note; protocol: Protocol | undefined }): ReactElement | null {
  const { tags = [], links = [] } = note;
  if (tags.length + links.length === 0) return null;
  return (
    <div className={styles['extras']}>
      {tags.length > 0 && (
        <p className={styles['small']}>
          <FormattedMessage id="notes.tags.line" values={{ tags: toVisibleText(tags.join(', ')) }} />
        </p>
      )}
      {links.map((to) => (
        <a key={`${to.protocolId} ${to.blockId}`} className={styles['link']} href={toBlockAddress(to, protocol)}>
          <FormattedMessage
            id="notes.links.to"
            values={{ name: toBlockName(to.protocolId === protocol?.id ? protocol : undefined, to) }}
          />
        </a>
      ))}
    </div>
  );
}

function toBlockAddress({ protocolId, blockId }: BlockLink, protocol: Protocol | undefined): string {
  const version = protocolId === protocol?.id ? `@${protocol.version}` : '';
  return `#/p/${protocolId}${version}/${blockId}`;
}

/** Texts of the same note that were written side by side: both stay in view until a person settles them. */
function Rivals({ note }: { note: Note }): ReactElement | null {
  const language = toLanguage(useIntl().locale);
  if (note.rivals.length === 0) return null;
  return (
    <div className={styles['rivals']} data-tone="caution">
      <strong>
        <FormattedMessage id="notes.rivals" />
      </strong>
      <p className={styles['small']}>
        <FormattedMessage id="notes.rivals.body" />
      </p>
      {note.rivals.map(({ revision, state }) => (
        <section key={revision}>
          <p className={styles['small']}>
            <FormattedMessage
              id="notes.rivals.other"
              values={{ author: toVisibleText(state.author), date: toInstantDay(state.modified, language) }}
            />
          </p>
          <NoteText body={state.body} />
        </section>
      ))}
    </div>
  );
}
