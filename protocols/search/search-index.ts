import Fuse from 'fuse.js';
import type { Protocol } from '../schema/protocol';
import { walkBlocks } from '../schema/walk-blocks';
import { toDay } from '../text/in-force';
import type { HitKind, Reason, SearchAnswer, SearchEngine, SearchHit, SearchOptions } from './answer';
import { toCounts, toFilter } from './filters';
import { type DoseIntent, toDoseIntent } from './dose-intent';
import { type Edition, type IndexedProtocol, toEditions, toIndexedProtocol } from './editions';
import { type FoundEntry, toEntries } from './entries';
import { Lexicon, toLexiconWords } from './lexicon';
import { type QueryPlan, readQuery, toPlan } from './plan';
import { Postings } from './postings';
import { toReason } from './reasons';
import { type GroupMatch, type Ranked, NAMED, compareRanked, matchGroup, toOrder } from './ranking';
import { findMarks, toSnippet } from './snippet';
import {
  SNAPSHOT_FORMAT,
  type SearchSnapshot,
  fromStoredEntry,
  toFoundEntry,
  toLists,
  toSets,
  toStoredEntry,
} from './snapshot';
import { Speller } from './speller';

// What is decided by counts more than what is read; the meaning of a word counts least.
const KIND_FACTORS: Partial<Record<HitKind, number>> = {
  dose: 1.25,
  contraindication: 1.25,
  emergency: 1.25,
  monitoring: 1.25,
  glossary: 0.4,
};
const CLOSEST = 3;
const NAMES = { threshold: 0.6, ignoreLocation: true, ignoreDiacritics: true, includeScore: true };

/**
 * The index of the documents on this computer. It begins with what a snapshot holds, if one is given; documents are
 * added one by one and never taken out.
 */
export class SearchIndex implements SearchEngine {
  readonly #protocols: IndexedProtocol[] = [];
  readonly #entries: FoundEntry[] = [];
  readonly #postings: Postings;
  readonly #lexicon: Lexicon;
  readonly #names = new Set<string>();
  #speller: Speller | undefined;
  #editions: { today: string; of: ReadonlyMap<IndexedProtocol, Edition> } | undefined;

  constructor(protocols: readonly Protocol[] = [], snapshot?: SearchSnapshot) {
    this.#postings = new Postings(snapshot?.postings);
    this.#lexicon = new Lexicon(snapshot?.lexicon);
    if (snapshot !== undefined) this.#restore(snapshot);
    for (const protocol of protocols) this.add(protocol);
  }

  add(protocol: Protocol): void {
    const indexed = toIndexedProtocol(protocol);
    this.#protocols.push(indexed);
    this.#lexicon.add(toLexiconWords(protocol));
    for (const entry of toEntries(protocol, indexed)) {
      this.#postings.add(this.#entries.length, entry);
      this.#entries.push(toFoundEntry(entry));
    }
    for (const name of namesOf(protocol)) this.#names.add(name);
    this.#speller = undefined;
    this.#editions = undefined;
  }

  /** Everything that was indexed, as plain data: a built library brings it along, so that a start need not read every text. */
  toSnapshot(): SearchSnapshot {
    return {
      format: SNAPSHOT_FORMAT,
      protocols: this.#protocols.map((protocol) => ({ ...protocol, names: toLists(this.#namesOf(protocol)) })),
      entries: this.#entries.map((entry) => toStoredEntry(entry, this.#protocols.indexOf(entry.protocol))),
      postings: this.#postings.toSnapshot(),
      lexicon: this.#lexicon.toSnapshot(),
      names: [...this.#names],
    };
  }

  #restore({ protocols, entries, names }: SearchSnapshot): void {
    const restored = protocols.map(({ names: ownNames, ...protocol }) => ({ protocol, names: toSets(ownNames) }));
    this.#protocols.push(...restored.map(({ protocol }) => protocol));
    for (const entry of entries) {
      const owner = restored[entry.protocol];
      if (owner === undefined) throw new RangeError('an entry of a protocol that is not there');
      this.#entries.push(fromStoredEntry(entry, owner.protocol, owner.names));
    }
    for (const name of names) this.#names.add(name);
  }

