import { HIT_KINDS, type HitKind } from './answer';
import { type BitSet, addTo, toBitSet } from './bit-set';
import type { Collection } from './collection';
import type { Edition } from './editions';
import { ROUTES } from '../schema/vocabulary';
import type { Standing } from '../text/in-force';
import { NO_PROTOCOL } from './segment';

/** What a decision hangs on: the maximum, what forbids, what stops. */
export const FACTS: readonly HitKind[] = ['emergency', 'dose', 'contraindication', 'monitoring'];
const KINDS = HIT_KINDS.length;
const [NOTE, GLOSSARY] = [HIT_KINDS.indexOf('note'), HIT_KINDS.indexOf('glossary')];
const IS_FACT = HIT_KINDS.map((kind) => FACTS.includes(kind));
const RANKS: readonly Edition['rank'][] = ['leading', 'behind', 'left-out'];

/** What entries of one sort have in common, as places in HIT_KINDS and ROUTES. */
export interface Sort {
  readonly kind: number;
  /** A dose is on its own route, all else on those its protocol doses by. */
  readonly routes: readonly number[];
  /** Of the edition it stands in; of what stands in none undefined. */
  readonly standing: Standing | undefined;
}

/** The entries of a collection by what they are and by the edition they stand in, on one day. */
export class EntrySets {
  /** Of each entry its place in `sorts`: thousands are counted at each key, and there are only some hundred sorts. */
  readonly sortOf: Uint32Array;
  readonly sorts: readonly Sort[];
  /** How many entries there are of each sort, dead ones too. */
  readonly sizes: Uint32Array;
  /** By the rank of their edition: those that lead or are in none, those behind another, those left out unless asked for. */
  readonly ranks: readonly BitSet[];
  /** Of each entry the place of its rank among them. */
  readonly rankOf: Uint8Array;
  readonly facts: BitSet;
  readonly glossary: BitSet;

  /** `editions` are those of the protocols of the collection, in its order. */
  constructor({ size, kindOf, protocolOf, doseOf, doses, routesOf }: Collection, editions: readonly Edition[]) {
    const places = new Map<string, number>();
    const sorts: Sort[] = [];
    /** The first of the sorts, one for each kind, of entries on those routes in such an edition. */
    const firstOf = (routes: readonly number[], standing: Standing | undefined): number => {
      const name = `${standing} ${routes.join(' ')}`;
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, sorts.length);
      for (let kind = 0; kind < KINDS; kind++) sorts.push({ kind, routes, standing });
      return sorts.length - KINDS;
    };
    const inNone = firstOf([], undefined);
    const firsts = editions.map(({ standing }, protocol) => firstOf(routesOf[protocol] ?? [], standing));
    const rankOfProtocol = editions.map(({ rank }) => RANKS.indexOf(rank));
    const routeOfDose = doses.map(({ route }) => ROUTES.indexOf(route));
    const dosed = new Map<Standing | undefined, number[]>();
    const firstOfDose = (route: number, standing: Standing | undefined): number => {
      const firstsOf = dosed.get(standing) ?? [];
      dosed.set(standing, firstsOf);
      return (firstsOf[route] ??= firstOf([route], standing));
    };
    this.sortOf = new Uint32Array(size);
    this.rankOf = new Uint8Array(size);
    this.ranks = RANKS.map(() => toBitSet(size));
    [this.facts, this.glossary] = [toBitSet(size), toBitSet(size)];
    for (let entry = 0; entry < size; entry++) {
      const kind = kindOf[entry] ?? 0;
      const protocol = protocolOf[entry] ?? NO_PROTOCOL;
      let [first, rank] = [inNone, 0];
      if (protocol !== NO_PROTOCOL) {
        const dose = doseOf[entry] ?? 0;
        first = firsts[protocol] ?? inNone;
        if (dose > 0) first = firstOfDose(routeOfDose[dose - 1] ?? 0, editions[protocol]?.standing);
        // What the clinic wrote is found whatever became of the edition it stands in.
        if (kind !== NOTE) rank = rankOfProtocol[protocol] ?? 0;
      }
      this.sortOf[entry] = first + kind;
      this.rankOf[entry] = rank;
      const ranked = this.ranks[rank];
      if (ranked !== undefined) addTo(ranked, entry);
      if (IS_FACT[kind] === true) addTo(this.facts, entry);
      if (kind === GLOSSARY) addTo(this.glossary, entry);
    }
    this.sorts = sorts;
    this.sizes = new Uint32Array(sorts.length);
    for (const sort of this.sortOf) this.sizes[sort] = (this.sizes[sort] ?? 0) + 1;
  }
}
