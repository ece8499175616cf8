import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Reason } from '../../protocols/search/answer';
import { findChangedLetters } from './changed-letters';
import { MarkedText } from './marked-text';

/** Why a result is there: each word that was not met as it was written, and what it was met by. */
export function ReasonWords({ reasons }: { reasons: readonly Reason[] }): ReactElement {
  const others = reasons.filter((reason) => reason.kind !== 'exact' && reason.kind !== 'number');
  if (others.length === 0) return <FormattedMessage id="search.reason.exact" />;
  return (
    <>
      {others.map((reason, index) => (
        <span key={JSON.stringify(reason)} data-reason={reason.kind}>
          {index > 0 && ' · '}
          <OneReason reason={reason} />
        </span>
      ))}
    </>
  );
}

function OneReason({ reason }: { reason: Reason }): ReactElement {
  switch (reason.kind) {
    case 'exact':
    case 'number':
      return <>{reason.written}</>;
    case 'repaired': {
      const { written, shown } = reason;
      const marked = <MarkedText text={shown} marks={findChangedLetters(written, shown)} />;
      return <FormattedMessage id="search.reason.repaired" values={{ written, shown: marked }} />;
    }
    case 'prefix':
    case 'abbreviation':
    case 'synonym': {
      const { kind, written, shown } = reason;
      return <FormattedMessage id={`search.reason.${kind}`} values={{ written, shown }} />;
    }
    default:
      return refuse(reason);
  }
}

function refuse(reason: never): never {
  throw new Error(`no words for ${JSON.stringify(reason)}`);
}
