import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WithheldDocument } from '../../protocols/contract/calls';
import type { SearchEngine } from '../../protocols/search/answer';
import { parseIndex } from '../../protocols/search/built-index';
import { SearchIndex } from '../../protocols/search/search-index';
import { openLibrary } from '../library/library';

/** What the search of the program would know of a folder, and what it would leave out. */
export interface OpenedSearch {
  readonly engine: SearchEngine;
  readonly documents: number;
  readonly withheld: readonly WithheldDocument[];
}

/**
 * The engine over a built library, with the index it was built with, or over a folder of documents, which are compiled and
 * indexed now. Throws when the folder cannot be read or holds no document that can be searched.
 */
export async function openSearch(folder: string): Promise<OpenedSearch> {
  const built = existsSync(join(folder, 'library.json'));
  const library = await openLibrary(built ? 'shipped' : 'folder', folder);
  const { protocols, withheld, failure } = library.listing;
  if (failure !== undefined) throw new Error(`nothing was searched: ${folder} cannot be read: ${failure.message}`);
  if (protocols.length === 0) throw new Error(`nothing was searched: ${folder} holds no sound document; run check`);
  const bytes = library.hasSearchIndex ? await library.readSearchIndex() : undefined;
  const index = bytes === undefined ? undefined : parseIndex(bytes);
  if (index !== undefined) {
    return { engine: new SearchIndex([], index), documents: protocols.length, withheld };
  }
  const opened = await Promise.all(protocols.map((key) => library.open(key)));
  const sound = opened.flatMap((result) => (result.ok ? [result.value] : []));
  return { engine: new SearchIndex(sound), documents: sound.length, withheld };
}
