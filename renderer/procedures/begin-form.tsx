import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { toSkeleton } from '../../protocols/authoring/skeleton';
import { toFrenchSkeleton } from '../../protocols/authoring/skeleton-french';
import { toAuthored } from '../../protocols/authoring/to-authored';
import { toOwnId } from '../../protocols/clinic-documents/own-id';
import { toWholeText } from '../../protocols/journal/note-body';
import { toInstant } from '../../protocols/notes/instant';
import { LONGEST_AUTHOR } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { toDay } from '../../protocols/text/in-force';
import { useLibrary } from '../app/library-provider';
import { toWritePath } from '../app/routes';
import { useSettings } from '../app/settings-provider';
import { FailureBanner } from './failure-banner';
import { useNotes } from '../notes/notes-context';
import type { SaveFailure } from '../store/failures';
import { Button } from '../ui/button';
import { TextField, fieldClass, inputClass } from '../ui/field';
import { useOneAtATime } from '../ui/use-one-at-a-time';
import styles from './procedures.module.css';
import type { Procedures } from './use-procedures';

const KINDS: readonly Protocol['type'][] = [
  'operations',
  'checklist-set',
  'response-guide',
  'dosing-protocol',
  'reference',
];

/** Begins a procedure: a sound draft that says of everything in it that somebody has to write it, saved at once. */
export function BeginForm({ procedures }: { procedures: Procedures }): ReactElement {
  const intl = useIntl();
  const [, navigate] = useLocation();
  const { settings } = useSettings();
  const { author, rememberAuthor } = useNotes();
  const listed = useLibrary()?.listing.protocols;
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<Protocol['type']>('operations');
  const [name, setName] = useState(author);
  const [role, setRole] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<SaveFailure>();

  const once = useOneAtATime();
  const begin = async (): Promise<void> => {
    const words = [title, name, role].map((word) => toWholeText(word.trim()));
    const [given = '', by = '', as = ''] = words;
    setMissing(words.includes(''));
    if (words.includes('') || listed === undefined) return;
    const taken = new Set([...listed, ...procedures.documents].map(({ id }) => id));
    const id = toOwnId(given, taken);
    const now = new Date();
    const english = toSkeleton({ type: kind, id, title: given, today: toDay(now) });
    const { safetyLine: _line, ...skeleton } = settings.language === 'fr' ? toFrenchSkeleton(english) : english;
    const text = toAuthored({
      ...skeleton,
      language: settings.language,
      publisher: settings.clinicName || skeleton.publisher,
      authors: [{ name: by, role: as }],
    });
    const saved = await procedures.save({
      id,
      version: skeleton.version,
      text,
      state: 'draft',
      author: by,
      at: toInstant(now),
    });
    if (!saved.ok) return setFailure(saved.error);
    rememberAuthor(by);
    navigate(toWritePath(id));
  };

  return (
    <form
      className={styles['form']}
      aria-labelledby="begin"
      onSubmit={(event) => {
        event.preventDefault();
        once(begin);
      }}
    >
      <h2 id="begin">
        <FormattedMessage id="procedures.begin" />
      </h2>
      <TextField
        label={<FormattedMessage id="procedures.begin.title" />}
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.target.value)}
      />
      <label className={fieldClass}>
        <FormattedMessage id="procedures.begin.kind" />
        <select
          className={inputClass}
          value={kind}
          onChange={(event) => setKind(KINDS.find((each) => each === event.target.value) ?? 'operations')}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {intl.formatMessage({ id: `app.type.${each}` })}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={<FormattedMessage id="procedures.begin.name" />}
        value={name}
        maxLength={LONGEST_AUTHOR}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={<FormattedMessage id="procedures.begin.role" />}
        value={role}
        maxLength={LONGEST_AUTHOR}
        onChange={(event) => setRole(event.target.value)}
      />
      <div role="alert" className={styles['problem']}>
        {isMissing && <FormattedMessage id="procedures.begin.missing" />}
      </div>
      <FailureBanner failure={failure} title="procedures.failed" />
      <div className={styles['buttons']}>
        <Button type="submit" look="primary">
          <FormattedMessage id="procedures.begin.submit" />
        </Button>
      </div>
    </form>
  );
}
