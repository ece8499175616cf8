import type { BrowserWindow } from 'electron';
import { exportDocument } from '../library/export-document';
import type { Library } from '../library/library';
import type { Handlers } from './handle';

/** Lists and opens the documents on this computer, and takes one of the clinic's own to a file. */
export function libraryHandlers(
  library: Promise<Library>,
  window: () => BrowserWindow | undefined,
): Handlers<'library:list' | 'library:open' | 'library:search-index' | 'library:export'> {
  return {
    'library:list': async () => (await library).listing,
    'library:open': async (_sender, key) => (await library).open(key),
    'library:export': (_sender, key, text) => exportDocument(key, text, window()),
    'library:search-index': async () => (await library).hasSearchIndex,
  };
}
