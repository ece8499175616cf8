import type { AskedDoses } from './asked-doses';
import { HIT_KINDS, type HitCounts, type HitKind } from './answer';
import type { Collection } from './collection';
import type { Edition } from './editions';
import type { Facets } from './filters';
import type { Group } from './plan';
import type { Scores } from './scores';
import { NO_PROTOCOL } from './segment';
import { Smallest } from './smallest';

/** What a decision hangs on: the maximum, what forbids, what stops. */
const FACTS: readonly HitKind[] = ['emergency', 'dose', 'contraindication', 'monitoring'];
const IS_FACT = HIT_KINDS.map((kind) => FACTS.includes(kind));
// What is decided by counts more than what is read; the meaning of a word counts least.
const FACTORS = HIT_KINDS.map((kind) => (FACTS.includes(kind) ? 1.25 : kind === 'glossary' ? 0.4 : 1));
const NOTE = HIT_KINDS.indexOf('note');
const GLOSSARY = HIT_KINDS.indexOf('glossary');
const LEFT_OUT = 2;
const EDITION_RANKS = { leading: 0, behind: 1, 'left-out': LEFT_OUT } as const;
const EDITIONS = 3;

/** Where an entry stands: the dose asked for; all words in names, by the weakest of them; words in the text. */
const DOSE_ASKED = 0;
const IN_TEXT = 5;
const TIERS = 6;
// Within the text: how many words are missing (of 16 at most), and then the weakest of those met. Where some are missing,
// entries that the others name stand before those that only mention them.
const CLASSES = 5;
const IN_MISSING = 2 * CLASSES;
const STEPS = 17 * IN_MISSING;

/** Whether every word met also stands there as it was written, though another word for it stands in a better place. */
function isAllWritten(scores: Scores, asked: number, entry: number): boolean {
  const bits = scores.wordBits[entry] ?? 0;
  for (let place = 0; place < asked; place++) {
    if ((bits & (1 << place)) !== 0 && !scores.isAsWritten(place, entry)) return false;
  }
  return true;
}

/** For each entry 0 where its edition leads or there is none, 1 behind another, 2 left out unless asked for. */
export function toEditionRanks({ size, protocolOf, kindOf }: Collection, editions: readonly Edition[]): Uint8Array {
  const ofProtocol = editions.map(({ rank }) => EDITION_RANKS[rank]);
  return Uint8Array.from({ length: size }, (_, entry) => {
    // What the clinic wrote is found whatever became of the edition it stands in.
    if (kindOf[entry] === NOTE) return 0;
    return ofProtocol[protocolOf[entry] ?? NO_PROTOCOL] ?? 0;
  });
}

/** What is put in order, and by what. */
export interface Ranking {
  readonly scores: Scores;
  readonly groups: readonly Group[];
  /** Of each entry what `toEditionRanks` says. */
  readonly editionRanks: Uint8Array;
  /** Set when the query asks for a dose. */
  readonly asked: AskedDoses | undefined;
  readonly facets: Facets;
  readonly superseded: boolean;
  readonly limit: number;
}

export interface Ranked {
  /** Entries, best first. */
  readonly entries: readonly number[];
  readonly scoreOf: (entry: number) => number;
  readonly total: number;
  readonly counts: HitCounts;
}

/**
 * Puts entries in an order that is the same on every computer: editions that lead before those behind them; the dose asked
 * for; every word in names, as written, then begun, then by another word, then mended; words in the text. A whole name
 * said beats a part of one. What nothing else tells apart is ordered by name, then by id.
 */
export class Ranker {
  readonly #collection: Collection;
  /** Entries that pass, and where each stands before names and scores are looked at. */
  readonly #kept: Uint32Array;
  readonly #steps: Uint16Array;
  /** Of entries that may be among the best: how long a name was said whole, and the score. */
  readonly #said: Uint8Array;
  readonly #scores: Float64Array;
  /** Terms said of one entry; kept, since thousands are asked one after another. */
  readonly #terms: number[] = [];
  readonly #onStep = new Uint32Array(EDITIONS * TIERS * STEPS);

  constructor(collection: Collection) {
    this.#collection = collection;
    this.#kept = new Uint32Array(collection.size);
    this.#steps = new Uint16Array(collection.size);
    this.#said = new Uint8Array(collection.size);
    this.#scores = new Float64Array(collection.size);
  }

