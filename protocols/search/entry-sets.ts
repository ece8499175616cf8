import { HIT_KINDS, type HitKind } from './answer';
import { type BitSet, addTo, include, toBitSet } from './bit-set';
import type { Collection } from './collection';
import type { Edition } from './editions';
import { ROUTES } from '../schema/vocabulary';
import type { Standing } from '../text/in-force';
import { NO_PROTOCOL } from './segment';

/** What a decision hangs on: the maximum, what forbids, what stops. */
export const FACTS: readonly HitKind[] = ['emergency', 'dose', 'contraindication', 'monitoring'];
const NOTE = HIT_KINDS.indexOf('note');
const RANKS: readonly Edition['rank'][] = ['leading', 'behind', 'left-out'];

/** The entries of a collection by what they are and by the edition they stand in, on one day. */
export class EntrySets {
  /** In the order of HIT_KINDS and of ROUTES. A dose is on its own route, all else on those its protocol doses by. */
  readonly kinds: readonly BitSet[];
  readonly routes: readonly BitSet[];
  readonly standings: ReadonlyMap<Standing, BitSet>;
  /** By the rank of their edition: those that lead or are in none, those behind another, those left out unless asked for. */
  readonly ranks: readonly BitSet[];
  readonly facts: BitSet;

  /** `editions` are those of the protocols of the collection, in its order. */
  constructor({ size, kindOf, protocolOf, doseOf, doses, routesOf }: Collection, editions: readonly Edition[]) {
    const sets = (count: number): BitSet[] => Array.from({ length: count }, () => toBitSet(size));
    const [kinds, routes, ranks] = [sets(HIT_KINDS.length), sets(ROUTES.length), sets(RANKS.length)];
    const standings = new Map<Standing, BitSet>();
    const routeOfDose = doses.map(({ route }) => [ROUTES.indexOf(route)]);
    const rankOf = editions.map(({ rank }) => RANKS.indexOf(rank));
    const standingOf = editions.map(({ standing }) => {
      const set = standings.get(standing) ?? toBitSet(size);
      standings.set(standing, set);
      return set;
    });
    for (let entry = 0; entry < size; entry++) {
      const [kind, protocol] = [kindOf[entry] ?? 0, protocolOf[entry] ?? NO_PROTOCOL];
      add(kinds[kind], entry);
      // What the clinic wrote is found whatever became of the edition it stands in.
      add(ranks[kind === NOTE ? 0 : (rankOf[protocol] ?? 0)], entry);
      if (protocol === NO_PROTOCOL) continue;
      add(standingOf[protocol], entry);
      const dose = doseOf[entry] ?? 0;
      for (const route of (dose > 0 ? routeOfDose[dose - 1] : routesOf[protocol]) ?? []) add(routes[route], entry);
    }
    [this.kinds, this.routes, this.standings, this.ranks] = [kinds, routes, standings, ranks];
    this.facts = toBitSet(size);
    for (const fact of FACTS) include(this.facts, this.ofKind(fact));
  }

  ofKind(kind: HitKind): BitSet {
    return this.kinds[HIT_KINDS.indexOf(kind)] ?? new Uint32Array();
  }
}

function add(set: BitSet | undefined, entry: number): void {
  if (set !== undefined) addTo(set, entry);
}
