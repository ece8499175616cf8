import { randomUUID } from 'node:crypto';
import type { LaidOut, PrintJob, PrintTask, Printed } from '../../protocols/contract/calls';
import { toInstant } from '../../protocols/notes/instant';
import { type PrintRecord, toSheetCode } from '../../protocols/print-identity/print-record';
import { findEdition } from '../../protocols/text/editions';
import type { RecordInMain } from '../journal/record';
import type { Library } from '../library/library';

type Moment = NonNullable<PrintTask['moment']>;

/** The log of what was printed: one entry of the journal for each sheet that came out, none for one that did not. */
export class PrintLog {
  readonly #record: RecordInMain;
  readonly #library: Promise<Pick<Library, 'listing'>>;

  constructor(record: RecordInMain, library: Promise<Pick<Library, 'listing'>>) {
    this.#record = record;
    this.#library = library;
  }

  /** What makes this print another than any before. */
  begin(): Moment {
    return { printedAt: toInstant(new Date()), nonce: randomUUID() };
  }

  /** What the log will say of a sheet that stands; undefined when the page reckoned another code than its content has. */
  async toRecord(
    job: PrintJob,
    moment: Moment,
    { pages, local, code }: LaidOut,
    target: PrintRecord['target'],
  ): Promise<PrintRecord | undefined> {
    const { sheet, key, paper, language } = job;
    const edition = findEdition((await this.#library).listing.protocols, key.id, key.version);
    if (edition === undefined) return undefined;
    const identity = { sheet, key, contentHash: edition.contentHash, local, paper, language, ...moment };
    return toSheetCode(identity) === code ? { ...identity, code, pages, target } : undefined;
  }

  /** Writes the sheet down; it is out already, so what went wrong is told beside its code. */
  async write(record: PrintRecord): Promise<Printed> {
    const { pages, code } = record;
    const written = await this.#record('print', record);
    return written.ok ? { pages, code } : { pages, code, unlogged: written.error };
  }
}
