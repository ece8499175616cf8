import type { JournalFailure, JournalState } from '../../protocols/contract/journal';
import type { ChainPoint, JournalEntry, NewRecord } from '../../protocols/journal/entry';
import type { Result } from '../../protocols/schema/result';

/** The record main keeps, as the store asks for it. */
export interface JournalPort {
  readonly state: () => Promise<JournalState>;
  readonly append: (records: readonly NewRecord[]) => Promise<Result<readonly JournalEntry[], JournalFailure>>;
  readonly read: (after: number) => Promise<Result<readonly JournalEntry[], JournalFailure>>;
  /** Puts a database that cannot be opened out of the way, where the journal can bring everything back; false where it cannot. */
  readonly setDatabaseAside: () => Promise<boolean>;
  /** Returns the function that ends the subscription. */
  readonly onAppended: (listener: (point: ChainPoint) => void) => () => void;
}
