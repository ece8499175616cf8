import type { HitCounts, SearchFilter } from './answer';
import type { AskedDoses } from './asked-doses';
import { type BitSet, SetPool, addTo, countOf, drop, include, keep, keepAll } from './bit-set';
import type { Collection } from './collection';
import type { EntrySets } from './entry-sets';
import { keepPassing, toCounts } from './filters';
import { Holdings } from './holdings';
import { toLevels } from './levels';
import { MetWords, WordCache } from './met-words';
import type { Group } from './plan';
import { Ranker } from './ranking';
import { Scores } from './scores';
import { WholeNames } from './whole-names';

/** What is carried out, and on what day's editions. */
export interface Execution {
  readonly groups: readonly Group[];
  /** Set when the query asks for a dose. */
  readonly asked: AskedDoses | undefined;
  readonly sets: EntrySets;
  readonly filter: SearchFilter;
  readonly superseded: boolean;
  readonly limit: number;
}

export interface Executed {
  /** Best first. */
  readonly entries: readonly number[];
  readonly scoreOf: (entry: number) => number;
  readonly scores: Scores;
  /** How many there are behind the filter, and of each sort before it. */
  readonly total: number;
  readonly counts: HitCounts;
  /** How many entries were looked at one by one. */
  readonly scored: number;
}

/** Fewer are less than a page of results. */
export const FEW_FOUND = 12;

/**
 * Carries plans out over a collection. What meets the words is worked out as sets, for all entries at once; only those of them that
 * may be among the best are looked at one by one.
 */
export class Executor {
  readonly #collection: Collection;
  readonly #words: WordCache;
  readonly #pool: SetPool;
  #names: WholeNames | undefined;

  constructor(collection: Collection) {
    this.#collection = collection;
    this.#words = new WordCache(new Holdings(collection));
    this.#pool = new SetPool(collection.size);
  }

  execute({ groups, asked, sets, filter, superseded, limit }: Execution): Executed {
    const [collection, pool] = [this.#collection, this.#pool];
    const met = new MetWords(groups, this.#words, pool);
    const found = this.#find(met, groups);
    const leftOut = sets.ranks.at(-1);
    if (!superseded && leftOut !== undefined) drop(found, leftOut);
    const counts = toCounts(found, sets);
    const shown = keepPassing(found, filter, sets, pool);
    const total = shown === found ? counts.all : countOf(shown);
    const ranking = { collection, sets, groups, asked, names: () => this.#wholeNames };
    const toBest = (among: BitSet): Ranker =>
      new Ranker({ ...ranking, scores: new Scores(among, met.words, collection.live) });
    const among =
      total <= limit ? { entries: shown, ifSaid: undefined } : this.#toAmong(met, shown, limit, asked, sets);
    let ranker = toBest(among.entries);
    let places = ranker.best(limit);
    // What was left out has no name that was said whole: it follows the last of the best only where that has one.
    if (among.ifSaid !== undefined && !ranker.isSaid(places.at(-1) ?? 0)) {
      include(among.entries, among.ifSaid);
      ranker = toBest(among.entries);
      places = ranker.best(limit);
    }
    const { scores } = ranker;
    return {
      entries: places.map((place) => scores.entries[place] ?? 0),
      scoreOf: (entry) => ranker.scoreAt(scores.placeOf(entry)),
      scores,
      total,
      counts,
      scored: scores.entries.length,
    };
  }

  /** Those that meet most of the words; where they are few, also those that go by any of them, and hold the drug and the amount asked for. */
  #find(met: MetWords, groups: readonly Group[]): BitSet {
    if (met.most === 0) return this.#pool.empty();
    const least = Math.min(met.most, Math.floor(groups.length / 2) + 1);
    const found = met.atLeast(least);
    if (least === 1 || countOf(found) >= FEW_FOUND) return found;
    const called = this.#pool.copyOf(met.called);
    for (const [place, { any }] of met.words.entries()) if (groups[place]?.isFixed === true) keep(called, any);
    include(found, called);
    return found;
  }

  /** The entries among which the best are; `ifSaid` are among them too unless names of all the best were said whole. */
  #toAmong(
    met: MetWords,
    shown: BitSet,
    wanted: number,
    asked: AskedDoses | undefined,
    sets: EntrySets,
  ): { readonly entries: BitSet; readonly ifSaid: BitSet | undefined } {
    const entries = this.#pool.empty();
    const levels = toLevels(met, {
      shown,
      editions: sets.ranks,
      asked: asked === undefined ? undefined : this.#toAsked(asked, met),
      facts: sets.facts,
      glossary: sets.glossary,
      toSaid: () => this.#toSaid(met),
    });
    let count = 0;
    for (const level of levels) {
      if (count >= wanted) break;
      include(entries, level.entries);
      count += countOf(level.entries);
      if (count >= wanted && level.ifSaid) return { entries, ifSaid: levels.next().value?.entries };
    }
    return { entries, ifSaid: undefined };
  }

  get #wholeNames(): WholeNames {
    return (this.#names ??= new WholeNames(this.#collection));
  }

  #toSaid({ words }: MetWords): BitSet {
    const said = this.#pool.empty();
    const terms = new Set(words.flatMap(({ ways }) => ways.flatMap(({ alternative }) => alternative.terms)));
    this.#wholeNames.addSaid(terms, said);
    return said;
  }

  /** Doses that were asked for and whose names say all else that was. */
  #toAsked(asked: AskedDoses, { words }: MetWords): BitSet {
    const set = this.#pool.empty();
    for (const entry of asked.entries()) addTo(set, entry);
    const rest = words.filter((_, place) => (asked.restBits & (1 << place)) !== 0);
    keepAll(
      set,
      rest.map(({ named }) => named),
    );
    return set;
  }
}
