import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { SearchAnswer } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import { parseIndex } from '../../../protocols/search/built-index';
import type { BenchRecord } from './corpus';

/** An engine that answers: places, best first, and whether it says that the first is a mended or other word. */
export interface BenchEngine {
  find(query: string): { readonly places: readonly string[]; readonly labelled: boolean };
}

/** How an engine is built, kept, and brought back; `records` is what it must have beside its own index to answer. */
export interface BenchedEngine {
  readonly name: string;
  build(content: { protocols: () => Iterable<Protocol>; records: () => Iterable<BenchRecord> }): {
    readonly engine: BenchEngine;
    readonly save: () => Uint8Array | string;
  };
  load(bytes: Uint8Array, records: () => Iterable<BenchRecord>): BenchEngine;
  /** How much of what is kept are texts that a result shows; none where it is absent. */
  shownBytes?(bytes: Uint8Array): number;
}

const SHOWN = 12;
const TODAY = { today: '2026-11-22' };
const WEIGHTS = { title: 3, aliases: 2.5, heading: 1.5, body: 1 };
const FIELDS = ['title', 'aliases', 'heading', 'body'] as const;
const SHORT = 3; // letters; of shorter words MiniSearch is asked neither for beginnings nor for slips

function toOurs(index: SearchIndex): BenchEngine {
  const isMended = ({ hits: [first], suggested }: SearchAnswer): boolean =>
    suggested.length > 0 || (first?.reasons.some(({ kind }) => kind === 'repaired') ?? false);
  return {
    find(query) {
      const answer = index.search(query, SHOWN, TODAY);
      const places = answer.hits.map(({ protocolId, sectionId, blockId }) =>
        [protocolId, sectionId, ...(blockId === '' ? [] : [blockId])].join('/'),
      );
      return { places, labelled: isMended(answer) };
    },
  };
}

const ours: BenchedEngine = {
  name: 'handrail',
  build({ protocols }) {
    const index = new SearchIndex();
    index.add(...protocols());
    index.search('', 1); // what is made on demand belongs to building
    return { engine: toOurs(index), save: () => index.toBytes() };
  },
  load(bytes) {
    const built = parseIndex(bytes);
    if (built === undefined) throw new Error('the index is of another form');
    const index = new SearchIndex([], built);
    index.search('', 1);
    return toOurs(index);
  },
  shownBytes(bytes) {
    return parseIndex(bytes)?.segment.buffers.records.byteLength ?? 0;
  },
};

const MINI_OPTIONS: Options<BenchRecord> = { fields: [...FIELDS], storeFields: ['place'] };
const MINI_QUERY: SearchOptions = {
  boost: WEIGHTS,
  prefix: (term, at, terms) => at === terms.length - 1 && term.length >= SHORT,
  fuzzy: (term) => (/\d/.test(term) || term.length <= SHORT ? false : 0.2),
};

function toMini(index: MiniSearch<BenchRecord>): BenchEngine {
  return {
    find: (query) => ({
      places: index
        .search(query, MINI_QUERY)
        .slice(0, SHOWN)
        .map(({ place }) => String(place)),
      labelled: false,
    }),
  };
}

const mini: BenchedEngine = {
  name: 'minisearch',
  build({ records }) {
    const index = new MiniSearch<BenchRecord>(MINI_OPTIONS);
    for (const record of records()) index.add(record);
    return { engine: toMini(index), save: () => JSON.stringify(index) };
  },
  load(bytes) {
    return toMini(MiniSearch.loadJSON<BenchRecord>(new TextDecoder().decode(bytes), MINI_OPTIONS));
  },
};

function benchFuse(
  name: string,
  fields: readonly (keyof typeof WEIGHTS)[],
  options: IFuseOptions<BenchRecord>,
): BenchedEngine {
  const all: IFuseOptions<BenchRecord> = {
    keys: fields.map((field) => ({ name: field, weight: WEIGHTS[field] })),
    includeScore: true,
    ...options,
  };
  const toEngine = (fuse: Fuse<BenchRecord>): BenchEngine => ({
    find: (query) => ({
      places: fuse.search(query, { limit: SHOWN }).map(({ item }) => item.place),
      labelled: false,
    }),
  });
  return {
    name,
    build({ records }) {
      const list = [...records()];
      const index = Fuse.createIndex([...fields], list);
      return { engine: toEngine(new Fuse(list, all, index)), save: () => JSON.stringify(index.toJSON()) };
    },
    load(bytes, records) {
      const index = Fuse.parseIndex<BenchRecord>(JSON.parse(new TextDecoder().decode(bytes)));
      return toEngine(new Fuse([...records()], all, index));
    },
  };
}

/** By name; each runs in a process of its own. */
export const ENGINES: readonly BenchedEngine[] = [
  ours,
  mini,
  benchFuse('fuse', FIELDS, {}),
  benchFuse('fuse titles', ['title', 'heading'], { useTokenSearch: true, threshold: 0.3, ignoreDiacritics: true }),
];
