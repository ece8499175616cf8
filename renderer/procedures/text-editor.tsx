import { type ReactElement, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { type ClinicDocument, LONGEST_TEXT } from '../../protocols/clinic-documents/clinic-document';
import { toInstantDay, toInstantTime } from '../../protocols/notes/instant';
import { LONGEST_AUTHOR } from '../../protocols/notes/note';
import type { Finding } from '../../protocols/linting/finding';
import type { Protocol } from '../../protocols/schema/protocol';
import { toProtocolPath } from '../app/routes';
import { useFormKeys } from '../notes/use-form-keys';
import { toLanguage } from '../notes/words';
import type { UnsavedText } from '../store/database';
import { Button, buttonClass } from '../ui/button';
import { TextField } from '../ui/field';
import { Banner } from '../ui/tone';
import { ApproveForm } from './approve-form';
import { CheckerPanel } from './checker-panel';
import { DraftElsewhere } from './draft-elsewhere';
import { ExportButton } from './export-button';
import { FailureBanner } from './failure-banner';
import styles from './procedures.module.css';
import { useCheckedText, useTextContext } from './use-checked-text';
import type { Procedures } from './use-procedures';
import { useTextEditing } from './use-text-editing';
import { type View, WritingArea } from './writing-area';
import lists from '../ui/list.module.css';

/** The text of a procedure as its author writes it, with what the checker says of it beside. */
export function TextEditor({
  document,
  procedures,
  previous,
  first,
  resumed,
}: {
  document: ClinicDocument;
  procedures: Procedures;
  previous: Protocol | undefined;
  /** What the field begins with. */
  first: string;
  /** Set where that was typed before and never saved. */
  resumed: UnsavedText | undefined;
}): ReactElement {
  const { id, elsewhere } = document;
  const language = toLanguage(useIntl().locale);
  const context = useTextContext(id, previous);
  const editing = useTextEditing(document, first, procedures, context);
  const { text, name, saving, problem, unkept, isUnsaved, save, discard } = editing;
  const { checked, current } = useCheckedText(text, context);
  const [isApproving, setApproving] = useState(false);
  const [view, setView] = useState<View>('form');
  const [asked, setAsked] = useState<Finding>();
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useFormKeys(form, { onEscape: () => undefined, onConfirm: save });
  const { canWrite } = procedures;
  const version = checked?.protocol?.version;
  return (
    <div className={styles['desk']}>
      <form
        ref={form}
        className={styles['editor']}
        data-save={saving.state}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {resumed !== undefined && isUnsaved && text !== elsewhere?.text && (
          <Banner
            tone="info"
            role="status"
            title={
              <FormattedMessage
                id="procedures.resumed"
                values={{ day: toInstantDay(resumed.modified, language), time: toInstantTime(resumed.modified) }}
              />
            }
          >
            {discard !== undefined && (
              <Button onClick={discard}>
                <FormattedMessage id="procedures.discard" />
              </Button>
            )}
          </Banner>
        )}
        {elsewhere !== undefined && (
          <DraftElsewhere
            other={elsewhere}
            typed={text}
            isUnsaved={isUnsaved}
            canWrite={canWrite}
            onTake={editing.type}
            onBack={discard}
          />
        )}
        <WritingArea
          view={view}
          onView={setView}
          text={text}
          canWrite={canWrite}
          checked={checked}
          asked={asked}
          onText={editing.type}
          field={field}
        />
        <TextField
          label={<FormattedMessage id="procedures.name" />}
          value={name}
          maxLength={LONGEST_AUTHOR}
          onChange={(event) => editing.sign(event.target.value)}
        />
        <div role="alert" className={styles['problem']}>
          {problem?.kind === 'name' && <FormattedMessage id="procedures.name.missing" />}
          {problem?.kind === 'long' && (
            <FormattedMessage id="procedures.text.long" values={{ count: problem.count, most: LONGEST_TEXT }} />
          )}
        </div>
        <FailureBanner failure={saving.state === 'failed' ? saving.failure : undefined} title="procedures.failed" />
        <FailureBanner failure={unkept} title="procedures.unkept" />
        <div className={styles['buttons']}>
          {canWrite && (
            <Button type="submit" look="primary" aria-keyshortcuts="Control+Enter">
              <FormattedMessage id="procedures.save" />
            </Button>
          )}
          {canWrite && version !== undefined && current && (
            <Button onClick={() => setApproving(true)}>
              <FormattedMessage id="procedures.approve" />
            </Button>
          )}
          {version !== undefined && !isUnsaved && (
            <Link href={toProtocolPath({ id, version })} className={buttonClass()}>
              <FormattedMessage id="procedures.open" />
            </Link>
          )}
          <ExportButton edition={{ id, version: checked?.version ?? '1.0.0', text }} />
        </div>
        <p role="status" className={lists['meta']}>
          {saving.state === 'saving' && <FormattedMessage id="procedures.saving" />}
          {saving.state === 'saved' && (
            <FormattedMessage id="procedures.saved" values={{ time: toInstantTime(saving.at) }} />
          )}
          {saving.state === 'idle' && isUnsaved && <FormattedMessage id="procedures.unsaved" />}
        </p>
      </form>
      <div className={styles['side']}>
        {isApproving && version !== undefined && (
          <ApproveForm
            text={text}
            version={version}
            context={context}
            save={editing.release}
            onClose={() => setApproving(false)}
          />
        )}
        <CheckerPanel
          checked={checked}
          current={current}
          view={view}
          onShow={(finding) => {
            if (view === 'form') setAsked({ ...finding });
            else if (field.current !== null) goToLine(field.current, finding.line ?? 1);
          }}
        />
      </div>
    </div>
  );
}

/** Chooses a line of the field and brings it into view. */
function goToLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  // A field scrolls to its caret when it takes the focus, not when the caret moves.
  field.blur();
  field.setSelectionRange(start, start);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
}
