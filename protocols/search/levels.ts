import { WEAKEST_CLASS } from './alternatives';
import { type BitSet, countOf, drop, include, keep, keepWhere } from './bit-set';
import type { MetWords } from './met-words';

/** Sets of a collection that decide where an entry stands. */
export interface Levelling {
  /** What passes the filters. */
  readonly shown: BitSet;
  /** Of each rank of an edition its entries, those that lead first. */
  readonly editions: readonly BitSet[];
  /** Doses that were asked for. */
  readonly asked: BitSet | undefined;
  readonly facts: BitSet;
  readonly glossary: BitSet;
  /** Those with a name that may have been said whole. */
  readonly toSaid: () => BitSet;
}

/** A part of the entries found. */
export interface Level {
  readonly entries: BitSet;
  /** It stands before the next one only as far as a name of its entries was said whole. */
  readonly ifSaid: boolean;
}

// Fewer entries than one in that many are cheaper to look at one by one than to tell apart as sets.
const FEW = 1024;
const FEWEST = 64;

/**
 * The entries found in parts, of which every entry of one stands before every entry of the next, by the rules of `ranking.ts` on
 * places and kinds of matches: what comes after the best few need not be looked at.
 */
export function* toLevels(
  met: MetWords,
  { shown, editions, asked, facts, glossary, toSaid }: Levelling,
): Generator<Level> {
  const { pool, words } = met;
  const few = FEWEST + (shown.length * 32) / FEW;
  const own = uniteOwn(met);
  for (const edition of editions) {
    const left = pool.copyOf(shown);
    keep(left, edition);
    if (asked !== undefined) {
      const level = pool.copyOf(left);
      keep(level, asked);
      yield sure(level);
      drop(left, asked);
    }
    const named = pool.copyOf(left);
    keep(named, own);
    for (const word of words) keep(named, word.named);
    yield* byClass(named);
    drop(left, named);
    for (let missing = 0; missing < words.length; missing++) {
      const level = pool.copyOf(left);
      keep(level, met.atLeast(words.length - missing));
      if (missing > 0) {
        const mentioned = pool.copyOf(level);
        keep(mentioned, met.called);
        yield* inText(mentioned, false);
        drop(level, mentioned);
        drop(left, mentioned);
      }
      drop(left, level);
      yield* inText(level, true);
    }
  }

  /** All words in names: by the weakest of them, names said whole first. */
  function* byClass(all: BitSet): Generator<Level> {
    for (let most = 1; most <= WEAKEST_CLASS && countOf(all) > few; most++) {
      const level = pool.copyOf(all);
      for (const word of words) keepWhere(level, word.any, word.upToClass(most));
      drop(all, level);
      if (countOf(level) > few) {
        const said = pool.copyOf(level);
        keep(said, toSaid());
        drop(level, said);
        yield { entries: said, ifSaid: true };
      }
      yield sure(level);
    }
    yield sure(all);
  }

  /** Words in the text: as written, by the weakest of them, what explains a word last; facts first where they count. */
  function* inText(all: BitSet, factsFirst: boolean): Generator<Level> {
    const rest = pool.copyOf(all);
    for (let most = 1; most <= WEAKEST_CLASS && countOf(rest) > few; most++) {
      const level = pool.copyOf(rest);
      drop(level, glossary);
      for (const word of words) keepWhere(level, word.any, most === 1 ? word.written : word.upToClass(most));
      drop(rest, level);
      if (factsFirst) {
        const first = pool.copyOf(level);
        keep(first, facts);
        drop(level, facts);
        yield sure(first);
      }
      yield sure(level);
    }
    yield sure(rest);
  }
}

function sure(entries: BitSet): Level {
  return { entries, ifSaid: false };
}

function uniteOwn({ words, pool }: MetWords): BitSet {
  const own = pool.empty();
  for (const word of words) include(own, word.own);
  return own;
}
