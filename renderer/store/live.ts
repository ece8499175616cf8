import { type Subscription, liveQuery } from 'dexie';
import { toMessage } from './failures';

/** What a query says at present. Loading is never "empty", and a query that failed never looks like either. */
export type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string };

/** A query that runs again when what it read changes. However many parts of the page watch it, it runs once. */
export class Live<T> {
  readonly #query: () => Promise<T>;
  readonly #listeners = new Set<() => void>();
  #reading: Reading<T> = { state: 'loading' };
  #subscription: Subscription | undefined;

  constructor(query: () => Promise<T>) {
    this.#query = query;
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
      if (this.#listeners.size > 0) return;
      this.#subscription?.unsubscribe();
      this.#subscription = undefined;
    };
  };

  readonly read = (): Reading<T> => this.#reading;

  #tell(reading: Reading<T>): void {
    this.#reading = reading;
    for (const listener of this.#listeners) listener();
  }
}
