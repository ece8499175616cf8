import type { Collection } from './collection';
import type { DoseIntent } from './dose-intent';
import type { Lexicon } from './lexicon';
import type { Group } from './plan';

/** For each drug the places of its doses in a collection. */
export type DosesOf = ReadonlyMap<string, readonly number[]>;

/** Read once: there are thousands of doses, and each key may ask for those of one drug. */
export function toDosesOf({ doses }: Collection, lexicon: Lexicon): DosesOf {
  const places = new Map<string, number[]>();
  for (const [place, dose] of doses.entries()) {
    const drug = lexicon.findDrug(dose.drug);
    if (drug === undefined) continue;
    const known = places.get(drug);
    if (known === undefined) places.set(drug, [place]);
    else known.push(place);
  }
  return places;
}

/** What a query that asks for the dose of a drug means for the doses of a collection. */
export class AskedDoses {
  /** The words besides drug and route, as bits of their places in the plan: they must be in the names of the dose. */
  readonly restBits: number;
  readonly #collection: Collection;
  readonly #typed: ReadonlySet<string>;
  /** Every term that any way of meeting the words names. */
  readonly #said: ReadonlySet<string>;
  /** The places of doses whose drug and route are those asked for. */
  readonly #wanted: ReadonlySet<number>;
  readonly #longest = new Map<number, number>();

  /** Undefined when some of the words stand in no dose at all. */
  static from(
    intent: DoseIntent,
    groups: readonly Group[],
    collection: Collection,
    dosesOf: DosesOf,
  ): AskedDoses | undefined {
    const places = [...intent.rest].map((term) => groups.findIndex(({ word }) => word.whole === term));
    return places.includes(-1) ? undefined : new AskedDoses(intent, groups, places, collection, dosesOf);
  }

  private constructor(
    { drug, routes, typed }: DoseIntent,
    groups: readonly Group[],
    rest: readonly number[],
    collection: Collection,
    dosesOf: DosesOf,
  ) {
    this.restBits = rest.reduce((bits, place) => bits | (1 << place), 0);
    this.#collection = collection;
    this.#typed = typed;
    this.#said = new Set(groups.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));
    const { doses } = collection;
    const ofDrug = (dosesOf.get(drug) ?? []).flatMap((place) => {
      const dose = doses[place];
      return dose !== undefined && (routes.size === 0 || routes.has(dose.route)) ? [place] : [];
    });
    this.#wanted = new Set(ofDrug);
  }

  /** Whether this entry is such a dose, and not one of a protocol whose title was typed out or that is retired. */
  has(entry: number): boolean {
    const dose = this.#collection.doseOf[entry] ?? 0;
    return dose > 0 && this.#wanted.has(dose - 1) && this.#isOpen(this.#collection.protocolOf[entry] ?? 0);
  }

  /** All that are. */
  entries(): number[] {
    const found: number[] = [];
    for (const dose of this.#wanted) {
      for (const entry of this.#collection.entriesOfDose[dose] ?? []) if (this.has(entry)) found.push(entry);
    }
    return found;
  }

  /** The number of terms of the longest name of its protocol that was said whole. */
  saidOf(entry: number): number {
    const place = this.#collection.protocolOf[entry] ?? 0;
    const known = this.#longest.get(place);
    if (known !== undefined) return known;
    const said = this.#namesOf(place).filter((name) => name.every((term) => this.#said.has(term)));
    const longest = Math.max(0, ...said.map(({ length }) => length));
    this.#longest.set(place, longest);
    return longest;
  }

  #isOpen(place: number): boolean {
    if (this.#collection.protocols[place]?.status === 'retired') return false;
    const [title = []] = this.#namesOf(place);
    return title.length !== this.#typed.size || title.some((term) => !this.#typed.has(term));
  }

  #namesOf(place: number): readonly (readonly string[])[] {
    return this.#collection.protocols[place]?.readNames().terms ?? [];
  }
}