  #namesOf(protocol: IndexedProtocol): FoundEntry['protocolNames'] {
    return this.#entries.find((entry) => entry.protocol === protocol)?.protocolNames ?? [];
  }

  search(
    query: string,
    limit: number,
    { today = toDay(new Date()), superseded = false, filter = {} }: SearchOptions = {},
  ): SearchAnswer {
    this.#speller ??= new Speller([...this.#postings.terms(), ...this.#lexicon.keys()]);
    const plan = toPlan(query, this.#lexicon, this.#postings, this.#speller);
    const editions = this.#editionsOn(today);
    const found = this.#rank(
      plan,
      toDoseIntent(readQuery(query), !/\s$/.test(query), this.#lexicon),
      editions,
      superseded,
    );
    const facets = found.map(({ entry }) => ({
      kind: entry.kind,
      standing: editions.get(entry.protocol)?.standing,
      routes: entry.dose === undefined ? [] : [entry.dose.route],
    }));
    const passes = toFilter(filter);
    const ranked = found.filter((_, at) => {
      const facet = facets[at];
      return facet !== undefined && passes(facet);
    });
    const { repaired, suggested, unmatched } = plan;
    return {
      query,
      hits: ranked.slice(0, limit).map((hit) => toHit(hit, editions)),
      total: ranked.length,
      counts: toCounts(facets),
      closest: found.length === 0 ? this.#closest(plan) : [],
      repaired,
      suggested,
      unmatched,
    };
  }

  #rank(
    { groups }: QueryPlan,
    intent: DoseIntent | undefined,
    editions: ReadonlyMap<IndexedProtocol, Edition>,
    superseded: boolean,
  ): Ranked[] {
    const matches = new Map<number, GroupMatch[]>();
    for (const group of groups) {
      const met = matchGroup(group, (term) => this.#postings.of(term));
      // Rare words say more. Taken over the whole group, so that a synonym does not gain by being rare.
      const rarity = Math.log(1 + (this.#entries.length - met.size + 0.5) / (met.size + 0.5));
      for (const [entry, match] of met) {
        const held = matches.get(entry);
        const weighed = { ...match, value: match.value * rarity };
        if (held === undefined) matches.set(entry, [weighed]);
        else held.push(weighed);
      }
    }
    const least = leastMatched(groups.length, matches);
    return [...matches]
      .filter(([, met]) => met.length >= least)
      .flatMap(([place, met]) => {
        const entry = this.#entries[place];
        const rank = entry === undefined ? 'left-out' : editions.get(entry.protocol)?.rank;
        if (entry === undefined || (rank === 'left-out' && !superseded)) return [];
        const sum = met.reduce((total, { value }) => total + value, 0);
        const score = round(((sum * met.length) / groups.length) * (KIND_FACTORS[entry.kind] ?? 1));
        const asked = this.#isAsked(entry, met, intent);
        const order = toOrder(entry, met, groups.length, asked, score);
        const tie = asked ? entry.readingOrder : entry.sortName;
        return [
          { entry, matches: met, score, tie, order: [rank === 'leading' ? 0 : rank === 'behind' ? 1 : 2, ...order] },
        ];
      })
      .toSorted(compareRanked);
  }

  /** Whether this is the dose the query asks for, and not the title of its protocol typed out. */
  #isAsked(entry: FoundEntry, matches: readonly GroupMatch[], intent: DoseIntent | undefined): boolean {
    const { dose, protocol } = entry;
    if (dose === undefined || intent === undefined || protocol.status === 'retired') return false;
    const named = new Set(matches.filter(({ fields }) => (fields & NAMED) !== 0).map(({ word }) => word));
    return (
      this.#lexicon.findDrug(dose.drug) === intent.drug &&
      (intent.routes.size === 0 || intent.routes.has(dose.route)) &&
      [...intent.rest].every((word) => named.has(word)) &&
      !isSame(entry.protocolNames[0] ?? new Set(), intent.typed)
    );
  }

  #editionsOn(today: string): ReadonlyMap<IndexedProtocol, Edition> {
    if (this.#editions?.today !== today) this.#editions = { today, of: toEditions(this.#protocols, today) };
    return this.#editions.of;
  }

  #closest({ words, suggested, unmatched }: QueryPlan): string[] {
    if (words.length === 0) return [];
    const fuse = new Fuse([...this.#names].toSorted(), NAMES);
    const near = [words.map((word) => word.written).join(' '), ...unmatched].flatMap((text) =>
      fuse.search(text.slice(0, 32), { limit: CLOSEST }),
    );
    return [...new Set([...suggested.map(({ shown }) => shown), ...near.map(({ item }) => item)])].slice(0, CLOSEST);
  }
}

/** More than half of the words, or, where nothing has that many, the most that anything has. */
function leastMatched(groups: number, matches: ReadonlyMap<number, readonly GroupMatch[]>): number {
  const most = Math.max(0, ...[...matches.values()].map((met) => met.length));
  return Math.min(most, Math.floor(groups / 2) + 1);
}

function toHit({ entry, matches, score }: Ranked, editions: ReadonlyMap<IndexedProtocol, Edition>): SearchHit {
  const { protocol, kind, heading, sectionId, pieces } = entry;
  const terms = new Set(matches.flatMap(({ all }) => all.flatMap((alternative) => alternative.terms)));
  const { text, blockId } = toSnippet(pieces, terms);
  // A section found by its prose opens at the paragraph; one found by its heading opens at the top.
  const inProse = matches.some(({ fields }) => (fields & NAMED) === 0);
  return {
    protocolId: protocol.id,
    version: protocol.version,
    sectionId,
    blockId: kind === 'section' && inProse ? blockId : entry.blockId,
    kind,
    itemId: '',
    title: protocol.title,
    heading,
    snippet: text,
    status: protocol.status,
    standing: editions.get(protocol)?.standing,
    score,
    reasons: reasonsOf(matches),
    marks: {
      title: findMarks(protocol.title, terms),
      heading: findMarks(heading, terms),
      snippet: findMarks(text, terms),
    },
  };
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((term) => b.has(term));
}

/** For each written word the plainest of the ways it was met. */
function reasonsOf(matches: readonly GroupMatch[]): Reason[] {
  const reasons = matches.map(({ alternative, all }) =>
    toReason(
      all.find(({ tier }) => tier === 'exact') ?? all.find(({ tier }) => tier === alternative.tier) ?? alternative,
    ),
  );
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

function namesOf(protocol: Protocol): string[] {
  const blocks = [...walkBlocks(protocol)].map(({ block }) => block);
  const terms = blocks.flatMap((block) => (block.type === 'glossary' ? block.terms.map((entry) => entry.term) : []));
  const drugs = blocks.flatMap((block) => (block.type === 'dose' ? [block.drug.name] : []));
  return [protocol.title, ...protocol.aliases, ...terms, ...drugs];
}

// Sums of the same parts in another order differ in the last digits; ties must stay ties.
function round(score: number): number {
  return Math.round(score * 1e6) / 1e6;
}
