import type { Route } from '../schema/blocks';
import type { Standing } from '../text/in-force';
import type { HitCounts, HitKind, SearchFilter } from './answer';

/** What of a hit can be filtered. */
export interface Facets {
  readonly kind: HitKind;
  readonly routes: readonly Route[];
  readonly standing: Standing | undefined;
}

/** Whether a hit passes every list of the filter; an empty list lets everything through. */
export function toFilter({ kinds = [], routes = [], standings = [] }: SearchFilter): (hit: Facets) => boolean {
  return (hit) =>
    (kinds.length === 0 || kinds.includes(hit.kind)) &&
    (routes.length === 0 || hit.routes.some((route) => routes.includes(route))) &&
    (standings.length === 0 || (hit.standing !== undefined && standings.includes(hit.standing)));
}

export function toCounts(hits: readonly Facets[]): HitCounts {
  const kinds: Partial<Record<HitKind, number>> = {};
  const routes: Partial<Record<Route, number>> = {};
  const standings: Partial<Record<Standing, number>> = {};
  for (const { kind, routes: ways, standing } of hits) {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    for (const route of ways) routes[route] = (routes[route] ?? 0) + 1;
    if (standing !== undefined) standings[standing] = (standings[standing] ?? 0) + 1;
  }
  return { all: hits.length, kinds, routes, standings };
}
