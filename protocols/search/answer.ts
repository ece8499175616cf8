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
] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** How a written word led to a text: as written, as the start of a word, by another word for it, or mended. */
export type Tier = 'exact' | 'prefix' | 'expanded' | 'repaired';

/** Where matched words stand in a text, as start and end. */
export type Marks = readonly (readonly [number, number])[];

/** One block or section that answers a query. Plain data: it crosses from the worker to the page. */
export interface SearchHit {
  readonly protocolId: string;
  readonly version: string;
  readonly sectionId: string;
  /** Empty when the section or the protocol itself is meant. */
  readonly blockId: string;
  readonly kind: HitKind;
  /** Title of the protocol. */
  readonly title: string;
  /** Name of the section or block; empty for a protocol. */
  readonly heading: string;
  readonly snippet: string;
  readonly status: Status;
  /** How this edition stands on the day of the search, among the editions loaded. */
  readonly standing: Standing;
  readonly score: number;
  /** One entry for every word that was not matched as written. */
  readonly reason: readonly { readonly tier: Tier; readonly written: string; readonly shown: string }[];
  readonly marks: { readonly title: Marks; readonly heading: Marks; readonly snippet: Marks };
}

/** A written word and the word put in its place, or offered for it. */
export interface Correction {
  readonly written: string;
  readonly shown: string;
}

export interface SearchAnswer {
  /** The query exactly as it was typed. */
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** The nearest names when nothing matched. */
  readonly closest: readonly string[];
  /** Words no document holds, read as another word that ranks below every real match. */
  readonly repaired: readonly Correction[];
  /** Words close to the name of a drug: offered, never searched for. */
  readonly suggested: readonly Correction[];
  /** Words nothing was found for; the hits are for the other words. */
  readonly unmatched: readonly string[];
}

export interface SearchOptions {
  /** The calendar day that decides which edition is in force; today when absent. */
  readonly today?: string;
  /** Also show editions that a newer one has replaced. */
  readonly superseded?: boolean;
}

/** What any search engine of ours answers; how it keeps its index is its own affair. */
export interface SearchEngine {
  search(query: string, limit: number, options?: SearchOptions): SearchAnswer;
}
