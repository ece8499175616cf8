import { SearchIndex } from '../../protocols/search/search-index';
import { parseSnapshot } from '../../protocols/search/snapshot';
import type { Reply, Request, SearchContent } from './search-messages';

let index = new SearchIndex();
let latest: Extract<Request, { kind: 'search' }> | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'load') {
    index = toIndex(data.content);
    // The first search of all would pay for what is made on demand; the first keys, for code not yet compiled.
    index.search('', 1);
    reply({ kind: 'ready', sequence: data.sequence });
    setTimeout(() => index.search('maximum dose', 12), 0);
    return;
  }
  // Keys typed while an earlier query was answered wait here together; only the last of them is answered.
  if (latest === undefined) setTimeout(answerLatest, 0);
  latest = data;
});

function toIndex(content: SearchContent): SearchIndex {
  if (content.kind === 'documents') return new SearchIndex(content.protocols);
  const snapshot = parseSnapshot(content.snapshot);
  // Main hands over only an index of our own form; anything else would be searched in vain.
  if (snapshot === undefined) throw new TypeError('the built index is of another form');
  return new SearchIndex([], snapshot);
}

function answerLatest(): void {
  if (latest === undefined) return;
  const { sequence, query, limit } = latest;
  latest = undefined;
  reply({ kind: 'answer', sequence, answer: index.search(query, limit) });
}

function reply(message: Reply): void {
  postMessage(message);
}
