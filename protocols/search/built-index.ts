import { ANALYSER_VERSION } from './analyser';
import { LEXICON_VERSION } from './clinical-lexicon';
import { openFile, packFile } from './index-file';
import { KeptLexicon } from './kept-lexicon';
import { Segment } from './segment';

/** An index built by another analyser or lexicon would know words by other terms; it is built again. */
export const INDEX_FORMAT = `search/7 ${ANALYSER_VERSION} ${LEXICON_VERSION}`;

/** What a built library brings along, so that a start need not read every text. */
export interface BuiltIndex {
  readonly segment: Segment;
  readonly lexicon: KeptLexicon;
}

export function packIndex({ segment, lexicon }: BuiltIndex): Uint8Array {
  return packFile(INDEX_FORMAT, { ...segment.toParts(), ...lexicon.toParts() });
}

/**
 * Reads a built index; undefined when it is of another format and the documents must be indexed again. The bytes are
 * vouched for by the library's manifest and stay in use: nothing is copied out of them.
 */
export function parseIndex(bytes: Uint8Array): BuiltIndex | undefined {
  const file = openFile(bytes);
  if (file?.format !== INDEX_FORMAT) return undefined;
  return { segment: Segment.from(file), lexicon: KeptLexicon.from(file) };
}
