import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { readDraft } from '../../protocols/authoring/compile-protocol';
import { type ClinicDocument, isOutOfForce } from '../../protocols/clinic-documents/clinic-document';
import { toInstantDay, toInstantTime } from '../../protocols/notes/instant';
import { toWritePath } from '../app/routes';
import { toLanguage } from '../notes/words';
import { Chip } from '../ui/tone';
import lists from '../ui/list.module.css';

/** Every procedure of the clinic, what of it is released and what is being written. */
export function ProcedureList({ documents }: { documents: readonly ClinicDocument[] }): ReactElement {
  const language = toLanguage(useIntl().locale);
  if (documents.length === 0)
    return (
      <p>
        <FormattedMessage id="procedures.list.empty" />
      </p>
    );
  return (
    <ul className={lists['list']}>
      {documents.map((document) => {
        const { id, approved, draft } = document;
        const released = approved.at(-1);
        const last = draft ?? released;
        return (
          <li key={id} className={lists['row']}>
            <Link href={toWritePath(id)} className={lists['title'] ?? ''}>
              {last === undefined ? id : findTitle(last.text, id)}
            </Link>
            {isOutOfForce(document) && (
              <Chip tone="stop">
                <FormattedMessage id="procedures.list.retired" />
              </Chip>
            )}
            {released !== undefined && !isOutOfForce(document) && (
              <Chip tone="done">
                <FormattedMessage
                  id="procedures.list.released"
                  values={{ version: released.version, name: released.author }}
                />
              </Chip>
            )}
            {draft !== undefined && (
              <Chip tone="draft">
                <FormattedMessage id="procedures.list.draft" />
              </Chip>
            )}
            {last !== undefined && (
              <span className={lists['meta']}>
                <FormattedMessage
                  id="procedures.list.saved"
                  values={{
                    name: last.author,
                    day: toInstantDay(last.at, language),
                    time: toInstantTime(last.at),
                  }}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The title a text gives itself; its id where it gives none that can be read. */
export function findTitle(text: string, id: string): string {
  const { document } = readDraft(text);
  const title = typeof document === 'object' && document !== null && 'title' in document ? document.title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title : id;
}
