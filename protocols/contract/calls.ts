import type { Route } from '../schema/blocks';
import type { Protocol, ProtocolKey } from '../schema/protocol';
import type { Issue, Result } from '../schema/result';
import type { TravellingRevision } from '../exchange/to-annotations';
import type { ExchangeFailure, ExchangeFormat, OpenedNotes } from './exchange';
import type { ChainPoint, JournalEntry, NewRecord } from '../journal/entry';
import type { BackupFailure, BackupPreview, BackupState } from './backup';
import type { PrintIdentity, PrintRecord, PrintedLocal } from '../print-identity/print-record';
import type { JournalFailure, JournalState } from './journal';
import type { Settings } from './settings';

/** What a list needs to know of a protocol without opening it. */
export type ProtocolSummary = Readonly<
  Pick<
    Protocol,
    | 'id'
    | 'version'
    | 'title'
    | 'aliases'
    | 'type'
    | 'status'
    | 'publisher'
    | 'language'
    | 'effectivePeriod'
    | 'reviewBy'
  >
> & {
  /** Ways in which it doses a drug. */
  readonly routes: readonly Route[];
  /** SHA-256 over the canonical form, in hex. */
  readonly contentHash: string;
};

/** A document that is on this computer and not shown, with every reason. */
export interface WithheldDocument {
  /** Its place within the documents folder, such as `iv-session/1.0.0.json`. */
  readonly file: string;
  readonly issues: readonly Issue[];
}

export interface LibraryListing {
  /** Where the documents come from: those shipped with the program, or a folder named at start. */
  readonly origin: 'shipped' | 'folder';
  readonly protocols: readonly ProtocolSummary[];
  readonly withheld: readonly WithheldDocument[];
  /** Why nothing could be read at all; absent when the folder could be read. */
  readonly failure?: { readonly kind: 'folder-unreadable'; readonly folder: string; readonly message: string };
}

export type OpenFailure =
  | { readonly kind: 'not-found'; readonly key: ProtocolKey }
  | { readonly kind: 'withheld'; readonly document: WithheldDocument };

export type Paper = 'A4' | 'Letter';
export type Language = 'en' | 'fr';

/**
 * What was typed into the calculator, letter for letter. The print page reads and computes it again: a number never
 * crosses. A field left out stays a blank on paper.
 */
export interface DoseEntries {
  /** Kilograms. */
  readonly weight?: string;
  /** Centimetres. */
  readonly height?: string;
  readonly sex?: 'female' | 'male';
  /** The amount chosen, in the unit in which the block gives it: per kilogram where it doses by weight. */
  readonly amount?: string;
  /** Minutes. */
  readonly over?: string;
  /** Strength of the vial, in the unit of the field on screen: milligrams per millilitre unless the block says otherwise. */
  readonly vial?: string;
  /** Millilitres the syringe or bag is made up to. */
  readonly madeUp?: string;
  /** Which repeat rule of the block is followed, counted from 0. */
  readonly repeat?: number;
  /** Doses given before in this sitting: the block, the whole amount, and the minutes since. */
  readonly given?: readonly { readonly block: string; readonly amount: string; readonly since?: string }[];
  /** When the weight was taken, a calendar day. */
  readonly weighedOn?: string;
}

/** Sheets about a whole protocol; the dose sheet is about one block of it. */
export type WholeSheet = 'checklist' | 'flowsheet' | 'protocol' | 'emergency' | 'esketamine-monitoring';
export type SheetKind = WholeSheet | 'dose';

/** One printout of one protocol edition. */
export type PrintJob = {
  readonly key: ProtocolKey;
  readonly paper: Paper;
  readonly language: Language;
} & (
  | { readonly sheet: WholeSheet }
  | {
      readonly sheet: 'dose';
      /** The dose block. */
      readonly block: string;
      /** Nothing for a blank sheet. */
      readonly entered?: DoseEntries;
      /** Halves of the page filled with the same sheet; one unless said. */
      readonly copies?: 1 | 2;
    }
);