  rank(ranking: Ranking): Ranked {
    const { scores, groups, facets, limit, superseded, editionRanks } = ranking;
    const { met, words } = scores;
    const least = Math.min(scores.mostWords, Math.floor(groups.length / 2) + 1);
    const [kept, steps, onStep] = [this.#kept, this.#steps, this.#onStep.fill(0)];
    let [all, total] = [0, 0];
    for (let at = 0; at < scores.metCount; at++) {
      const entry = met[at] ?? 0;
      if ((words[entry] ?? 0) < least) continue;
      const edition = editionRanks[entry] ?? 0;
      if (edition === LEFT_OUT && !superseded) continue;
      all++;
      facets.count(entry);
      if (!facets.passes(entry)) continue;
      const step = edition * TIERS * STEPS + this.#toStep(scores, groups.length, ranking.asked, entry);
      kept[total++] = entry;
      steps[entry] = step;
      onStep[step] = (onStep[step] ?? 0) + 1;
    }
    // Names and scores are looked at only where they can decide who is among the best.
    const last = this.#lastStep(limit);
    const best = new Smallest(limit, (a, b) => this.#compare(a, b));
    for (let at = 0; at < total; at++) {
      const entry = this.#kept[at] ?? 0;
      if ((this.#steps[entry] ?? 0) > last) continue;
      this.#said[entry] = this.#toSaid(ranking, entry);
      this.#scores[entry] = this.#toScore(ranking, entry);
      best.add(entry);
    }
    return {
      entries: best.sorted(),
      scoreOf: (entry) => this.#scores[entry] ?? 0,
      total,
      counts: facets.toCounts(all),
    };
  }

  #toStep(scores: Scores, asked: number, doses: AskedDoses | undefined, entry: number): number {
    if (doses !== undefined && this.#isAsked(doses, scores, entry)) return DOSE_ASKED;
    const weakest = scores.weakest[entry] ?? 0;
    if (scores.own[entry] === 1 && scores.namedBits[entry] === (1 << asked) - 1) return weakest * STEPS;
    // What explains a word comes after everything that uses it.
    const explains = this.#collection.kindOf[entry] === GLOSSARY;
    const step = explains ? CLASSES - 1 : weakest > 1 && isAllWritten(scores, asked, entry) ? 0 : weakest - 1;
    const missing = asked - (scores.words[entry] ?? 0);
    const named = scores.own[entry] === 1 && scores.namedBits[entry] === scores.wordBits[entry];
    return IN_TEXT * STEPS + missing * IN_MISSING + (missing === 0 || named ? 0 : CLASSES) + step;
  }

  #isAsked(asked: AskedDoses, scores: Scores, entry: number): boolean {
    return ((scores.namedBits[entry] ?? 0) & asked.restBits) === asked.restBits && asked.has(entry);
  }

  /** The last step on which one of the best can stand. */
  #lastStep(limit: number): number {
    let count = 0;
    let step = 0;
    for (; step < this.#onStep.length && count < limit; step++) count += this.#onStep[step] ?? 0;
    return step - 1;
  }

  /** The number of terms of the longest name that was said whole; of a dose asked for, of a name of its protocol. */
  #toSaid({ scores, groups, asked }: Ranking, entry: number): number {
    const tier = this.#tierOf(entry);
    if (tier === IN_TEXT) return 0;
    if (tier === DOSE_ASKED) return asked?.saidOf(entry) ?? 0;
    const { segment, base } = this.#collection.viewOf(entry);
    this.#terms.length = 0;
    for (let place = 0; place < groups.length; place++) {
      const best = groups[place]?.alternatives[scores.bestOf(place, entry)];
      for (const term of best?.terms ?? []) this.#terms.push(segment.buffers.terms.find(term));
    }
    return segment.longestNameOf(entry - base, this.#terms);
  }

  #toScore({ scores, groups }: Ranking, entry: number): number {
    const share = (scores.words[entry] ?? 0) / groups.length;
    const score = (scores.sums[entry] ?? 0) * share * (FACTORS[this.#collection.kindOf[entry] ?? 0] ?? 1);
    // Sums of the same parts in another order differ in the last digits; ties must stay ties.
    return Math.round(score * 1e6) / 1e6;
  }

  #tierOf(entry: number): number {
    return Math.floor((this.#steps[entry] ?? 0) / STEPS) % TIERS;
  }

  #compare(a: number, b: number): number {
    const step = (this.#steps[a] ?? 0) - (this.#steps[b] ?? 0);
    if (step !== 0) return step;
    const said = (this.#said[b] ?? 0) - (this.#said[a] ?? 0);
    if (said !== 0) return said;
    const kind = (this.#collection.kindOf[a] ?? 0) - (this.#collection.kindOf[b] ?? 0);
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
    const { kindOf } = this.#collection;
    return Number(IS_FACT[kindOf[b] ?? 0]) - Number(IS_FACT[kindOf[a] ?? 0]);
  }

  /** In the order of protocols, and within one in its own, so that a second dose follows the first. */
  #compareReading(a: number, b: number): number {
    const { protocolOf, protocolOrder } = this.#collection;
    return (protocolOrder[protocolOf[a] ?? 0] ?? 0) - (protocolOrder[protocolOf[b] ?? 0] ?? 0) || a - b;
  }

  #compareNames(a: number, b: number): number {
    const [one, two] = [this.#collection.viewOf(a), this.#collection.viewOf(b)];
    const [placeA, placeB] = [a - one.base, b - two.base];
    if (one === two) return (one.segment.buffers.nameOrder[placeA] ?? 0) - (one.segment.buffers.nameOrder[placeB] ?? 0);
    const [nameA, nameB] = [one.segment.sortNameAt(placeA), two.segment.sortNameAt(placeB)];
    return nameA === nameB ? a - b : nameA < nameB ? -1 : 1;
  }
}
