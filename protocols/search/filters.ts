import type { Route } from '../schema/blocks';
import { ROUTES } from '../schema/vocabulary';
import type { Standing } from '../text/in-force';
import { HIT_KINDS, type HitCounts, type HitKind, type SearchFilter } from './answer';
import type { Collection } from './collection';
import { NO_PROTOCOL } from './segment';

/** What of an entry can be filtered, and how many entries there are of each. */
export class Facets {
  readonly #collection: Collection;
  readonly #standings: readonly Standing[];
  readonly #passesKind: readonly boolean[];
  readonly #passesStanding: readonly boolean[];
  readonly #routes: ReadonlySet<Route>;
  readonly #onlyStandings: boolean;
  readonly #isEmpty: boolean;
  readonly #kinds = new Uint32Array(HIT_KINDS.length);
  readonly #doses: Uint32Array;
  /** Entries of each protocol that are doses, and all of them. */
  readonly #dosesOf: Uint32Array;
  readonly #ofProtocol: Uint32Array;

  /** `standings` are those of the protocols of the collection, in its order. */
  constructor(collection: Collection, standings: readonly Standing[], filter: SearchFilter) {
    this.#collection = collection;
    this.#standings = standings;
    const { kinds = [], routes = [], standings: wanted = [] } = filter;
    this.#passesKind = HIT_KINDS.map((kind) => kinds.length === 0 || kinds.includes(kind));
    this.#passesStanding = wanted.length === 0 ? [] : standings.map((standing) => wanted.includes(standing));
    this.#onlyStandings = wanted.length > 0;
    this.#routes = new Set(routes);
    this.#isEmpty = kinds.length + routes.length + wanted.length === 0;
    this.#doses = new Uint32Array(collection.doses.length);
    this.#dosesOf = new Uint32Array(collection.protocols.length);
    this.#ofProtocol = new Uint32Array(collection.protocols.length);
  }

  count(entry: number): void {
    const { kindOf, protocolOf, doseOf } = this.#collection;
    add(this.#kinds, kindOf[entry] ?? 0);
    const protocol = protocolOf[entry] ?? NO_PROTOCOL;
    if (protocol === NO_PROTOCOL) return;
    add(this.#ofProtocol, protocol);
    const dose = doseOf[entry] ?? 0;
    if (dose === 0) return;
    add(this.#doses, dose - 1);
    add(this.#dosesOf, protocol);
  }

  passes(entry: number): boolean {
    if (this.#isEmpty) return true;
    const { kindOf, protocolOf, doseOf, doses, protocols } = this.#collection;
    if (this.#passesKind[kindOf[entry] ?? 0] === false) return false;
    const protocol = protocolOf[entry] ?? NO_PROTOCOL;
    if (this.#onlyStandings && this.#passesStanding[protocol] !== true) return false;
    if (this.#routes.size === 0) return true;
    const dose = doses[(doseOf[entry] ?? 0) - 1];
    if (dose !== undefined) return this.#routes.has(dose.route);
    return protocols[protocol]?.routes.some((route) => this.#routes.has(route)) ?? false;
  }

  toCounts(all: number): HitCounts {
    const kinds: Partial<Record<HitKind, number>> = {};
    const routes: Partial<Record<Route, number>> = {};
    const standings: Partial<Record<Standing, number>> = {};
    for (const [place, kind] of HIT_KINDS.entries()) note(kinds, kind, this.#kinds[place]);
    const onRoute = new Uint32Array(ROUTES.length);
    for (const [place, { route }] of this.#collection.doses.entries())
      add(onRoute, ROUTES.indexOf(route), this.#doses[place]);
    for (const [place, count] of this.#ofProtocol.entries()) {
      if (count === 0) continue;
      const others = count - (this.#dosesOf[place] ?? 0);
      for (const route of this.#collection.routesOf[place] ?? []) add(onRoute, route, others);
      const standing = this.#standings[place];
      if (standing !== undefined) note(standings, standing, count);
    }
    // In the order of the closed list, whatever the order of the documents.
    for (const [place, route] of ROUTES.entries()) note(routes, route, onRoute[place]);
    return { all, kinds, routes, standings };
  }
}

function add(counts: Uint32Array, place: number, more = 1): void {
  counts[place] = (counts[place] ?? 0) + more;
}

function note<K extends string>(counts: Partial<Record<K, number>>, name: K, count = 0): void {
  if (count > 0) counts[name] = (counts[name] ?? 0) + count;
}
