import { type ReactElement, type Ref, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { CodeFailure } from '../../protocols/print-identity/print-code';
import { type SheetCheck, checkSheet } from '../../protocols/print-identity/sheet-standing';
import { findEdition, findNewerInForce } from '../../protocols/text/editions';
import { toStanding } from '../../protocols/text/in-force';
import { useLibrary } from '../app/library-provider';
import { useNotes, useReading } from '../notes/notes-context';
import { STANDING_TONES } from '../reader/standing-chip';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Banner, Chip } from '../ui/tone';
import { type BinderPage, findBinderPage } from './binder-codes';
import { ChangedLines } from './changed-lines';
import { ChangedLocal } from './changed-local';
import { PapersClosed } from './papers-closed';
import styles from './papers.module.css';
import { SheetFacts } from './sheet-facts';
import type { OpenPapers } from './use-papers';
import { WithdrawalList } from './withdrawal-list';

/** Says of the code on a sheet whether the sheet may still be used. Nothing that is typed is kept. */
export function CheckSheet({
  papers,
  typed,
  onType,
  asked,
  onAsk,
  field,
}: {
  papers: OpenPapers;
  typed: string;
  onType: (typed: string) => void;
  /** The code that is answered for; empty before the first. */
  asked: string;
  onAsk: () => void;
  field: Ref<HTMLInputElement>;
}): ReactElement {
  return (
    <section className={styles['stack']} aria-labelledby="check">
      <h2 id="check">
        <FormattedMessage id="papers.check" />
      </h2>
      <form
        className={styles['inline']}
        onSubmit={(event) => {
          event.preventDefault();
          onAsk();
        }}
      >
        <TextField
          label={<FormattedMessage id="papers.check.field" />}
          value={typed}
          hint={<FormattedMessage id="papers.check.hint" />}
          onChange={(event) => onType(event.target.value)}
          ref={field}
        />
        <Button type="submit" look="primary">
          <FormattedMessage id="papers.check.button" />
        </Button>
      </form>
      <div role="status" className={styles['stack']}>
        {asked !== '' && <Answer check={checkSheet(asked, papers.log, papers.present)} papers={papers} />}
      </div>
    </section>
  );
}

function Answer({ check, papers }: { check: SheetCheck; papers: OpenPapers }): ReactElement {
  switch (check.kind) {
    case 'current':
      return (
        <div data-check={check.kind}>
          <Banner tone={STANDING_TONES[check.standing]} title={<FormattedMessage id="papers.current" />}>
            <p>
              <SheetFacts record={check.record} />
            </p>
            <p>
              <FormattedMessage id="papers.current.standing" />{' '}
              <Chip tone={STANDING_TONES[check.standing]}>
                <FormattedMessage id={`reader.standing.${check.standing}`} />
              </Chip>
            </p>
          </Banner>
        </div>
      );
    case 'replaced':
      return (
        <div data-check={check.kind} className={styles['stack']}>
          <Banner tone="stop" title={<FormattedMessage id="papers.replaced" />}>
            <p>
              <SheetFacts record={check.record} />
            </p>
            <WithdrawalList {...check} />
          </Banner>
          <WhatChanged check={check} papers={papers} />
        </div>
      );
    case 'not-from-here':
      return <NotPrinted key={check.code} code={check.code} papers={papers} />;
    case 'no-code':
      return (
        <div data-check={check.failure.kind}>
          <Banner tone="caution" title={<FormattedMessage id="papers.no-code" />}>
            <FormattedMessage id={`papers.no-code.${check.failure.kind}`} values={toValues(check.failure)} />
          </Banner>
        </div>
      );
    default:
      return check satisfies never;
  }
}

/** A code the log does not have: that of a page of the binder, or of a sheet from elsewhere. */
function NotPrinted({ code, papers }: { code: string; papers: OpenPapers }): ReactElement | null {
  const { store } = useNotes();
  // The log knows of no note on a page of the binder.
  const notes = useReading(useMemo(() => store?.allNotes(), [store]));
  if (notes.state === 'loading') return null;
  // Without them a page of the binder would be taken for a sheet from elsewhere.
  if (notes.state === 'failed') return <PapersClosed />;
  const page = findBinderPage(code, papers, notes.value);
  if (page !== undefined) return <BinderAnswer page={page} today={papers.present.today} />;
  return (
    <div data-check="not-from-here">
      <Banner tone="caution" title={<FormattedMessage id="papers.not-from-here" values={{ code }} />}>
        <FormattedMessage id={papers.isWhole ? 'papers.not-from-here.body' : 'papers.not-from-here.gaps'} />{' '}
        <FormattedMessage id="papers.not-from-here.binder" />
      </Banner>
    </div>
  );
}

function BinderAnswer({ page: { edition, sheet }, today }: { page: BinderPage; today: string }): ReactElement {
  const intl = useIntl();
  const { id, version } = edition;
  const newer = findNewerInForce(useLibrary()?.listing.protocols ?? [], edition, today);
  const standing = toStanding(edition, today, newer !== undefined);
  return (
    <div data-check={newer === undefined ? 'binder' : 'replaced'}>
      <Banner
        tone={newer === undefined ? STANDING_TONES[standing] : 'stop'}
        title={<FormattedMessage id={newer === undefined ? 'papers.binder.current' : 'papers.replaced'} />}
      >
        <FormattedMessage
          id="papers.binder.stands"
          values={{ sheet: intl.formatMessage({ id: `print.sheet.${sheet}` }), id, version }}
        />{' '}
        <Chip tone={STANDING_TONES[standing]}>
          <FormattedMessage id={`reader.standing.${standing}`} />
        </Chip>
      </Banner>
    </div>
  );
}

/** The lines that changed, where both texts are still on this computer. */
function WhatChanged({
  check: { record, reasons },
  papers,
}: {
  check: Extract<SheetCheck, { kind: 'replaced' }>;
  papers: OpenPapers;
}): ReactElement {
  const newer = reasons.find((reason) => reason.kind === 'newer-edition')?.newer;
  const printed = findEdition(papers.present.editions, record.key.id, record.key.version);
  const isHere = printed?.contentHash === record.contentHash;
  const changed = reasons.flatMap((reason) => (reason.kind === 'local-changed' ? reason.local : []));
  return (
    <>
      {newer !== undefined && isHere && <ChangedLines from={record.key} to={newer} />}
      {!isHere && (
        <p>
          <FormattedMessage id="papers.changes.unknown" />
        </p>
      )}
      {record.local
        .filter(({ kind, id }) => changed.some((local) => local.kind === kind && local.id === id))
        .map((local) => (
          <ChangedLocal key={`${local.kind} ${local.id}`} printed={local} papers={papers} />
        ))}
    </>
  );
}

function toValues(failure: CodeFailure): Record<string, string | number> {
  switch (failure.kind) {
    case 'length':
      return { length: failure.length, wanted: failure.wanted };
    case 'character':
      return { character: failure.character };
    case 'mistyped':
      return {};
    default:
      return failure satisfies never;
  }
}
