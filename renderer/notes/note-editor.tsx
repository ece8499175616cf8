import { type ClipboardEvent, type ReactElement, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { toInstantTime } from '../../protocols/notes/instant';
import { LONGEST_AUTHOR, LONGEST_NOTE, type NoteStatus, countCharacters } from '../../protocols/notes/note';
import { toVisibleText } from '../../protocols/notes/visible-text';
import type { Protocol } from '../../protocols/schema/protocol';
import { Button } from '../ui/button';
import { TextField, fieldClass, inputClass } from '../ui/field';
import { Banner } from '../ui/tone';
import { SaveFailureBanner, SaveReason } from './failure-words';
import { LintLines } from './lint-lines';
import { NoteFields } from './note-fields';
import { NoteText } from './note-text';
import { type OpenEditor, useNotes } from './notes-context';
import styles from './notes.module.css';
import { PatientCaution } from './patient-caution';
import { useFormKeys } from './use-form-keys';
import { type NoteEditing, type Problem, useNoteEditing } from './use-note-editing';

/** Writes a note in its place, beside its block. `place` names the block; `edits` is the note's standing when one is edited. */
export function NoteEditor({
  editor,
  place,
  protocol,
  edits,
  stale = false,
}: {
  editor: OpenEditor;
  place: string;
  /** The edition whose blocks may be linked to, if it is on this computer. */
  protocol: Protocol | undefined;
  edits?: NoteStatus;
  stale?: boolean;
}): ReactElement {
  const intl = useIntl();
  const { takeFocus } = useNotes();
  const editing = useNoteEditing(editor);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const author = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const about = useId();
  useEffect(() => {
    if (takeFocus(editor.key)) textarea.current?.focus();
  }, [editor, takeFocus]);
  // What kept it from being saved may be out of sight: the field that wants something is gone to.
  useEffect(() => {
    if (editing.problem?.kind === 'author') author.current?.focus();
    else if (editing.problem !== undefined) textarea.current?.focus();
  }, [editing.problem]);
  const shown = useDeferredValue(editing.body);
  const [caret, setCaret] = useState(-1);
  const stay = (): void => {
    editing.stay();
    textarea.current?.focus();
  };

  useFormKeys(form, { onConfirm: editing.save, onEscape: editing.isAsking ? stay : editing.leave });
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const rest = value.slice(0, selectionStart) + value.slice(selectionEnd);
    const pasted = event.clipboardData.getData('text/plain');
    const count = countCharacters(rest) + countCharacters(pasted);
    if (count <= LONGEST_NOTE) return;
    // Refused before it reaches the field: millions of characters would hold the page up.
    event.preventDefault();
    editing.refuse(count);
  };

  return (
    <form
      ref={form}
      className={styles['editor']}
      data-save={editing.saving.state}
      data-tone="note"
      aria-label={intl.formatMessage({ id: edits === undefined ? 'notes.editor.new' : 'notes.editor.edit' }, { place })}
      onSubmit={(event) => {
        event.preventDefault();
        editing.save();
      }}
    >
      {editor.unsavedSince !== undefined && (
        <p className={styles['told']} role="status">
          <FormattedMessage id="notes.editor.unsaved" values={{ time: toInstantTime(editor.unsavedSince) }} />
        </p>
      )}
      {edits === 'active' && (
        <p className={styles['told']}>
          <FormattedMessage id="notes.editor.inforce" />
        </p>
      )}
      {stale && <Banner tone="caution" title={<FormattedMessage id="notes.editor.stale" />} />}
      {editor.target.selector !== undefined && (
        <blockquote className={styles['quote']}>{toVisibleText(editor.target.selector.exact)}</blockquote>
      )}
      <label className={fieldClass}>
        <FormattedMessage id="notes.editor.body" />
        <textarea
          ref={textarea}
          className={`${inputClass} ${styles['words']}`}
          rows={4}
          value={editing.body}
          aria-describedby={about}
          aria-invalid={editing.problem?.kind === 'body'}
          spellCheck={false}
          onChange={(event) => {
            setCaret(event.target.selectionStart);
            editing.type(event.target.value);
          }}
          onPaste={paste}
        />
      </label>
      <div id={about} className={styles['small']}>
        <FormattedMessage id="notes.editor.hint" />
        <LengthLine body={shown} />
      </div>
      <PatientCaution text={shown} />
      <LintLines text={shown} caret={caret} />
      <TextField
        ref={author}
        label={<FormattedMessage id="notes.editor.author" />}
        value={editing.author}
        maxLength={LONGEST_AUTHOR}
        aria-invalid={editing.problem?.kind === 'author'}
        onChange={(event) => editing.sign(event.target.value)}
      />
      <ProblemLine problem={editing.problem} />
      <NoteFields editing={editing} protocol={protocol} />
      <section className={styles['preview']} aria-label={intl.formatMessage({ id: 'notes.editor.preview' })}>
        <div className={styles['small']}>
          <FormattedMessage id="notes.editor.preview" />
        </div>
        {shown.trim() === '' ? (
          <p className={styles['small']}>
            <FormattedMessage id="notes.editor.preview.empty" />
          </p>
        ) : (
          <NoteText body={shown} />
        )}
      </section>
      {editing.unkept !== undefined && editing.saving.state !== 'failed' && (
        <p className={styles['problem']} role="alert">
          <FormattedMessage id="notes.editor.unkept" values={{ reason: <SaveReason failure={editing.unkept} /> }} />
        </p>
      )}
      {editing.saving.state === 'failed' && <SaveFailureBanner failure={editing.saving.failure} what="words" />}
      {editing.isAsking ? (
        <DiscardAsk editing={editing} isEdit={edits !== undefined} onStay={stay} />
      ) : (
        <EditorButtons editing={editing} />
      )}
    </form>
  );
}

