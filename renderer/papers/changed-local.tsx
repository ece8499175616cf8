import { type ReactElement, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { diffWords } from '../../protocols/changes/diff-words';
import type { ClinicValueRecord } from '../../protocols/dose/clinic-records';
import type { NoteRevision } from '../../protocols/notes/note';
import type { PrintedLocal } from '../../protocols/print-identity/print-record';
import { useSettingWords } from '../dose/setting-words';
import { DiffSide } from '../notes/diff-side';
import { useNotes } from '../notes/notes-context';
import { toPrintedValue } from '../print/page/printed-local';
import { useLanguage } from '../reader/use-language';
import styles from './papers.module.css';
import type { OpenPapers } from './use-papers';

/** What the clinic had added when the sheet was printed, beside what it says now. */
export function ChangedLocal({ printed, papers }: { printed: PrintedLocal; papers: OpenPapers }): ReactElement | null {
  return printed.kind === 'note' ? (
    <ChangedNote printed={printed} papers={papers} />
  ) : (
    <ChangedValue printed={printed} values={papers.values} />
  );
}

function ChangedNote({ printed, papers }: { printed: PrintedLocal; papers: OpenPapers }): ReactElement | null {
  const { store } = useNotes();
  const [revisions, setRevisions] = useState<readonly NoteRevision[]>();
  useEffect(() => {
    let isWanted = true;
    // Without them the sentence above still says that the note changed, and when.
    void store?.listRevisions(printed.id).then(
      (found) => isWanted && setRevisions(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [store, printed.id]);
  const then = revisions?.find(({ revision }) => revision === printed.revision)?.state;
  const now = papers.notes.find(({ id }) => id === printed.id);
  if (then === undefined || now === undefined) return null;
  const tokens = diffWords(then.body, now.body);
  return (
    <section className={styles['compare']} data-changed-note={printed.id}>
      <div>
        <h3>
          <FormattedMessage id="papers.note.then" values={{ author: then.author }} />
        </h3>
        <p className={styles['typed']}>
          <DiffSide tokens={tokens} side="removed" />
        </p>
      </div>
      <div>
        <h3>
          <FormattedMessage id={now.status === 'active' ? 'papers.note.now' : 'papers.note.gone'} />
        </h3>
        <p className={styles['typed']}>
          <DiffSide tokens={tokens} side="added" />
        </p>
      </div>
    </section>
  );
}

function ChangedValue({
  printed,
  values,
}: {
  printed: PrintedLocal;
  values: readonly ClinicValueRecord[];
}): ReactElement | null {
  const intl = useIntl();
  const toWords = useSettingWords(useLanguage());
  const of = values.filter((record) => toPrintedValue(record).id === printed.id);
  const then = of.find((record) => toPrintedValue(record).revision === printed.revision);
  const now = of.at(-1);
  if (then === undefined || now === undefined) return null;
  const say = ({ value }: ClinicValueRecord): string =>
    value === null ? intl.formatMessage({ id: 'dose.clinic.history.back' }) : toWords(value);
  return (
    <p data-changed-value={printed.id}>
      <FormattedMessage
        id="papers.value.changed"
        values={{
          setting: intl.formatMessage({ id: `dose.setting.title.${then.setting}` }),
          block: then.blockId,
          before: <del key="before">−{say(then)}</del>,
          after: <ins key="after">+{say(now)}</ins>,
        }}
      />
    </p>
  );
}
