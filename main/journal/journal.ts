import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { JournalFailure, JournalRepair, JournalState, JournalTrouble } from '../../protocols/contract/journal';
import {
  CHAIN_START,
  type ChainPoint,
  type JournalEntry,
  type NewRecord,
  encodeEntry,
  sealEntry,
} from '../../protocols/journal/entry';
import { type MergeChanges, toMergeChanges } from '../../protocols/journal/merge-changes';
import { JOURNAL_FORMAT, decodeSegment, encodeHeader } from '../../protocols/journal/segment';
import { toInstant } from '../../protocols/notes/instant';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { makeFolder } from '../files/flushed';
import { toMessage } from '../files/system-error';
import { AppendFile } from './append-file';
import { EntryPages, findMissing, readAll } from './entry-pages';
import { toJournalFailure } from './failures';
import { JournalText } from './journal-text';
import { type JournalLock, takeLock } from './lock';
import { askForRepair, needsRepair, repairJournal } from './repair';
import { listSegments, readSegment, replaceDurably, tidyParts, toSegmentPath } from './segment-files';
import { type SnapshotFailure, listSnapshots, takeSnapshot } from './snapshots';

/** A file of the journal is closed when it has grown to this, so that a start reads no more than that. */
const SEGMENT_BYTES = 1 << 20;
/** A new snapshot once a twentieth of the entries is newer than the last. */
const SNAPSHOT_SHARE = 20;

export interface JournalOptions {
  readonly folder: string;
  readonly writable: boolean;
  readonly now?: () => Date;
  readonly segmentBytes?: number;
  /** Hears each time something was written down, and of which kinds it was. */
  readonly onGrown?: (kinds: ReadonlySet<string>) => void;
  /** Hears what went wrong where nobody waits for an answer. */
  readonly onTrouble?: (failure: SnapshotFailure) => void;
}

/** Where the journal got to, or why it cannot be used. */
type Reading = ({ readonly kind: 'read' } & Standing) | JournalTrouble;

/** The end of the journal, and under which name this data folder goes on. */
interface Standing {
  readonly end: ChainPoint;
  readonly writer: string;
}

/**
 * The record of everything the clinic adds: files that only grow, every entry chained to the one before and on the disk
 * before it counts as written. Everything else that holds the same is a copy of this.
 */
