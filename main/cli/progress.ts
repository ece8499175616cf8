const PATIENCE_MS = 1000;

/** Says on standard error how far long work is: nothing in the first second, then a line a second. */
export class Progress {
  readonly #what: string;
  #last = performance.now();

  constructor(what: string) {
    this.#what = what;
  }

  report(done: number, total: number): void {
    const now = performance.now();
    if (now - this.#last < PATIENCE_MS || done === total) return;
    this.#last = now;
    console.error(`${this.#what}: ${done} of ${total}`);
  }
}
