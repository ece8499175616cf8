import { type Subscription, liveQuery } from 'dexie';
import { toMessage } from './failures';

/** What a query says at present. Loading is never "empty", and a query that failed never looks like either. */
export type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string };

const LOADING = { state: 'loading' } as const;

/**
 * A query that runs again when what it read changes. However many parts of the page watch it, it runs once. One that is
 * kept to be watched again later still knows what it said, until that changes: nothing out of date is ever read from it.
 */
export class Live<T> {
  readonly #query: () => Promise<T>;
  readonly #isKept: boolean;
  readonly #listeners = new Set<() => void>();
  #reading: Reading<T> = LOADING;
  #subscription: Subscription | undefined;

  constructor(query: () => Promise<T>, { isKept = false }: { isKept?: boolean } = {}) {
    this.#query = query;
    this.#isKept = isKept;
  }

  // Arrow functions: React takes these two apart from their object.
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#subscription ??= liveQuery(this.#query).subscribe({
      next: (value) => this.#tell({ state: 'ready', value }),
      error: (error: unknown) => this.#tell({ state: 'failed', message: toMessage(error) }),
    });
    return () => {
      this.#listeners.delete(listener);
      const isWorthKeeping = this.#isKept && this.#reading.state === 'ready';
      if (this.#listeners.size === 0 && !isWorthKeeping) this.#end();
    };
  };

  readonly read = (): Reading<T> => this.#reading;

  #tell(reading: Reading<T>): void {
    if (this.#listeners.size === 0) return this.#end();
    this.#reading = reading;
    for (const listener of this.#listeners) listener();
  }

  #end(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#reading = LOADING;
  }
}
