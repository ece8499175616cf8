import type { Protocol, ProtocolKey } from '../schema/protocol';
import { findEdition, findNewerInForce } from '../text/editions';
import { type Standing, isOutOfUse, toStanding } from '../text/in-force';
import { parsePrintCode } from './print-code';
import type { CodeFailure } from './print-code';
import type { PrintRecord, PrintedLocal } from './print-record';

/** An edition on this computer, as far as the judgement of a sheet needs it. */
export type PresentEdition = ProtocolKey &
  Readonly<Pick<Protocol, 'status' | 'effectivePeriod' | 'reviewBy'>> & { readonly contentHash: string };

/** How something the clinic added stands now; `revision` is absent once it no longer prints (retired, or put back to draft). */
export interface PresentLocal {
  readonly kind: PrintedLocal['kind'];
  readonly id: string;
  readonly revision: string | undefined;
  /** Instant of its last change. */
  readonly changed: string;
}

/** Why a sheet is to be taken out of use. */
export type Withdrawal =
  /** A newer edition is in force. `on` is the calendar day it began. */
  | { readonly kind: 'newer-edition'; readonly on: string; readonly newer: ProtocolKey }
  /** Ended on `on`, or retired, which has no day of its own. */
  | { readonly kind: 'out-of-use'; readonly standing: Standing; readonly on: string | undefined }
  /** The same version has another text now: a draft that was worked on, or a library that was replaced. */
  | { readonly kind: 'other-content'; readonly contentHash: string }
  | { readonly kind: 'not-in-library' }
  | { readonly kind: 'local-changed'; readonly local: readonly PresentLocal[] };

export type SheetStanding =
  | { readonly kind: 'current'; readonly record: PrintRecord; readonly standing: Standing }
  /** Every reason, the one that forbids most first. */
  | { readonly kind: 'replaced'; readonly record: PrintRecord; readonly reasons: readonly Withdrawal[] };

/** What is on this computer now. */
export interface Present {
  readonly editions: readonly PresentEdition[];
  readonly local: readonly PresentLocal[];
  /** Calendar day. */
  readonly today: string;
}

export type SheetCheck =
  | SheetStanding
  /** A sound code that no print of this computer has. */
  | { readonly kind: 'not-from-here'; readonly code: string }
  | { readonly kind: 'no-code'; readonly failure: CodeFailure };

/** Answers for a code as typed or pasted from a sheet. */
export function checkSheet(typed: string, log: readonly PrintRecord[], present: Present): SheetCheck {
  const code = parsePrintCode(typed);
  if (!code.ok) return { kind: 'no-code', failure: code.error };
  const record = log.find((entry) => entry.code === code.value);
  return record === undefined ? { kind: 'not-from-here', code: code.value } : judgeSheet(record, present);
}

/** Whether a printed sheet may still be used. */
export function judgeSheet(record: PrintRecord, present: Present): SheetStanding {
  const edition = findEdition(present.editions, record.key.id, record.key.version);
  const newer = findNewerInForce(present.editions, record.key, present.today);
  const reasons: Withdrawal[] = [];
  if (newer !== undefined) {
    const { id, version, effectivePeriod } = newer;
    reasons.push({ kind: 'newer-edition', on: effectivePeriod.start, newer: { id, version } });
  }
  if (edition === undefined) reasons.push({ kind: 'not-in-library' });
  else reasons.push(...judgeEdition(record, edition, present.today));
  const local = listChanged(record.local, present.local);
  if (local.length > 0) reasons.push({ kind: 'local-changed', local });
  if (reasons.length > 0 || edition === undefined) return { kind: 'replaced', record, reasons };
  return { kind: 'current', record, standing: toStanding(edition, present.today) };
}

function judgeEdition(record: PrintRecord, edition: PresentEdition, today: string): Withdrawal[] {
  const standing = toStanding(edition, today);
  if (isOutOfUse(standing))
    return [
      {
        kind: 'out-of-use',
        standing,
        on: standing === 'ended' ? (edition.effectivePeriod.end ?? undefined) : undefined,
      },
    ];
  return edition.contentHash === record.contentHash
    ? []
    : [{ kind: 'other-content', contentHash: edition.contentHash }];
}

function listChanged(printed: readonly PrintedLocal[], present: readonly PresentLocal[]): PresentLocal[] {
  return printed.flatMap(({ kind, id, revision }) => {
    const now = present.find((local) => local.kind === kind && local.id === id);
    // What this computer no longer knows cannot be vouched for.
    if (now === undefined) return [{ kind, id, revision: undefined, changed: '' }];
    return now.revision === revision ? [] : [now];
  });
}

/** Days of printing, both inclusive, as calendar days. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Whether an instant lies in the window, by the day where it was printed. */
export function isWithin({ from, to }: Window, printedAt: string): boolean {
  const day = printedAt.slice(0, 10);
  return day >= from && day <= to;
}

/** Every sheet printed in the window that is to be taken out of use, the newest first. */
export function listRecalls(
  log: readonly PrintRecord[],
  window: Window,
  present: Present,
): readonly Extract<SheetStanding, { kind: 'replaced' }>[] {
  return log
    .filter(({ printedAt }) => isWithin(window, printedAt))
    .map((record) => judgeSheet(record, present))
    .filter((standing) => standing.kind === 'replaced')
    .toReversed();
}
