import { parseIndex } from '../../protocols/search/built-index';
import { SearchIndex } from '../../protocols/search/search-index';
import type { Reply, Request } from './search-messages';

type Asked<Kind extends Request['kind']> = Extract<Request, { kind: Kind }>;

// A key typed while the index grows waits for one slice at most.
const SLICE_MS = 8;
// Longer than between two keys: merging begins when nobody types.
const IDLE_MS = 500;

/**
 * What the worker does: it holds the index, answers the latest query and lets whatever takes long be done in slices between
 * queries. Loading and changes happen one after another in the order they were asked for.
 */
export class SearchService {
  readonly #readBuilt: () => Promise<Uint8Array | undefined>;
  readonly #reply: (message: Reply) => void;
  #made: SearchIndex | undefined;
  #work = Promise.resolve();
  #loading = Promise.resolve();
  #latest: Asked<'search'> | undefined;
  #waiting = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(readBuilt: () => Promise<Uint8Array | undefined>, reply: (message: Reply) => void) {
    this.#readBuilt = readBuilt;
    this.#reply = reply;
  }

  /** Made when it is first needed: an empty one reads the whole clinical list, which a built index brings with it. */
  get #index(): SearchIndex {
    return (this.#made ??= new SearchIndex());
  }

  handle(request: Request): void {
    switch (request.kind) {
      case 'load':
        this.#loading = this.#inTurn(() => this.#load(request));
        break;
      case 'change':
        void this.#inTurn(() => this.#change(request));
        break;
      case 'search':
        // Keys typed while an earlier query was answered wait here together; only the last of them is answered.
        if (this.#latest === undefined) void this.#answerOnceLoaded();
        this.#latest = request;
    }
  }

  async #load({ content, sequence }: Asked<'load'>): Promise<void> {
    if (content.kind === 'built') {
      const bytes = await this.#readBuilt();
      const built = bytes === undefined ? undefined : parseIndex(bytes);
      // Main names only an index of our own form; anything else would be searched in vain.
      if (built === undefined) throw new TypeError('there is no index of our form');
      this.#made = new SearchIndex([], built);
    } else {
      this.#made = new SearchIndex();
      await this.#inSlices(this.#index.addInSteps(content.protocols));
    }
    // The first search of all would pay for what is made on demand; the first keys, for code not yet compiled.
    this.#index.search('', 1);
    this.#reply({ kind: 'ready', sequence });
    setTimeout(() => this.#index.search('maximum dose', 12), 0);
  }

  async #change({ change, sequence }: Asked<'change'>): Promise<void> {
    const { addProtocols = [], removeProtocols = [], putItems = [], removeItems = [] } = change;
    this.#index.remove(...removeProtocols);
    this.#index.removeItems(removeItems);
    if (putItems.length > 0) this.#index.putItems(putItems);
    if (addProtocols.length > 0) await this.#inSlices(this.#index.addInSteps(addProtocols));
    this.#reply({ kind: 'changed', sequence });
  }

  async #answerOnceLoaded(): Promise<void> {
    await this.#loading;
    await pause();
    if (this.#latest === undefined) return;
    const { sequence, query, limit, options } = this.#latest;
    this.#latest = undefined;
    this.#reply({ kind: 'answer', sequence, answer: this.#index.search(query, limit, options) });
    this.#mergeWhenIdle();
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    this.#waiting++;
    this.#work = this.#work
      .then(task)
      .catch((error: unknown) => {
        // Thrown outside the promise, so that the page hears of it: search says that it stopped.
        setTimeout(() => {
          throw error;
        }, 0);
      })
      .finally(() => {
        this.#waiting--;
        this.#mergeWhenIdle();
      });
    return this.#work;
  }

  #mergeWhenIdle(): void {
    clearTimeout(this.#idle);
    if (this.#waiting > 0 || !this.#index.needsMerging) return;
    // Given up when something new is to be taken in: the next pause begins it again.
    this.#idle = setTimeout(() => void this.#inSlices(this.#index.merge(), () => this.#waiting > 0), IDLE_MS);
  }

  async #inSlices(steps: Generator<void>, giveUp = (): boolean => false): Promise<void> {
    for (let until = performance.now() + SLICE_MS; steps.next().done !== true; ) {
      if (performance.now() < until) continue;
      await pause();
      if (giveUp()) return;
      until = performance.now() + SLICE_MS;
    }
  }
}

/** Lets messages in that came meanwhile. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
