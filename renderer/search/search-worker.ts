import { SearchIndex } from '../../protocols/search/search-index';
import type { Reply, Request } from './search-messages';

let index = new SearchIndex();
let latest: Extract<Request, { kind: 'search' }> | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'load') {
    index = new SearchIndex(data.protocols);
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

function answerLatest(): void {
  if (latest === undefined) return;
  const { sequence, query, limit } = latest;
  latest = undefined;
  reply({ kind: 'answer', sequence, answer: index.search(query, limit) });
}

function reply(message: Reply): void {
  postMessage(message);
}
