import { type ReactElement, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import { compileApproved } from '../../protocols/clinic-documents/check-clinic-text';
import type { ClinicDocument, ClinicDocumentRecord } from '../../protocols/clinic-documents/clinic-document';
import { toNextText } from '../../protocols/clinic-documents/next-text';
import { toInstantDay } from '../../protocols/notes/instant';
import { usePromised } from '../app/library-provider';
import { toProtocolPath } from '../app/routes';
import { toLanguage } from '../notes/words';
import type { UnsavedText } from '../store/database';
import { Button, buttonClass } from '../ui/button';
import { Banner } from '../ui/tone';
import { ExportButton } from './export-button';
import { findTitle } from './procedure-list';
import styles from './procedures.module.css';
import { TextEditor } from './text-editor';
import type { Procedures } from './use-procedures';

interface Props {
  readonly document: ClinicDocument;
  readonly procedures: Procedures;
}

/** One procedure: what of it is released, and the text that is being written. */
export function WriteProcedure({ document, procedures }: Props): ReactElement {
  const { id, approved, draft } = document;
  const { store } = procedures;
  const unsaved = usePromised(useMemo(() => readUnsaved(store?.unsavedTexts.findUnsaved(id)), [store, id]));
  const released = approved.at(-1);
  const previous = useMemo(() => released && compileApproved(released.text), [released]);
  const [begun, setBegun] = useState<string>();
  const title = findTitle((draft ?? released)?.text ?? '', id);
  if (unsaved === undefined) return <h1>{title}</h1>;
  const resumed = unsaved === 'nothing' ? undefined : unsaved;
  const text = begun ?? resumed?.text ?? draft?.text;
  return (
    <>
      <h1>{title}</h1>
      {released !== undefined && (
        <Released
          released={released}
          onNext={
            text === undefined && previous !== undefined && procedures.canWrite
              ? () => setBegun(toNextText(released.text, previous))
              : undefined
          }
        />
      )}
      {text !== undefined && (
        <TextEditor document={document} procedures={procedures} previous={previous} first={text} resumed={resumed} />
      )}
    </>
  );
}

/** Undefined would mean that it is still being looked up. */
async function readUnsaved(found: Promise<UnsavedText | undefined> | undefined): Promise<UnsavedText | 'nothing'> {
  return (await found) ?? 'nothing';
}

function Released({
  released,
  onNext,
}: {
  released: ClinicDocumentRecord;
  onNext: (() => void) | undefined;
}): ReactElement {
  const language = toLanguage(useIntl().locale);
  const { version, author, at } = released;
  return (
    <Banner tone="done" role="status" title={<FormattedMessage id="procedures.released" values={{ version }} />}>
      <p>
        <FormattedMessage id="procedures.released.body" values={{ name: author, day: toInstantDay(at, language) }} />
      </p>
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
      </div>
    </Banner>
  );
}
