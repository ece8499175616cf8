import { ANALYSER_VERSION } from './analyser';
import { LEXICON_VERSION } from './clinical-lexicon';
import type { IndexedProtocol } from './editions';
import type { FoundEntry, SearchEntry } from './entries';
import type { LexiconSnapshot } from './lexicon';
import type { PostingsSnapshot } from './postings';

/** An index built by another analyser or lexicon would know words by other terms; it is built again. */
export const SNAPSHOT_FORMAT = `search/2 ${ANALYSER_VERSION} ${LEXICON_VERSION}`;

/** An index as plain data: what a built library brings along. */
export interface SearchSnapshot {
  readonly format: string;
  /** Each with its names as terms, which all of its entries share. */
  readonly protocols: readonly (IndexedProtocol & { readonly names: StoredSets })[];
  readonly entries: readonly StoredEntry[];
  readonly postings: PostingsSnapshot;
  readonly lexicon: LexiconSnapshot;
  readonly names: readonly string[];
}

/** An entry with its sets as lists, and its protocol by place. */
export type StoredEntry = Omit<FoundEntry, 'protocol' | 'names' | 'protocolNames'> & {
  readonly protocol: number;
  readonly names: StoredSets;
};

type StoredSets = readonly (readonly string[])[];
type Sets = FoundEntry['names'];

/** Reads a built index; undefined when it is of another format and the documents must be indexed again. */
export function parseSnapshot(data: unknown): SearchSnapshot | undefined {
  // The bytes are vouched for by the library's manifest; only their form can be another program's.
  const snapshot = data as SearchSnapshot;
  return snapshot.format === SNAPSHOT_FORMAT ? snapshot : undefined;
}

export function toFoundEntry({ own: _own, fields: _fields, ...found }: SearchEntry): FoundEntry {
  return found;
}

export function toStoredEntry({ protocolNames: _shared, ...entry }: FoundEntry, protocol: number): StoredEntry {
  return { ...entry, protocol, names: toLists(entry.names) };
}

export function fromStoredEntry(stored: StoredEntry, protocol: IndexedProtocol, protocolNames: Sets): FoundEntry {
  return { ...stored, protocol, protocolNames, names: toSets(stored.names) };
}

export function toLists(sets: Sets): StoredSets {
  return sets.map((set) => [...set]);
}

export function toSets(lists: StoredSets): Sets {
  return lists.map((list) => new Set(list));
}