/** Why a file could not be written. What stood there before still does. */
export interface NotWritten {
  readonly kind: 'not-written';
  readonly file: string;
  readonly reason: 'full' | 'denied' | 'other';
  readonly message: string;
}

/** What a print page has to lay out. `moment` is absent for a print that no log keeps: its pages then carry no code. */
export interface PrintTask {
  readonly job: PrintJob;
  readonly moment?: Pick<PrintIdentity, 'printedAt' | 'nonce'>;
  /** A page of the downtime binder: its code is that of its content, and is the same however often it is made. */
  readonly isBinder?: true;
}

/** A task with the ticket under which the page says what came of it. */
export interface GivenTask {
  readonly ticket: string;
  readonly task: AnyPrintTask;
}

/** Sheets to take out of use, in the words of the screen. */
export interface RecallList {
  readonly paper: Paper;
  readonly language: Language;
  readonly rows: readonly {
    readonly code: string;
    /** Which sheet it is, and when it was printed. */
    readonly about: string;
    readonly reasons: readonly string[];
  }[];
}

/** A sheet of a protocol, or the list of sheets to take out of use. */
export type AnyPrintTask = PrintTask | { readonly recalls: RecallList };

/** Why there is no downtime binder. Nothing was left where it should have been. */
export type BinderFailure =
  | { readonly kind: 'cancelled' }
  /** Something stands there already; it was not touched. */
  | { readonly kind: 'exists'; readonly folder: string }
  | { readonly kind: 'no-protocols' }
  | NotWritten
  | { readonly kind: 'page'; readonly key: ProtocolKey; readonly failure: PrintFailure };

/** A downtime binder that was made: how many protocols it holds, and how many pages of plain HTML. */
export interface MadeBinder {
  readonly folder: string;
  readonly protocols: number;
  readonly files: number;
}

/** What a print page says of the sheet that stands on it. */
export interface LaidOut {
  readonly pages: number;
  readonly local: readonly PrintedLocal[];
  /** The code on every page; main reckons it again and refuses another. */
  readonly code?: string;
}

/** What came of a print. `code` is on every page; `unlogged` says why the log does not have it. */
export interface Printed {
  readonly pages: number;
  readonly code?: string;
  readonly unlogged?: JournalFailure;
}

export type PrintFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'no-printer' }
  | { readonly kind: 'not-found'; readonly key: ProtocolKey }
  /** The protocol has not what this sheet shows. */
  | { readonly kind: 'nothing-to-print'; readonly key: ProtocolKey; readonly sheet: SheetKind }
  /** Ended or retired: no new session begins on it. */
  | { readonly kind: 'out-of-use'; readonly key: ProtocolKey }
  | NotWritten
  | { readonly kind: 'not-laid-out'; readonly message: string }
  | { readonly kind: 'not-printed'; readonly message: string };

export interface About {
  readonly version: string;
  /** Of the program that shows the page, such as `Electron 45.4.1`. */
  readonly runtime: string;
  /** Whether what the clinic adds can be kept. */
  readonly dataFolder: { readonly state: 'writable' | 'read-only'; readonly folder: string };
  /** The window was brought back after its page stopped working. */
  readonly recovered: boolean;
  /** Settings could not be read and the shipped ones are in use; the old file was kept aside. */
  readonly settingsReset: boolean;
}

