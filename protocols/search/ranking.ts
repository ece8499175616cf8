import type { AskedDoses } from './asked-doses';
import { HIT_KINDS } from './answer';
import { type Alternative, WEAKEST_CLASS } from './alternatives';
import type { Collection, View } from './collection';
import { type EntrySets, FACTS } from './entry-sets';
import type { Group } from './plan';
import type { Scores } from './scores';
import { Smallest } from './smallest';
import type { WholeNames } from './whole-names';

const IS_FACT = HIT_KINDS.map((kind) => FACTS.includes(kind));
// What is decided by counts more than what is read; the meaning of a word counts least.
const FACTORS = HIT_KINDS.map((kind) => (FACTS.includes(kind) ? 1.25 : kind === 'glossary' ? 0.4 : 1));
const GLOSSARY = HIT_KINDS.indexOf('glossary');

/** Where an entry stands: the dose asked for; all words in names, by the weakest of them; words in the text. */
const DOSE_ASKED = 0;
const IN_TEXT = WEAKEST_CLASS + 1;
const TIERS = IN_TEXT + 1;
// Within the text: how many words are missing (of 16 at most), and then the weakest of those met. Where some are missing,
// entries that the others name stand before those that only mention them.
const CLASSES = WEAKEST_CLASS + 1;
const IN_MISSING = 2 * CLASSES;
const STEPS = 17 * IN_MISSING;
const ALL_STEPS = 3 * TIERS * STEPS; // of an edition that leads, comes behind, is left out

/** Whether every word met also stands there as it was written, though another word for it stands in a better place. */
function isAllWritten(scores: Scores, asked: number, place: number): boolean {
  const bits = scores.wordBits[place] ?? 0;
  for (let word = 0; word < asked; word++) {
    if ((bits & (1 << word)) !== 0 && !scores.isAsWritten(word, place)) return false;
  }
  return true;
}

/** What is put in order, and by what. */
export interface Ranking {
  readonly collection: Collection;
  readonly sets: EntrySets;
  /** What the words say about every entry that may be among the best. */
  readonly scores: Scores;
  readonly groups: readonly Group[];
  /** Set when the query asks for a dose. */
  readonly asked: AskedDoses | undefined;
  readonly names: () => WholeNames;
}

/** By the way the first word was met, then by that of the second, and so on: which names those ways say whole. */
interface Ways {
  next?: (Ways | undefined)[];
  said?: ReadonlyMap<number, number>;
}

/**
 * Puts entries in an order that is the same on every computer: editions that lead before those behind them; the dose asked
 * for; every word in names, as written, then begun, then by another word, then mended; words in the text. A whole name
 * said beats a part of one. What nothing else tells apart is ordered by name, then by id.
 */
export class Ranker {
  readonly scores: Scores;
  readonly #ranking: Ranking;
  /** Of each entry of the scores: where it stands before names and scores are looked at. */
  readonly #steps: Uint16Array;
  /** Of entries that may be among the best: how long a name was said whole, and the score. */
  readonly #said: Uint8Array;
  readonly #scores: Float64Array;
  /** Of the segment last asked: names said whole, by the ways in which the words were met. */
  #ways: Ways = {};
  #view: View | undefined;

  constructor(ranking: Ranking) {
    this.scores = ranking.scores;
    const { length } = ranking.scores.entries;
    this.#ranking = ranking;
    this.#steps = new Uint16Array(length);
    for (let place = 0; place < length; place++) this.#steps[place] = this.#toStep(place);
    this.#said = new Uint8Array(length);
    this.#scores = new Float64Array(length);
  }

