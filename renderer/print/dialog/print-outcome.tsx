import type { ReactElement } from 'react';
import { FormattedMessage, type IntlShape } from 'react-intl';
import type { PrintFailure, Printed } from '../../../protocols/contract/calls';
import type { Protocol } from '../../../protocols/schema/protocol';
import { Banner } from '../../ui/tone';

export type PrintingFailure = Exclude<PrintFailure, { kind: 'cancelled' }>;

/** What came of the last press; nothing before the first. */
export type Outcome =
  | { readonly kind: 'working' | 'notSaved' | 'notPrinted' }
  | ({ readonly kind: 'saved'; readonly file: string } & Printed)
  | ({ readonly kind: 'printed' } & Printed)
  | { readonly kind: 'failed'; readonly failure: PrintingFailure };

/** Tells it in place: what was done, or what was not, to which document, and what to do next. */
export function PrintOutcome({
  outcome,
  toReason,
}: {
  outcome: Outcome | undefined;
  /** Why it failed, about what, and what to do next. */
  toReason: (failure: PrintingFailure) => string;
}): ReactElement {
  switch (outcome?.kind) {
    case undefined:
      return <output />;
    case 'failed':
      return (
        <Banner tone="caution" role="alert" title={<FormattedMessage id="print.dialog.failed" />}>
          {toReason(outcome.failure)}
        </Banner>
      );
    case 'saved':
    case 'printed':
      return (
        <output>
          <Banner
            tone="done"
            title={<FormattedMessage id={`print.dialog.${outcome.kind}`} values={toWords(outcome)} />}
          >
            {outcome.code !== undefined && <FormattedMessage id="print.dialog.code" values={{ code: outcome.code }} />}
          </Banner>
          {outcome.unlogged !== undefined && (
            <Banner tone="caution" title={<FormattedMessage id="print.dialog.unlogged" />}>
              <FormattedMessage id="print.dialog.unlogged.body" values={{ code: outcome.code }} />
            </Banner>
          )}
        </output>
      );
    case 'working':
    case 'notSaved':
    case 'notPrinted':
      return (
        <output>
          <FormattedMessage id={`print.dialog.${outcome.kind}`} />
        </output>
      );
    default:
      return outcome satisfies never;
  }
}

function toWords(outcome: { readonly file?: string; readonly pages: number }): Record<string, string | number> {
  const { pages, file = '' } = outcome;
  return { pages, file };
}

/** Why a sheet of a protocol was not printed. */
export function toPrintReason(failure: PrintingFailure, { title, version }: Protocol, intl: IntlShape): string {
  const about = { title, version };
  switch (failure.kind) {
    case 'not-written':
      return intl.formatMessage(
        { id: `print.failure.${failure.reason}` },
        { ...about, file: failure.file, message: failure.message },
      );
    case 'not-laid-out':
    case 'not-printed':
      return intl.formatMessage({ id: `print.failure.${failure.kind}` }, { ...about, message: failure.message });
    case 'no-printer':
    case 'not-found':
    case 'nothing-to-print':
    case 'out-of-use':
      return intl.formatMessage({ id: `print.failure.${failure.kind}` }, about);
    default:
      return failure satisfies never;
  }
}
