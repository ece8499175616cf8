import { SEARCH_INDEX_PATH } from '../../protocols/contract/search-index-path';
import type { Request } from './search-messages';
import { SearchService } from './search-service';

// Asked for before the page says whether it is wanted: it nearly always is, and it is on the way while the page is built.
const fetched: Promise<Uint8Array | undefined> = fetch(SEARCH_INDEX_PATH).then(async (answer) =>
  answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : undefined,
);
const service = new SearchService(
  () => fetched,
  (message) => postMessage(message),
);

addEventListener('message', ({ data }: MessageEvent<Request>) => service.handle(data));
