import type { SaveFailure } from '../store/failures';
import type { Result } from '../../protocols/schema/result';

/** Longest that typed words are only in memory. */
const KEEP_MILLISECONDS = 250;

/** Where what is typed is kept until it is saved. */
export interface UnsavedStore<Unsaved> {
  readonly keepUnsaved: (unsaved: Unsaved) => Promise<Result<unknown, SaveFailure>>;
  readonly discardUnsaved: (key: string) => Promise<Result<unknown, SaveFailure>>;
}

/**
 * Keeps what is being typed on the disk, so that a crash or a power cut takes a quarter of a second of it at most. Words
 * are written at that pace while typing goes on, not only when it pauses.
 */
export class DraftKeeper<Unsaved> {
  readonly #store: UnsavedStore<Unsaved>;
  readonly #key: string;
  readonly #tell: (failure: SaveFailure | undefined) => void;
  #waiting: Unsaved | 'nothing' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing = false;

  constructor(store: UnsavedStore<Unsaved>, key: string, tell: (failure: SaveFailure | undefined) => void) {
    this.#store = store;
    this.#key = key;
    this.#tell = tell;
  }

  /** What should be kept from now on; `nothing` when the field holds nothing that is not saved. */
  keep(unsaved: Unsaved | 'nothing'): void {
    this.#waiting = unsaved;
    this.#timer ??= setTimeout(() => this.flush(), KEEP_MILLISECONDS);
  }

  /** Writes at once what is waiting: the page may be about to go. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = this.#waiting;
    if (waiting === undefined || this.#writing) return;
    this.#waiting = undefined;
    void this.#write(waiting);
  }

  async #write(unsaved: Unsaved | 'nothing'): Promise<void> {
    this.#writing = true;
    const result = await (unsaved === 'nothing'
      ? this.#store.discardUnsaved(this.#key)
      : this.#store.keepUnsaved(unsaved));
    this.#writing = false;
    this.#tell(result.ok ? undefined : result.error);
    // Typed while the disk was busy. What failed is written again with the next key.
    this.flush();
  }

  /** Forgets what is waiting: it is being saved, or was discarded. A write on its way ends before the save begins. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }
}
