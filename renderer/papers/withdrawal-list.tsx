import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { PrintRecord } from '../../protocols/print-identity/print-record';
import type { PresentLocal, Withdrawal } from '../../protocols/print-identity/sheet-standing';
import { toDay } from '../../protocols/text/in-force';
import { toProtocolPath } from '../app/routes';
import { Day } from '../reader/day';

/** Why a sheet is to be taken out of use, each reason a sentence with its day. */
export function WithdrawalList({
  record,
  reasons,
}: {
  record: PrintRecord;
  reasons: readonly Withdrawal[];
}): ReactElement {
  return (
    <ul>
      {reasons.map((reason) =>
        reason.kind === 'local-changed' ? (
          reason.local.map((local) => (
            <li key={`${local.kind} ${local.id}`}>
              <LocalReason local={local} />
            </li>
          ))
        ) : (
          <li key={reason.kind}>
            <Reason reason={reason} version={record.key.version} />
          </li>
        ),
      )}
    </ul>
  );
}

function Reason({
  reason,
  version,
}: {
  reason: Exclude<Withdrawal, { kind: 'local-changed' }>;
  version: string;
}): ReactElement {
  switch (reason.kind) {
    case 'newer-edition':
      return (
        <FormattedMessage
          id="papers.reason.newer-edition"
          values={{
            day: <Day key="day" day={reason.on} />,
            newer: (
              <Link key="newer" href={toProtocolPath(reason.newer)}>
                <FormattedMessage id="app.version" values={{ version: reason.newer.version }} />
              </Link>
            ),
          }}
        />
      );
    case 'out-of-use':
      return reason.on === undefined ? (
        <FormattedMessage id="papers.reason.retired" values={{ version }} />
      ) : (
        <FormattedMessage id="papers.reason.ended" values={{ version, day: <Day key="day" day={reason.on} /> }} />
      );
    case 'other-content':
    case 'not-in-library':
      return <FormattedMessage id={`papers.reason.${reason.kind}`} values={{ version }} />;
    default:
      return reason satisfies never;
  }
}

function LocalReason({ local: { kind, revision, changed } }: { local: PresentLocal }): ReactElement {
  if (changed === '') return <FormattedMessage id={`papers.reason.${kind}.unknown`} />;
  const day = <Day key="day" day={toDay(new Date(changed))} />;
  const how = revision === undefined ? 'gone' : 'changed';
  return <FormattedMessage id={`papers.reason.${kind}.${how}`} values={{ day }} />;
}
