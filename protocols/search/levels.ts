import { type BitSet, countOf, drop, includeAll, keep, keepAll } from './bit-set';
import { AS_WRITTEN, type MetWords } from './met-words';

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
  const { pool, words, classes } = met;
  const few = FEWEST + (shown.length * 32) / FEW;
  const own = uniteOwn(met);
  const named = words.map((word) => word.named);
  for (const edition of editions) {
    const left = pool.copyOf(shown);
    keep(left, edition);
    if (asked !== undefined) {
      const level = pool.copyOf(left);
      keep(level, asked);
      yield sure(level);
      drop(left, asked);
    }
    const inNames = pool.copyOf(left);
    keepAll(inNames, [own, ...named]);
    yield* byClass(inNames);
    drop(left, inNames);
    for (let missing = words.length - met.most; missing < words.length; missing++) {
      const level = pool.copyOf(left);
      keep(level, met.atLeast(words.length - missing));
      drop(left, level);
      if (missing > 0) {
        const mentioned = pool.copyOf(level);
        keep(mentioned, met.called);
        yield* inText(mentioned, false);
        drop(level, mentioned);
      }
      yield* inText(level, true);
    }
  }

  /** All words in names: by the weakest of them, names said whole first. */
  function* byClass(all: BitSet): Generator<Level> {
    const rest = pool.copyOf(all);
    let count = countOf(rest);
    for (const most of classes) {
      if (count <= few) break;
      const level = pool.copyOf(rest);
      for (const word of words) word.keepUpToClass(level, most);
      drop(rest, level);
      const here = countOf(level);
      count -= here;
      if (here > few) {
        const said = pool.copyOf(level);
        keep(said, toSaid());
        drop(level, said);
        yield { entries: said, ifSaid: true };
      }
      yield sure(level);
    }
    yield sure(rest);
  }

  /** Words in the text: as written, by the weakest of them, what explains a word last; facts first where they count. */
  function* inText(all: BitSet, factsFirst: boolean): Generator<Level> {
    const rest = pool.copyOf(all);
    for (const most of classes) {
      if (countOf(rest) <= few) break;
      const level = pool.copyOf(rest);
      drop(level, glossary);
      for (const word of words) {
        if (most === AS_WRITTEN) word.keepWritten(level);
        else word.keepUpToClass(level, most);
      }
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
  includeAll(
    own,
    words.map((word) => word.own),
  );
  return own;
}
