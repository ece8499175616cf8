import { ROUTES } from '../schema/vocabulary';
import { HIT_KINDS, type HitCounts, type SearchFilter } from './answer';
import { type BitSet, type SetPool, countBoth, countOf, include, keep } from './bit-set';
import type { EntrySets } from './entry-sets';

/** Leaves in a set what passes a filter; an empty list lets everything through. */
export function keepPassing(set: BitSet, filter: SearchFilter, sets: EntrySets, pool: SetPool): void {
  const { kinds = [], routes = [], standings = [] } = filter;
  const keepAny = (wanted: readonly (BitSet | undefined)[]): void => {
    if (wanted.length === 0) return;
    const any = pool.empty();
    for (const each of wanted) if (each !== undefined) include(any, each);
    keep(set, any);
  };
  keepAny(kinds.map((kind) => sets.ofKind(kind)));
  keepAny(routes.map((route) => sets.routes[ROUTES.indexOf(route)]));
  keepAny(standings.map((standing) => sets.standings.get(standing)));
}

/** How many entries of a set there are of each sort; routes and kinds in the order of their closed lists. */
export function toCounts(set: BitSet, { kinds, routes, standings }: EntrySets): HitCounts {
  const count = <K extends string>(
    names: readonly K[],
    of: Iterable<BitSet | undefined>,
  ): Partial<Record<K, number>> => {
    const counts: Partial<Record<K, number>> = {};
    let at = 0;
    for (const each of of) {
      const [name, found] = [names[at++], each === undefined ? 0 : countBoth(set, each)];
      if (name !== undefined && found > 0) counts[name] = found;
    }
    return counts;
  };
  return {
    all: countOf(set),
    kinds: count(HIT_KINDS, kinds),
    routes: count(ROUTES, routes),
    standings: count([...standings.keys()], standings.values()),
  };
}
