import type { Route } from '../schema/blocks';
import type { Status } from '../schema/protocol';
import type { Standing } from '../text/in-force';

/** In the order that settles ties: what harms if missed comes first. */
export const HIT_KINDS = [
  'emergency',
  'dose',
  'contraindication',
  'monitoring',
  'interaction',
  'checklist',
  'protocol',
  'section',
  'figures',
  'glossary',
  'note',
  'setting',
] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** How a written word led to a text: as written, as the start of a word, by another word for it, or mended. */
export type Tier = 'exact' | 'prefix' | 'expanded' | 'repaired';

/**
 * Why a hit is there, one for every written word it meets. `number` is an amount, a pair or an interval met as one word;
 * `abbreviation` and `synonym` lead from what was written to what stands for it; `repaired` replaces what no document holds.
 */
export type Reason =
  | { readonly kind: 'exact' | 'number'; readonly written: string }
  | { readonly kind: 'prefix'; readonly written: string; readonly shown: string }
  | { readonly kind: 'abbreviation' | 'synonym' | 'repaired'; readonly written: string; readonly shown: string };

/** Where matched words stand in a text, as start and end. */
export type Marks = readonly (readonly [number, number])[];

/** One thing that answers a query. Plain data: it crosses from the worker to the page. */
export interface SearchHit {
  /** Empty, like the version, where the hit belongs to no protocol: a setting. */
  readonly protocolId: string;
  readonly version: string;
  readonly sectionId: string;
  /** Empty when the section or the protocol itself is meant. */
  readonly blockId: string;
  readonly kind: HitKind;
  /** The note or setting meant, by the id it was handed over with; empty for all else. */
  readonly itemId: string;
  /** Title of the protocol; of an item what it was handed over with. */
  readonly title: string;
  /** Name of the section or block; empty for a protocol. */
  readonly heading: string;
  readonly snippet: string;
  /** Of the edition it stands in; undefined where it stands in none that is loaded. */
  readonly status: Status | undefined;
  /** How that edition stands on the day of the search, among the editions loaded. */
  readonly standing: Standing | undefined;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly marks: { readonly title: Marks; readonly heading: Marks; readonly snippet: Marks };
}

/** A written word and the word put in its place, or offered for it. */
export interface Correction {
  readonly written: string;
  readonly shown: string;
}

export interface Searched {
  readonly written: string;
  readonly others: readonly string[];
}

export interface SearchAnswer {
  /** The query exactly as it was typed. */
  readonly query: string;
  /** The last word that was read of a query too long to be read whole; empty where all of it was. */
  readonly cutAfter: string;
  readonly hits: readonly SearchHit[];
  /** How many there are behind the filters. */
  readonly total: number;
  /** How many there are of each sort before any filter. */
  readonly counts: HitCounts;
  /** The nearest names when nothing matched. */
  readonly closest: readonly string[];
  /** When nothing matched: each word that was looked for, with the other words that were tried in its place. */
  readonly searched: readonly Searched[];
  /** Words no document holds, read as another word that ranks below every real match. */
  readonly repaired: readonly Correction[];
  /** Words close to the name of a drug: offered, never searched for. */
  readonly suggested: readonly Correction[];
  /** Words nothing was found for; the hits are for the other words. */
  readonly unmatched: readonly string[];
}

/** What is left out of the answer; an empty or absent list lets everything through. */
export interface SearchFilter {
  readonly kinds?: readonly HitKind[];
  /** A dose by its own route; all else by the routes its protocol doses by. */
  readonly routes?: readonly Route[];
  readonly standings?: readonly Standing[];
}

/** Hits before any filter, all together and by what can be filtered; what has none is not listed. */
export interface HitCounts {
  readonly all: number;
  readonly kinds: Readonly<Partial<Record<HitKind, number>>>;
  readonly routes: Readonly<Partial<Record<Route, number>>>;
  readonly standings: Readonly<Partial<Record<Standing, number>>>;
}

export interface SearchOptions {
  readonly filter?: SearchFilter;
  /** The calendar day that decides which edition is in force; today when absent. */
  readonly today?: string;
  /** Also show editions that a newer one has replaced. */
  readonly superseded?: boolean;
}

/** Something found beside the protocols: a note or a setting. Its words are in whatever language it has. */
export interface SearchItem {
  readonly kind: 'note' | 'setting';
  /** Unique among all items; comes back with the hit. */
  readonly id: string;
  /** What it is called in a result. */
  readonly heading: string;
  /** The line under it: the title of the protocol a note stands in, the group of a setting. */
  readonly title: string;
  /** Other names people type for it, such as its name in the other language. */
  readonly aliases?: readonly string[];
  readonly text: string;
  /** Where a note stands. */
  readonly place?: {
    readonly protocolId: string;
    readonly version: string;
    readonly sectionId: string;
    readonly blockId: string;
  };
}

/** What any search engine of ours answers; how it keeps its index is its own affair. */
export interface SearchEngine {
  search(query: string, limit: number, options?: SearchOptions): SearchAnswer;
}
