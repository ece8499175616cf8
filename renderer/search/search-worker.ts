import { SEARCH_INDEX_PATH } from '../../protocols/contract/search-index-path';
import { SearchIndex } from '../../protocols/search/search-index';
import { parseSnapshot } from '../../protocols/search/snapshot';
import type { Reply, Request } from './search-messages';

let index = new SearchIndex();
// Asked for before the page says whether it is wanted: it nearly always is, and it is on the way while the page is built.
const fetched: Promise<unknown> = fetch(SEARCH_INDEX_PATH).then((answer) =>
  answer.status === 200 ? answer.json() : undefined,
);
let loading = Promise.resolve();
let latest: Extract<Request, { kind: 'search' }> | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'load') {
    // Thrown outside the promise, so that the page hears of it: search says that it stopped.
    loading = load(data).catch((error: unknown) => {
      setTimeout(() => {
        throw error;
      }, 0);
    });
    return;
  }
  if (data.kind === 'change') {
    void change(data);
    return;
  }
  // Keys typed while an earlier query was answered wait here together; only the last of them is answered.
  if (latest === undefined) setTimeout(() => void loading.then(answerLatest), 0);
  latest = data;
});

async function load({ content, sequence }: Extract<Request, { kind: 'load' }>): Promise<void> {
  index = content.kind === 'documents' ? new SearchIndex(content.protocols) : toIndex(await fetched);
  // The first search of all would pay for what is made on demand; the first keys, for code not yet compiled.
  index.search('', 1);
  reply({ kind: 'ready', sequence });
  setTimeout(() => index.search('maximum dose', 12), 0);
}

async function change({
  change: { addProtocols = [] },
  sequence,
}: Extract<Request, { kind: 'change' }>): Promise<void> {
  await loading;
  for (const protocol of addProtocols) index.add(protocol);
  reply({ kind: 'changed', sequence });
}

function toIndex(data: unknown): SearchIndex {
  const snapshot = data === undefined ? undefined : parseSnapshot(data);
  // Main names only an index of our own form; anything else would be searched in vain.
  if (snapshot === undefined) throw new TypeError('there is no index of our form');
  return new SearchIndex([], snapshot);
}

function answerLatest(): void {
  if (latest === undefined) return;
  const { sequence, query, limit, options } = latest;
  latest = undefined;
  reply({ kind: 'answer', sequence, answer: index.search(query, limit, options) });
}

function reply(message: Reply): void {
  postMessage(message);
}