  /** The places of the best, the best first. */
  best(limit: number): number[] {
    // Names and scores are looked at only where they can decide who is among the best.
    const last = this.#lastStep(limit);
    const best = new Smallest(limit, (a, b) => this.#compare(a, b));
    for (let place = 0; place < this.#steps.length; place++) {
      if ((this.#steps[place] ?? 0) > last) continue;
      this.#said[place] = this.#toSaid(place);
      this.#scores[place] = this.#toScore(place);
      best.add(place);
    }
    return best.sorted();
  }

  /** Whether a name was said whole of an entry that is among the best. */
  isSaid(place: number): boolean {
    return (this.#said[place] ?? 0) > 0;
  }

  scoreAt(place: number): number {
    return this.#scores[place] ?? 0;
  }

  #entryAt(place: number): number {
    return this.#ranking.scores.entries[place] ?? 0;
  }

  #kindAt(place: number): number {
    return this.#ranking.collection.kindOf[this.#entryAt(place)] ?? 0;
  }

  #toStep(place: number): number {
    const { sets, asked } = this.#ranking;
    const entry = this.#entryAt(place);
    const isAsked = asked?.has(entry) === true && this.#namesRest(asked, place);
    return (sets.rankOf[entry] ?? 0) * TIERS * STEPS + (isAsked ? DOSE_ASKED : this.#toStepOfWords(place));
  }

  #toStepOfWords(place: number): number {
    const { scores, groups } = this.#ranking;
    const asked = groups.length;
    const weakest = scores.weakest[place] ?? 0;
    if (scores.own[place] === 1 && scores.namedBits[place] === (1 << asked) - 1) return weakest * STEPS;
    // What explains a word comes after everything that uses it.
    const explains = this.#kindAt(place) === GLOSSARY;
    const step = explains ? CLASSES - 1 : weakest > 1 && isAllWritten(scores, asked, place) ? 0 : weakest - 1;
    const missing = asked - (scores.words[place] ?? 0);
    const named = scores.own[place] === 1 && scores.namedBits[place] === scores.wordBits[place];
    return IN_TEXT * STEPS + missing * IN_MISSING + (missing === 0 || named ? 0 : CLASSES) + step;
  }

  #namesRest({ restBits }: AskedDoses, place: number): boolean {
    return ((this.#ranking.scores.namedBits[place] ?? 0) & restBits) === restBits;
  }

  /** The last step on which one of the best can stand. */
  #lastStep(limit: number): number {
    const counts = new Uint32Array(ALL_STEPS);
    for (const step of this.#steps) counts[step] = (counts[step] ?? 0) + 1;
    let [last, found] = [0, counts[0] ?? 0];
    while (found < limit && last < counts.length - 1) found += counts[++last] ?? 0;
    return last;
  }

  /** The number of terms of the longest name that was said whole; of a dose asked for, of a name of its protocol. */
  #toSaid(place: number): number {
    const { collection, scores, groups, asked } = this.#ranking;
    const tier = this.#tierOf(place);
    if (tier === IN_TEXT) return 0;
    const entry = this.#entryAt(place);
    if (tier === DOSE_ASKED) return asked?.saidOf(entry) ?? 0;
    const view = collection.viewOf(entry);
    // Entries come in order, those of a segment together.
    if (view !== this.#view) [this.#view, this.#ways] = [view, {}];
    let ways = this.#ways;
    for (let word = 0; word < groups.length; word++) {
      ways.next ??= Array.from({ length: groups[word]?.alternatives.length ?? 0 });
      ways = ways.next[scores.bestOf(word, place)] ??= {};
    }
    ways.said ??= this.#longestSaid(view, place);
    return ways.said.get(view.segment.buffers.namesOf[entry - view.base] ?? 0) ?? 0;
  }

  /** Of names said by the ways an entry is met. A name of which only a beginning was typed must be all that was: "controlled dr" is not "Drills". */
  #longestSaid(view: View, place: number): ReadonlyMap<number, number> {
    const { scores, groups, names } = this.#ranking;
    const ways = groups.flatMap(({ alternatives }, word) => alternatives[scores.bestOf(word, place)] ?? []);
    const toIds = (of: readonly Alternative[]): number[] =>
      of.flatMap(({ terms }) => terms.map((term) => view.segment.buffers.terms.find(term)));
    const said = names().longestSaid(view, toIds(ways));
    const typed = ways.filter(({ tier }) => tier !== 'prefix');
    if (typed.length === ways.length || [...said.values()].every((length) => length >= groups.length)) return said;
    const whole = names().longestSaid(view, toIds(typed));
    return new Map([...said].map(([name, length]) => [name, length < groups.length ? (whole.get(name) ?? 0) : length]));
  }

  #toScore(place: number): number {
    const { scores, groups } = this.#ranking;
    const share = (scores.words[place] ?? 0) / groups.length;
    const score = (scores.sums[place] ?? 0) * share * (FACTORS[this.#kindAt(place)] ?? 1);
    // Sums of the same parts in another order differ in the last digits; ties must stay ties.
    return Math.round(score * 1e6) / 1e6;
  }

  #tierOf(place: number): number {
    return Math.floor((this.#steps[place] ?? 0) / STEPS) % TIERS;
  }

  #compare(a: number, b: number): number {
    const step = (this.#steps[a] ?? 0) - (this.#steps[b] ?? 0);
    if (step !== 0) return step;
    const said = (this.#said[b] ?? 0) - (this.#said[a] ?? 0);
    if (said !== 0) return said;
    const kind = this.#kindAt(a) - this.#kindAt(b);
    const score = this.#compareFacts(a, b) || (this.#scores[b] ?? 0) - (this.#scores[a] ?? 0);
    // Among doses asked for, and among things called the same, a score would only say which has the shorter text.
    if (this.#tierOf(a) === DOSE_ASKED) return kind || this.#compareReading(a, b);
    return ((this.#said[a] ?? 0) > 0 ? kind || score : score || kind) || this.#compareNames(a, b);
  }

  /** Words met in the text of a clinical fact say more than as many met as well in prose, however often they stand there. */
  #compareFacts(a: number, b: number): number {
    const within = (this.#steps[a] ?? 0) % STEPS;
    const named = within >= IN_MISSING && within % IN_MISSING < CLASSES;
    if (this.#tierOf(a) !== IN_TEXT || named) return 0;
    return Number(IS_FACT[this.#kindAt(b)]) - Number(IS_FACT[this.#kindAt(a)]);
  }

  /** In the order of protocols, and within one in its own, so that a second dose follows the first. */
  #compareReading(a: number, b: number): number {
    const { protocolOf, protocolOrder } = this.#ranking.collection;
    const orderOf = (place: number): number => protocolOrder[protocolOf[this.#entryAt(place)] ?? 0] ?? 0;
    return orderOf(a) - orderOf(b) || a - b;
  }

  #compareNames(a: number, b: number): number {
    const { collection } = this.#ranking;
    const [entryA, entryB] = [this.#entryAt(a), this.#entryAt(b)];
    const [one, two] = [collection.viewOf(entryA), collection.viewOf(entryB)];
    const [placeA, placeB] = [entryA - one.base, entryB - two.base];
    if (one === two) return (one.segment.buffers.nameOrder[placeA] ?? 0) - (one.segment.buffers.nameOrder[placeB] ?? 0);
    const [nameA, nameB] = [one.segment.sortNameAt(placeA), two.segment.sortNameAt(placeB)];
    return nameA === nameB ? a - b : nameA < nameB ? -1 : 1;
  }
}