function EditorButtons({ editing }: { editing: NoteEditing }): ReactElement {
  const isSaving = editing.saving.state === 'saving';
  return (
    <div className={styles['actions']}>
      <Button type="submit" look="primary" aria-keyshortcuts="Control+Enter" aria-disabled={isSaving}>
        <FormattedMessage id={isSaving ? 'notes.editor.saving' : 'notes.editor.save'} />
      </Button>
      <Button onClick={editing.leave}>
        <FormattedMessage id="notes.editor.cancel" />
      </Button>
      <kbd className={styles['small']}>
        Ctrl+
        <FormattedMessage id="app.key.Enter" />
      </kbd>
    </div>
  );
}

function DiscardAsk({
  editing,
  isEdit,
  onStay,
}: {
  editing: NoteEditing;
  isEdit: boolean;
  onStay: () => void;
}): ReactElement {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <Banner
      tone="caution"
      role="alert"
      title={
        <FormattedMessage
          id={isEdit ? 'notes.discard.ask.edit' : 'notes.discard.ask'}
          values={{ count: countCharacters(editing.body) }}
        />
      }
    >
      <div className={styles['actions']}>
        <Button ref={first} onClick={onStay}>
          <FormattedMessage id="notes.keepWriting" />
        </Button>
        <Button look="stop" onClick={editing.discard}>
          <FormattedMessage id="notes.discard" />
        </Button>
      </div>
    </Banner>
  );
}

function ProblemLine({ problem }: { problem: Problem | undefined }): ReactElement {
  return (
    <p className={styles['problem']} role="alert">
      {problem !== undefined && (
        <FormattedMessage
          id={`notes.problem.${problem.kind}`}
          values={{ limit: LONGEST_NOTE, count: problem.kind === 'long' ? problem.count : 0 }}
        />
      )}
    </p>
  );
}

/** Shown only as the limit comes near. */
function LengthLine({ body }: { body: string }): ReactElement | null {
  const count = countCharacters(body);
  if (count < LONGEST_NOTE * 0.9) return null;
  return (
    <div>
      <FormattedMessage id="notes.editor.length" values={{ count, limit: LONGEST_NOTE }} />
    </div>
  );
}
