import type { ReactNode } from 'react';
import type { StandingNote } from '../../../protocols/anchoring/place-notes';
import type { Language, PrintJob } from '../../../protocols/contract/calls';
import type { ProtocolDiff } from '../../../protocols/changes/diff-protocols';
import type { CalculatorRecord, ClinicValueRecord } from '../../../protocols/dose/clinic-records';
import type { ClinicValues } from '../../../protocols/dose/dose-request';
import type { PrintedLocal } from '../../../protocols/print-identity/print-record';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Standing } from '../../../protocols/text/in-force';
import type { MessageId } from '../../app/messages';
import type { Attempt, Orientation } from './sheet-part';

/** The clinic's notes on a protocol as a sheet may show them; `unread` when the store of notes cannot be read. */
export type SheetNotes =
  | { readonly state: 'read'; readonly notes: readonly StandingNote[] }
  | { readonly state: 'unread' };

/** What the clinic set for its calculator; `unread` when that cannot be known. */
export type SheetClinic =
  | {
      readonly state: 'read';
      readonly values: readonly ClinicValueRecord[];
      readonly switches: readonly CalculatorRecord[];
    }
  | { readonly state: 'unread' };

/** The code at the foot of every page: `later` in the preview, since each print gets one of its own; `none` where no log keeps it; `content` in the downtime binder. */
export type SheetCode =
  | { readonly kind: 'given' | 'content'; readonly code: string }
  | { readonly kind: 'later' | 'none' };

export interface SheetChanges {
  /** The version compared with. */
  readonly from: string;
  readonly diff: ProtocolDiff;
}

/** All a sheet is made from; the same for paper, PDF and preview. */
export interface SheetSources {
  readonly job: PrintJob;
  readonly protocol: Protocol;
  readonly standing: Standing;
  readonly clinicName: string;
  readonly printedAt: Date;
  /** What differs from the edition before, where that is in the library and the sheet tells of it. */
  readonly changes: SheetChanges | undefined;
  readonly notes: SheetNotes;
  readonly clinic: SheetClinic;
  /** What of the clinic's own stands on the sheet. */
  readonly local: readonly PrintedLocal[];
  readonly code: SheetCode;
}

/** What the parts of a sheet need to know to be drawn. */
export interface Setting {
  readonly protocol: Protocol;
  readonly language: Language;
  /** Number of every block and section by id. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What the clinic set for a dose, by the id of its block; nothing where that cannot be known, and a blank stays one. */
  readonly clinicOf: (blockId: string) => ClinicValues;
}

/** Something the protocol or the clinic has that this sheet does not show, and why. */
export interface LeftOut {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A sheet ready to be laid out. */
export interface SheetPlan {
  readonly orientation: Orientation;
  readonly first: ReactNode;
  readonly later: ReactNode;
  readonly attempts: readonly Attempt[];
  readonly leftOut: readonly LeftOut[];
}
