import { ROUTES } from '../schema/vocabulary';
import { HIT_KINDS, type HitCounts, type SearchFilter } from './answer';
import { type BitSet, type SetPool, countOf } from './bit-set';
import type { EntrySets, Sort } from './entry-sets';

/** What of a set passes a filter; an empty list lets everything through. */
export function keepPassing(
  found: BitSet,
  { kinds = [], routes = [], standings = [] }: SearchFilter,
  { sorts, sortOf }: EntrySets,
  pool: SetPool,
): BitSet {
  if (kinds.length + routes.length + standings.length === 0) return found;
  const [wantedKinds, wantedRoutes] = [
    kinds.map((kind) => HIT_KINDS.indexOf(kind)),
    routes.map((route) => ROUTES.indexOf(route)),
  ];
  const passes = (sort: Sort): boolean =>
    (kinds.length === 0 || wantedKinds.includes(sort.kind)) &&
    (routes.length === 0 || sort.routes.some((route) => wantedRoutes.includes(route))) &&
    (standings.length === 0 || (sort.standing !== undefined && standings.includes(sort.standing)));
  const set = pool.copyOf(found);
  const passing = Uint8Array.from(sorts, (sort) => Number(passes(sort)));
  for (let at = 0; at < set.length; at++) {
    let left = set[at] ?? 0;
    for (let bits = left; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      if (passing[sortOf[at * 32 + 31 - Math.clz32(bit)] ?? 0] === 0) left &= ~bit;
    }
    set[at] = left;
  }
  return set;
}

/** How many entries of a set there are of each sort; routes and kinds in the order of their closed lists. */
export function toCounts(set: BitSet, sets: EntrySets): HitCounts {
  const all = countOf(set);
  const [kinds, routes] = [new Uint32Array(HIT_KINDS.length), new Uint32Array(ROUTES.length)];
  const standings: Partial<Record<string, number>> = {};
  for (const [place, count] of tally(set, all, sets).entries()) {
    const sort = sets.sorts[place];
    if (sort === undefined || count === 0) continue;
    kinds[sort.kind] = (kinds[sort.kind] ?? 0) + count;
    for (const route of sort.routes) routes[route] = (routes[route] ?? 0) + count;
    if (sort.standing !== undefined) standings[sort.standing] = (standings[sort.standing] ?? 0) + count;
  }
  return { all, kinds: named(HIT_KINDS, kinds), routes: named(ROUTES, routes), standings };
}

/** How many of each sort; of a set of most entries those it lacks are counted. */
function tally(set: BitSet, count: number, { sortOf, sizes }: EntrySets): Uint32Array {
  const most = count * 2 > sortOf.length;
  const counts = most ? sizes.slice() : new Uint32Array(sizes.length);
  const step = most ? -1 : 1;
  for (let at = 0; at < set.length; at++) {
    let bits = most ? ~(set[at] ?? 0) : (set[at] ?? 0);
    for (; bits !== 0; bits &= bits - 1) {
      const entry = at * 32 + 31 - Math.clz32(bits & -bits);
      if (entry >= sortOf.length) break;
      const sort = sortOf[entry] ?? 0;
      counts[sort] = (counts[sort] ?? 0) + step;
    }
  }
  return counts;
}

function named<K extends string>(names: readonly K[], counts: Uint32Array): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  for (const [place, name] of names.entries()) {
    const count = counts[place] ?? 0;
    if (count > 0) found[name] = count;
  }
  return found;
}