/** Everything the renderer may ask of main. Arguments and answers are plain data. */
export interface Calls {
  'app:about': () => About;
  'library:list': () => LibraryListing;
  'library:open': (key: ProtocolKey) => Result<Protocol, OpenFailure>;
  /** Whether the shipped library brings the index it was built with; without one the documents have to be indexed. */
  'library:search-index': () => boolean;
  /** Asks where, and writes the text of a procedure the clinic wrote, in its authored form. */
  'library:export': (
    key: ProtocolKey,
    text: string,
  ) => Result<{ readonly file: string }, { readonly kind: 'cancelled' } | NotWritten>;
  'journal:state': () => JournalState;
  /** Writes all of them down, in this order, or none; they are on the disk when the answer comes. */
  'journal:append': (records: readonly NewRecord[]) => Result<readonly JournalEntry[], JournalFailure>;
  /** The entries after a sequence, as many as one answer should hold; none when there are no more. */
  'journal:read': (after: number) => Result<readonly JournalEntry[], JournalFailure>;
  /** Moves the page's database, which it could not open, to a folder of its own; false where the journal could not bring back what it held. */
  'journal:set-database-aside': () => boolean;
  'backup:state': () => BackupState;
  /** Asks where, and writes everything the clinic added to one encrypted file. */
  'backup:save': (passphrase: string) => Result<{ readonly file: string; readonly entries: number }, BackupFailure>;
  /** Asks which file, opens it, and says what taking it over would change. */
  'backup:preview': (passphrase: string) => Result<BackupPreview, BackupFailure>;
  'backup:restore': (ticket: string) => Result<{ readonly added: number } & ChainPoint, BackupFailure>;
  /** Asks for a folder and keeps backups there from now on. */
  'backup:begin': (passphrase: string) => Result<BackupState, BackupFailure>;
  'backup:end': () => BackupState;
  'settings:read': () => Settings;
  'settings:write': (
    change: Partial<Settings>,
  ) => Result<Settings, { readonly kind: 'not-written'; readonly message: string }>;
  /** Somebody is about to print: makes the page ready on which sheets are laid out. */
  'print:prepare': () => void;
  'print:save-pdf': (job: PrintJob) => Result<Printed & { readonly file: string }, PrintFailure>;
  'print:to-printer': (job: PrintJob) => Result<Printed, PrintFailure>;
  /** Puts the list of sheets to take out of use on paper, or into a file it asks for. */
  'print:recalls': (
    list: RecallList,
    target: PrintRecord['target'],
  ) => Result<{ readonly pages: number; readonly file?: string }, PrintFailure>;
  /** Asked by a print page that shows nothing: what it has to lay out, once there is something; nothing for another page. */
  'print:job': () => GivenTask | undefined;
  /** Asks for a folder and puts a new one with the whole library in it, as plain pages for when the program cannot run. */
  'binder:make': (language: Language) => Result<MadeBinder, BinderFailure>;
  /** Asks where the notes shall go; what `exchange:write` then brings is gathered until `exchange:finish` puts it there whole. */
  'exchange:begin': (format: ExchangeFormat) => Result<{ readonly ticket: string }, ExchangeFailure>;
  'exchange:write': (ticket: string, text: string) => Result<undefined, ExchangeFailure>;
  'exchange:finish': (ticket: string) => Result<{ readonly file: string }, ExchangeFailure>;
  /** Asks for a file and reads the notes in it; nothing is taken in. */
  'exchange:open': () => Result<OpenedNotes, ExchangeFailure>;
  /** States of notes to take in; they are gathered until `exchange:take` writes all of them into the journal, or none. */
  'exchange:gather': (ticket: string, revisions: readonly TravellingRevision[]) => Result<undefined, ExchangeFailure>;
  'exchange:take': (ticket: string) => Result<{ readonly count: number }, ExchangeFailure>;
  /** Said by the print page once its sheet stands; `undefined` when a part is longer than a page. Answered when it may go. */
  'print:laid-out': (ticket: string, laidOut: LaidOut | undefined) => void;
}

/** What main may announce. */
export interface Events {
  /** Main itself wrote something down, such as what it printed; the journal goes to here now. */
  'journal:appended': ChainPoint;
  /** A procedure the clinic wrote came, or changed. */
  'library:changed': LibraryListing;
  /** An automatic backup was made, or was not. */
  'backup:changed': BackupState;
  'settings:changed': Settings;
}