export class Journal {
  readonly #folder: string;
  readonly #writable: boolean;
  readonly #now: () => Date;
  readonly #segmentBytes: number;
  readonly #onGrown: (kinds: ReadonlySet<string>) => void;
  readonly #onTrouble: (failure: SnapshotFailure) => void;
  #pages: EntryPages;
  readonly #repairs: JournalRepair[] = [];
  #reading: Reading | undefined;
  #lock: JournalLock | undefined;
  #file: AppendFile | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({
    folder,
    writable,
    now = () => new Date(),
    segmentBytes = SEGMENT_BYTES,
    onGrown = () => undefined,
    onTrouble = () => undefined,
  }: JournalOptions) {
    this.#folder = folder;
    this.#pages = new EntryPages(folder);
    this.#writable = writable;
    this.#now = now;
    this.#segmentBytes = segmentBytes;
    this.#onGrown = onGrown;
    this.#onTrouble = onTrouble;
  }

  /** Reads the last file only; damage found there is mended first where the folder can be written. */
  state(): Promise<JournalState> {
    return this.#inTurn(async () => {
      const reading = await this.#read();
      if (reading.kind !== 'read') return reading;
      const { end, writer } = reading;
      return {
        kind: this.#writable ? 'open' : 'to-read',
        writer,
        repairs: [...this.#repairs],
        sequence: end.sequence,
        hash: end.hash,
      };
    });
  }

  /** Writes the records down, all or none; when it answers with the entries, a power cut does not take them. */
  append(records: readonly NewRecord[]): Promise<Result<readonly JournalEntry[], JournalFailure>> {
    return this.#inTurn(async () => {
      if (!this.#writable) return fail({ kind: 'read-only' });
      try {
        const reading = await this.#openForWriting();
        if (reading.kind !== 'read') return fail(reading);
        const entries = this.#seal(records, reading);
        await this.#write(entries.map(encodeEntry).join(''), reading, entries.length > 1);
        const { sequence, hash } = entries.at(-1) ?? reading.end;
        this.#reading = { ...reading, end: { sequence, hash } };
        this.#onGrown(toKinds(entries));
        return ok(entries);
      } catch (error) {
        // After an error of the disk what is in the file is not known: it is read again before anything is added.
        await this.#forget();
        return fail(toJournalFailure(error));
      }
    });
  }

  /** The entries after a sequence, up to a page of them. */
  read(after: number): Promise<Result<readonly JournalEntry[], JournalFailure>> {
    return this.#inTurn(async () => {
      try {
        const reading = await this.#read();
        if (reading.kind !== 'read') return fail(reading);
        return ok(await this.#pages.read(after));
      } catch (error) {
        return fail({ kind: 'unreadable', message: toMessage(error) });
      }
    });
  }

  /**
   * Takes a snapshot if enough was written since the last: a twentieth of everything, so that copying does not outgrow
   * writing. Saving goes on meanwhile. Answers whether there is one now that is new enough.
   */
  async snapshot(): Promise<boolean> {
    const state = await this.state();
    if (state.kind !== 'open' || state.sequence === 0) return false;
    const newest = (await listSnapshots(this.#folder))[0]?.sequence ?? 0;
    const since = state.sequence - newest;
    if (newest > 0 && since >= 0 && since * SNAPSHOT_SHARE < state.sequence) return true;
    const taken = await takeSnapshot(this.#folder, { end: state, writer: state.writer });
    if (!taken.ok && taken.error.kind === 'damaged') await askForRepair(this.#folder);
    if (!taken.ok) this.#onTrouble(taken.error);
    return taken.ok;
  }

  /** All of it as the text of one file, for a backup. */
  async copy(): Promise<Result<{ readonly text: string } & ChainPoint, JournalFailure>> {
    const state = await this.state();
    if (!('sequence' in state)) return fail(state);
    try {
      const source = new JournalText(this.#folder, { end: state, writer: state.writer });
      const parts: string[] = [];
      for await (const part of source.read()) parts.push(part);
      if (source.bad === undefined) return ok({ text: parts.join(''), sequence: state.sequence, hash: state.hash });
      await askForRepair(this.#folder);
      return fail({ kind: 'unreadable', message: `entry ${source.bad} is damaged` });
    } catch (error) {
      return fail({ kind: 'unreadable', message: toMessage(error) });
    }
  }

  /** What taking these entries over would change; nothing is written. */
  compare(entries: readonly JournalEntry[]): Promise<Result<MergeChanges, JournalFailure>> {
    return this.#inTurn(async () => {
      try {
        const reading = await this.#read();
        if (reading.kind !== 'read') return fail(reading);
        const here = await readAll(this.#folder);
        return ok(toMergeChanges(here, findMissing(here, entries)));
      } catch (error) {
        return fail({ kind: 'unreadable', message: toMessage(error) });
      }
    });
  }

  /** Adds what is not here yet of another journal: after a crash all of it is there, or nothing. */
  merge(entries: readonly JournalEntry[]): Promise<Result<{ readonly added: number } & ChainPoint, JournalFailure>> {
    return this.#inTurn(async () => {
      if (!this.#writable) return fail({ kind: 'read-only' });
      try {
        const reading = await this.#openForWriting();
        if (reading.kind !== 'read') return fail(reading);
        const missing = findMissing(await readAll(this.#folder), entries);
        if (missing.length === 0) return ok({ added: 0, ...reading.end });
        const sealed = this.#seal(missing.map(toTakenOver), reading);
        await this.#forget();
        await this.#beginSegment(reading, sealed.map(encodeEntry).join(''));
        const end = sealed.at(-1) ?? reading.end;
        // What was merged may be large, and the next start reads the last file whole. Without this one it does, and no more.
        await this.#beginSegment({ writer: reading.writer, end }, '').catch(() => undefined);
        this.#onGrown(toKinds(sealed));
        return ok({ added: sealed.length, sequence: end.sequence, hash: end.hash });
      } catch (error) {
        await this.#forget();
        return fail(toJournalFailure(error));
      }
    });
  }

  /** Ends writing and lets another program write. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#forget();
      this.releaseNow();
    });
  }

  /**
   * Lets another program write, before it returns: for the end of the program, which waits for nothing. A lock left behind is
   * taken over by the number of its process, and outside Linux that number may be somebody else's by then.
   */
  releaseNow(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  /** One thing at a time: an entry is chained to the one before, which must be on the disk by then. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** What is in the way is not remembered: another program ends, a full disk gets room again. */
  async #read(): Promise<Reading> {
    const reading = this.#reading ?? (await this.#readEnd());
    this.#reading = reading.kind === 'read' ? reading : undefined;
    return reading;
  }

  async #readEnd(): Promise<Reading> {
    try {
      const last = (await listSegments(this.#folder)).at(-1);
      // Without any file, but with what was made from one: the files were lost, the clinic is not new.
      const isLost = last === undefined && this.#writable && (await listSnapshots(this.#folder)).length > 0;
      if (isLost) return await this.#mend();
      if (last === undefined) return { kind: 'read', end: CHAIN_START, writer: randomUUID() };
      const segment = decodeSegment(await readSegment(last));
      if (segment.kind === 'newer') return { kind: 'newer', found: segment.format, ours: JOURNAL_FORMAT };
      const isSound = segment.kind === 'read' && segment.bad === undefined && !(await needsRepair(this.#folder));
      if (isSound || !this.#writable) {
        if (segment.kind === 'read') return { kind: 'read', end: segment.end, writer: segment.header.writer };
        return { kind: 'unreadable', message: `${last.path} does not begin as a journal does` };
      }
      return await this.#mend();
    } catch (error) {
      return { kind: 'unreadable', message: toMessage(error) };
    }
  }

  async #mend(): Promise<Reading> {
    const locked = await this.#takeLock();
    if (locked !== undefined) return locked;
    const repaired = await repairJournal(this.#folder, this.#now(), this.#segmentBytes);
    if (repaired.kind === 'newer') return { kind: 'newer', found: repaired.format, ours: JOURNAL_FORMAT };
    this.#repairs.push(repaired.repair);
    this.#pages = new EntryPages(this.#folder); // files were replaced under the same names
    return { kind: 'read', end: repaired.end, writer: repaired.writer };
  }

  async #takeLock(): Promise<JournalTrouble | undefined> {
    if (this.#lock !== undefined) return undefined;
    await makeFolder(this.#folder);
    const lock = await takeLock(this.#folder);
    if (!lock.ok) return { kind: 'in-use', owner: lock.error.owner };
    this.#lock = lock.value;
    await tidyParts(this.#folder);
    await tidyParts(join(this.#folder, 'snapshots'));
    // Another program may have written since this one read.
    this.#reading = undefined;
    return undefined;
  }

  async #openForWriting(): Promise<Reading> {
    return (await this.#takeLock()) ?? this.#read();
  }

  async #beginSegment({ end, writer }: Standing, text: string): Promise<string> {
    const first = end.sequence + 1;
    const path = toSegmentPath(this.#folder, first);
    await replaceDurably(path, encodeHeader({ format: JOURNAL_FORMAT, writer, first, previous: end.hash }) + text);
    return path;
  }

  #seal(records: readonly NewRecord[], { end, writer }: Standing): readonly JournalEntry[] {
    const at = toInstant(this.#now());
    const entries: JournalEntry[] = [];
    let after = end;
    for (const record of records) {
      const entry = sealEntry(record, { after, writer, at });
      entries.push(entry);
      after = entry;
    }
    return entries;
  }

  /** One entry grows the last file. Several are named whole, in a file of their own: a power cut leaves no part of them. */
  async #write(text: string, standing: Standing, isWhole: boolean): Promise<void> {
    if (!isWhole) return (await this.#fileFor(standing)).append(text);
    await this.#file?.close();
    this.#file = undefined;
    await this.#beginSegment(standing, text);
  }

  async #fileFor({ end, writer }: Standing): Promise<AppendFile> {
    if (this.#file === undefined) {
      const last = (await listSegments(this.#folder)).at(-1);
      if (last !== undefined) this.#file = await AppendFile.open(last.path);
    }
    if (this.#file !== undefined && this.#file.size < this.#segmentBytes) return this.#file;
    await this.#file?.close();
    this.#file = undefined;
    const path = await this.#beginSegment({ end, writer }, '');
    this.#file = await AppendFile.open(path);
    return this.#file;
  }

  async #forget(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    this.#reading = undefined;
    await file?.close().catch(() => undefined); // what could not be closed is not used again either
  }
}

function toKinds(entries: readonly JournalEntry[]): ReadonlySet<string> {
  return new Set(entries.map(({ kind }) => kind));
}

/** The same thing said in this journal, with where it stood in the other. */
function toTakenOver({ kind, body, at, origin, writer, sequence, hash }: JournalEntry): NewRecord {
  return { kind, body, at, origin: origin ?? { writer, sequence, hash } };
}
