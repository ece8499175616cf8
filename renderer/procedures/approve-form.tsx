import { type ReactElement, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ClinicTextContext } from '../../protocols/clinic-documents/check-clinic-text';
import { type ApprovalFailure, toApprovedText } from '../../protocols/clinic-documents/next-text';
import { toInstant } from '../../protocols/notes/instant';
import { LONGEST_AUTHOR } from '../../protocols/notes/note';
import { SignedForm } from './signed-form';
import type { Procedures } from './use-procedures';

/** A named person who is not the only author releases the text as it stands. */
export function ApproveForm({
  text,
  version,
  context,
  save,
  onClose,
}: {
  text: string;
  version: string;
  context: ClinicTextContext;
  save: Procedures['save'];
  onClose: () => void;
}): ReactElement {
  const [problem, setProblem] = useState<ApprovalFailure>();
  const approve = (name: string, role: string): ReturnType<Procedures['save']> | undefined => {
    const approved = toApprovedText(text, { name, role, day: context.today }, context);
    setProblem(approved.ok ? undefined : approved.error);
    if (!approved.ok) return undefined;
    // Of the very text that is released: the version above is of the last pause in typing.
    const { text: released, protocol } = approved.value;
    const at = toInstant(new Date());
    return save({ id: context.id, version: protocol.version, text: released, state: 'approved', author: name, at });
  };
  return (
    <SignedForm
      act="approve"
      version={version}
      longest={LONGEST_AUTHOR}
      problem={
        problem !== undefined && (
          <FormattedMessage
            id={`procedures.approve.${problem.kind}`}
            values={{ name: problem.kind === 'only-author' ? problem.name : '' }}
          />
        )
      }
      onSign={approve}
      onClose={onClose}
    />
  );
}
