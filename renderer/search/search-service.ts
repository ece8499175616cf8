import { parseIndex } from '../../protocols/search/built-index';
import { SearchIndex } from '../../protocols/search/search-index';
import type { Reply, Request } from './search-messages';

type Asked<Kind extends Request['kind']> = Extract<Request, { kind: Kind }>;

// A key typed while the index grows waits for one slice at most.
const SLICE_MS = 8;
// Longer than between two keys: merging begins when nobody types.
const IDLE_MS = 500;
// What they need is made on demand: the tables of doses and of names said whole, then that of the closest names.
const FIRST_QUERIES = ['maximum dose', 'qqqqqq'];

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
  /** Something was taken in since the first queries were last asked. */
  #fresh = false;

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
    setTimeout(() => this.#index.search(FIRST_QUERIES[0] ?? '', 12), 0);
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
    this.#restWhenIdle();
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    this.#waiting++;
    this.#fresh = true;
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
        this.#restWhenIdle();
      });
    return this.#work;
  }

  #restWhenIdle(): void {
    clearTimeout(this.#idle);
    if (this.#waiting > 0 || !(this.#fresh || this.#index.needsMerging)) return;
    this.#idle = setTimeout(() => void this.#mergeAndPrepare(), IDLE_MS);
  }

  /** Given up when something new is to be taken in: the next pause begins it again. */
  async #mergeAndPrepare(): Promise<void> {
    const isWanted = (): boolean => this.#waiting > 0;
    if (this.#index.needsMerging) await this.#inSlices(this.#index.merge(), isWanted);
    for (const query of FIRST_QUERIES) {
      if (isWanted() || this.#latest !== undefined) return;
      this.#index.search(query, 12);
      // Before the pause: what is taken in meanwhile is fresh again.
      if (query === FIRST_QUERIES.at(-1)) this.#fresh = false;
      await pause();
    }
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
