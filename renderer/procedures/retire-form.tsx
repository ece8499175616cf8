import type { ReactElement } from 'react';
import { type ClinicDocumentRecord, LONGEST_REASON } from '../../protocols/clinic-documents/clinic-document';
import { toInstant } from '../../protocols/notes/instant';
import { SignedForm } from './signed-form';
import type { Procedures } from './use-procedures';

/** A named person takes what was released out of use, and says why. */
export function RetireForm({
  released: { id, version, text },
  save,
  onClose,
}: {
  /** The newest version released. */
  released: ClinicDocumentRecord;
  save: Procedures['save'];
  onClose: () => void;
}): ReactElement {
  return (
    <SignedForm
      act="retire"
      version={version}
      longest={LONGEST_REASON}
      onSign={(author, reason) =>
        save({ id, version, text, state: 'retired', author, at: toInstant(new Date()), reason })
      }
      onClose={onClose}
    />
  );
}
