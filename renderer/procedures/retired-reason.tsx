import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ProtocolKey } from '../../protocols/schema/protocol';
import { isRetired } from '../../protocols/clinic-documents/clinic-document';
import { toInstantDay } from '../../protocols/notes/instant';
import { toLanguage } from '../notes/words';
import { useProcedures } from './use-procedures';

/** Who took an edition of the clinic's own out of use, when and why; nothing where it was not, or is not known yet. */
export function RetiredReason({ edition: { id, version } }: { edition: ProtocolKey }): ReactElement | null {
  const language = toLanguage(useIntl().locale);
  const document = useProcedures().documents.find((each) => each.id === id);
  if (document?.retired === undefined || !isRetired(document, version)) return null;
  const { author, at, reason } = document.retired;
  return (
    <FormattedMessage id="procedures.retired.body" values={{ name: author, day: toInstantDay(at, language), reason }} />
  );
}
