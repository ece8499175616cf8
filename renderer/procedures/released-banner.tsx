import { type ReactElement, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { type ClinicDocument, isRetired } from '../../protocols/clinic-documents/clinic-document';
import { toInstantDay } from '../../protocols/notes/instant';
import { toProtocolPath } from '../app/routes';
import { toLanguage } from '../notes/words';
import { Button, buttonClass } from '../ui/button';
import { Banner } from '../ui/tone';
import { ExportButton } from './export-button';
import styles from './procedures.module.css';
import { RetireForm } from './retire-form';
import type { Procedures } from './use-procedures';

/** What of a procedure is released, or was and is retired; nothing while nothing ever was. */
export function ReleasedBanner({
  document,
  procedures: { canWrite, save },
  onNext,
}: {
  document: ClinicDocument;
  procedures: Procedures;
  /** Begins the next version; absent where one is begun already, or none can be. */
  onNext: (() => void) | undefined;
}): ReactElement | null {
  const language = toLanguage(useIntl().locale);
  const [isAsked, setAsked] = useState(false);
  const { approved, retired } = document;
  const released = approved.at(-1);
  if (released === undefined) return null;
  const { version, author, at } = released;
  const ended = retired !== undefined && isRetired(document, version) ? retired : undefined;
  return (
    <>
      <Banner
        tone={ended === undefined ? 'done' : 'stop'}
        role="status"
        title={
          <FormattedMessage
            id={ended === undefined ? 'procedures.released' : 'procedures.retired'}
            values={{ version }}
          />
        }
      >
        <p>
          <FormattedMessage id="procedures.released.body" values={{ name: author, day: toInstantDay(at, language) }} />
        </p>
        {ended !== undefined && (
          <p>
            <FormattedMessage
              id="procedures.retired.body"
              values={{ name: ended.author, day: toInstantDay(ended.at, language), reason: ended.reason }}
            />
          </p>
        )}
        <div className={styles['buttons']}>
          <Link href={toProtocolPath(released)} className={buttonClass()}>
            <FormattedMessage id="procedures.open" />
          </Link>
          <ExportButton edition={released} />
          {onNext !== undefined && (
            <Button onClick={onNext}>
              <FormattedMessage id="procedures.next" />
            </Button>
          )}
          {canWrite && ended === undefined && !isAsked && (
            <Button onClick={() => setAsked(true)}>
              <FormattedMessage id="procedures.retire" />
            </Button>
          )}
        </div>
      </Banner>
      {isAsked && ended === undefined && <RetireForm released={released} save={save} onClose={() => setAsked(false)} />}
    </>
  );
}
