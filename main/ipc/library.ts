import type { Library } from '../library/library';
import type { Handlers } from './handle';

/** Where the worker fetches the built index: past the page, which has no use for a megabyte of it. */
export const SEARCH_INDEX_PATH = '/library/search-index.json';

/** Lists and opens the documents on this computer. */
export function libraryHandlers(
  library: Promise<Library>,
): Handlers<'library:list' | 'library:open' | 'library:search-index'> {
  return {
    'library:list': async () => (await library).listing,
    'library:open': async (_sender, key) => (await library).open(key),
    'library:search-index': async () =>
      (await (await library).readSearchIndex()) === undefined ? undefined : SEARCH_INDEX_PATH,
  };
}
