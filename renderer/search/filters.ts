import type { Route } from '../../protocols/schema/blocks';
import { ROUTES } from '../../protocols/schema/vocabulary';
import { HIT_KINDS, type HitCounts, type HitKind, type SearchOptions } from '../../protocols/search/answer';
import { STANDINGS, type Standing } from '../../protocols/text/in-force';

/** What a person left in view. Several of one sort widen it, several sorts narrow it. */
export interface Filters {
  readonly kinds: readonly HitKind[];
  readonly routes: readonly Route[];
  readonly standings: readonly Standing[];
  /** Also editions that a newer one has replaced. */
  readonly superseded: boolean;
}

export const NO_FILTERS: Filters = { kinds: [], routes: [], standings: [], superseded: false };

/** One filter, as a chip or a switch shows it. */
export type Filter =
  | { readonly sort: 'kinds'; readonly value: HitKind }
  | { readonly sort: 'routes'; readonly value: Route }
  | { readonly sort: 'standings'; readonly value: Standing };

/** What can be chosen: whatever there is any of, and whatever is chosen, so that it can be taken back. */
export function listChoices(counts: HitCounts, filters: Filters): readonly (Filter & { readonly count: number })[] {
  const all: readonly Filter[] = [
    ...HIT_KINDS.map((value) => ({ sort: 'kinds', value }) as const),
    ...ROUTES.map((value) => ({ sort: 'routes', value }) as const),
    ...STANDINGS.map((value) => ({ sort: 'standings', value }) as const),
  ];
  return all
    .map((filter) => ({ ...filter, count: countOf(counts, filter) }))
    .filter((filter) => filter.count > 0 || isOn(filters, filter));
}

export function listOn(filters: Filters): readonly Filter[] {
  return [
    ...filters.kinds.map((value) => ({ sort: 'kinds', value }) as const),
    ...filters.routes.map((value) => ({ sort: 'routes', value }) as const),
    ...filters.standings.map((value) => ({ sort: 'standings', value }) as const),
  ];
}

export function isOn(filters: Filters, { sort, value }: Filter): boolean {
  const values: readonly string[] = filters[sort];
  return values.includes(value);
}

export function toggle(filters: Filters, filter: Filter): Filters {
  const { sort, value } = filter;
  const values: readonly string[] = filters[sort];
  return { ...filters, [sort]: isOn(filters, filter) ? values.filter((other) => other !== value) : [...values, value] };
}

export function toOptions({ kinds, routes, standings, superseded }: Filters): SearchOptions {
  return { filter: { kinds, routes, standings }, superseded };
}

function countOf(counts: HitCounts, { sort, value }: Filter): number {
  const ofSort: Readonly<Partial<Record<string, number>>> = counts[sort];
  return ofSort[value] ?? 0;
}
