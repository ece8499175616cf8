import { type ReactElement, useMemo, useState } from 'react';
import { compileApproved } from '../../protocols/clinic-documents/check-clinic-text';
import type { ClinicDocument } from '../../protocols/clinic-documents/clinic-document';
import { toNextText } from '../../protocols/clinic-documents/next-text';
import { usePromised } from '../app/library-provider';
import type { UnsavedText } from '../store/database';
import { findTitle } from './procedure-list';
import { ReleasedBanner } from './released-banner';
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
      <ReleasedBanner
        document={document}
        procedures={procedures}
        onNext={
          text === undefined && released !== undefined && previous !== undefined && procedures.canWrite
            ? () => setBegun(toNextText(released.text, previous))
            : undefined
        }
      />
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
