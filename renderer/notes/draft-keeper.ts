import type { UnsavedNote } from '../../protocols/notes/note';
import type { SaveFailure } from '../store/failures';
import type { Store } from '../store/store';

/** Longest that typed words are only in memory. */
const KEEP_MILLISECONDS = 250;

/**
 * Keeps what is being typed on the disk, so that a crash or a power cut takes a quarter of a second of it at most. Words
 * are written at that pace while typing goes on, not only when it pauses.
 */
export class DraftKeeper {
  readonly #store: Pick<Store, 'keepUnsaved' | 'discardUnsaved'>;
  readonly #key: string;
  readonly #tell: (failure: SaveFailure | undefined) => void;
  #waiting: UnsavedNote | 'nothing' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing = false;

  constructor(
    store: Pick<Store, 'keepUnsaved' | 'discardUnsaved'>,
    key: string,
    tell: (failure: SaveFailure | undefined) => void,
  ) {
    this.#store = store;
    this.#key = key;
    this.#tell = tell;
  }

  /** What should be kept from now on; `nothing` when the field holds nothing that is not saved. */
  keep(unsaved: UnsavedNote | 'nothing'): void {
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

  async #write(unsaved: UnsavedNote | 'nothing'): Promise<void> {
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
