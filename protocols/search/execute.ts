import type { HitCounts, SearchFilter } from './answer';
import type { AskedDoses } from './asked-doses';
import { type BitSet, SetPool, addTo, countOf, drop, include, isIn, membersOf } from './bit-set';
import type { Collection } from './collection';
import type { EntrySets } from './entry-sets';
import { keepPassing, toCounts } from './filters';
import { Holdings } from './holdings';
import { toLevels } from './levels';
import { MetWords } from './met-words';
import type { Group } from './plan';
import { Ranker } from './ranking';
import { Scores } from './scores';

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

/**
 * Carries plans out over a collection. What meets the words is worked out as sets, for all entries at once; only those of them that
 * may be among the best are looked at one by one.
 */
export class Executor {
  readonly #collection: Collection;
  readonly #holdings: Holdings;
  readonly #pool: SetPool;

  constructor(collection: Collection) {
    this.#collection = collection;
    this.#holdings = new Holdings(collection);
    this.#pool = new SetPool(collection.size);
  }

  execute({ groups, asked, sets, filter, superseded, limit }: Execution): Executed {
    const [collection, pool] = [this.#collection, this.#pool];
    const met = new MetWords(groups, this.#holdings, pool);
    const found = met.most === 0 ? pool.empty() : met.atLeast(Math.min(met.most, Math.floor(groups.length / 2) + 1));
    const leftOut = sets.ranks.at(-1);
    if (!superseded && leftOut !== undefined) drop(found, leftOut);
    const counts = toCounts(found, sets);
    const shown = pool.copyOf(found);
    keepPassing(shown, filter, sets, pool);
    const total = shown === found ? counts.all : countOf(shown);
    const scores = new Scores(this.#toBest(met, shown, total, { asked, sets, limit }), met.words, collection.live);
    const ranker = new Ranker({ collection, sets, scores, groups, asked });
    const entries = ranker.best(limit).map((place) => scores.entries[place] ?? 0);
    const scoreOf = (entry: number): number => ranker.scoreAt(scores.placeOf(entry));
    return { entries, scoreOf, scores, total, counts, scored: scores.entries.length };
  }

  /** The entries among which the best are, in order. */
  #toBest(
    met: MetWords,
    shown: BitSet,
    total: number,
    { asked, sets, limit }: Pick<Execution, 'asked' | 'sets' | 'limit'>,
  ): Uint32Array {
    const wanted = Math.min(limit, total);
    if (wanted === total) return membersOf(shown);
    const best = this.#pool.empty();
    let count = 0;
    const glossary = sets.ofKind('glossary');
    for (const level of toLevels(met, {
      shown,
      editions: sets.ranks,
      asked: asked === undefined ? undefined : this.#toAsked(asked, met),
      facts: sets.facts,
      glossary,
    })) {
      if (count >= wanted) break;
      count += countOf(level);
      include(best, level);
    }
    return membersOf(best);
  }

  /** Doses that were asked for and whose names say all else that was. */
  #toAsked(asked: AskedDoses, { words }: MetWords): BitSet {
    const set = this.#pool.empty();
    for (const entry of asked.entries()) {
      if (words.every(({ named }, place) => (asked.restBits & (1 << place)) === 0 || isIn(named, entry)))
        addTo(set, entry);
    }
    return set;
  }
}
