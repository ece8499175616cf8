import type { Library } from '../library/library';
import type { Handlers } from './handle';

/** Lists and opens the documents on this computer. */
export function libraryHandlers(
  library: Promise<Library>,
): Handlers<'library:list' | 'library:open' | 'library:search-index'> {
  return {
    'library:list': async () => (await library).listing,
    'library:open': async (_sender, key) => (await library).open(key),
    'library:search-index': async () => (await library).hasSearchIndex,
  };
}
