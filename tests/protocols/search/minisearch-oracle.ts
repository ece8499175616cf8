import MiniSearch from 'minisearch';
import type { Protocol } from '../../../protocols/schema/protocol';
import { readWords } from '../../../protocols/search/analyser';
import type { HitKind, Tier } from '../../../protocols/search/answer';
import { type SearchEntry, toEntries } from '../../../protocols/search/entries';
import { FEW_FOUND } from '../../../protocols/search/execute';
import type { Group, QueryPlan } from '../../../protocols/search/plan';

const FIELDS = ['title', 'aliases', 'inherited', 'heading', 'body', 'own'] as const;
const NAMED: readonly string[] = ['title', 'aliases', 'heading', 'own'];
const CLASSES: Readonly<Record<Tier, number>> = { exact: 1, prefix: 2, expanded: 3, repaired: 5 };
const BETWEEN = '\u0001';
const AS_IT_IS = { tokenize: (text: string) => text.split(BETWEEN), processTerm: (term: string) => term };

interface Met {
  /** 0 in its own name, 1 in a name above it, 2 in its text. */
  readonly place: number;
  readonly tier: number;
  /** Whether the word stands anywhere in it as it was written. */
  readonly written: boolean;
  readonly group?: Group;
}

/**
 * Where an entry must stand, smallest first: its tier, how many words it lacks, the weakest of those it meets. Where words
 * are missing, what the others name stands before what only mentions them.
 */
export type Standing = readonly [tier: number, missing: number, weakest: number];

/** Carries out our plans with MiniSearch: another index, kept by others, that must find what ours finds. */
export class MiniSearchOracle {
  readonly #entries: readonly SearchEntry[];
  readonly #index = new MiniSearch({ fields: [...FIELDS], ...AS_IT_IS });

  constructor(protocols: readonly Protocol[]) {
    this.#entries = protocols.flatMap(toEntries);
    this.#index.addAll(this.#entries.map((entry, id) => ({ id, ...toFields(entry) })));
  }

  /** For each entry found, by its number in the order of the documents, where it must stand. */
  execute({ groups }: QueryPlan): Map<number, Standing> {
    const met = new Map<number, Met[]>();
    for (const group of groups) {
      for (const [id, best] of this.#meet(group)) met.set(id, [...(met.get(id) ?? []), { ...best, group }]);
    }
    const fixed = groups.filter(({ isFixed }) => isFixed);
    const most = Math.max(0, ...[...met.values()].map(({ length }) => length));
    const least = Math.min(most, Math.floor(groups.length / 2) + 1);
    const enough = [...met.values()].filter((words) => words.length >= least).length;
    const isFound = (words: readonly Met[]): boolean =>
      words.length >= least ||
      (least > 1 &&
        enough < FEW_FOUND &&
        isCalled(words) &&
        fixed.every((one) => words.some(({ group }) => group === one)));
    return new Map(
      [...met]
        .filter(([, words]) => isFound(words))
        .map(([id, words]) => [id, toStanding(words, groups.length, this.#entries[id]?.kind ?? 'section')]),
    );
  }

  #meet({ alternatives }: Group): Map<number, Met> {
    const best = new Map<number, Met>();
    for (const { terms, tier, isRemote } of alternatives) {
      const found = this.#index.search({ combineWith: 'AND', queries: [...terms] }, AS_IT_IS);
      for (const { id, match } of found as readonly { id: number; match: Record<string, string[]> }[]) {
        const places = terms.map((term) => toPlace(match[term] ?? []));
        // A phrase is a name only where all of it stands in names.
        const place = places.includes(2) ? 2 : Math.min(...places);
        const held = best.get(id);
        const now = {
          place,
          tier: CLASSES[tier] + (isRemote ? 1 : 0),
          written: tier === 'exact' || held?.written === true,
        };
        const better = held === undefined || place < held.place || (place === held.place && now.tier < held.tier);
        best.set(id, better ? now : { ...held, written: now.written });
      }
    }
    return best;
  }
}

function toFields({ fields, pieces, own }: SearchEntry): Record<(typeof FIELDS)[number], string> {
  const terms = (...texts: readonly string[]): string[] =>
    texts.flatMap((text) => readWords(text).flatMap((word) => word.terms));
  const [title, aliases, inherited, heading] = [
    terms(fields.title),
    terms(...fields.aliases),
    terms(...fields.inherited),
    terms(fields.heading),
  ];
  const body = terms(...pieces.map(({ text }) => text));
  const all = new Set([title, aliases, inherited, heading, body].flat());
  const join = (list: readonly string[]): string => list.join(BETWEEN);
  return {
    title: join(title),
    aliases: join(aliases),
    inherited: join(inherited),
    heading: join(heading),
    body: join(body),
    own: join([...own].filter((term) => all.has(term))),
  };
}

function toPlace(fields: readonly string[]): number {
  if (fields.includes('own')) return 0;
  return fields.some((field) => NAMED.includes(field)) ? 1 : 2;
}

function isCalled(words: readonly Met[]): boolean {
  return words.every(({ place }) => place < 2) && words.some(({ place }) => place === 0);
}

function toStanding(words: readonly Met[], asked: number, kind: HitKind): Standing {
  const weakest = Math.max(...words.map(({ tier }) => tier));
  const missing = asked - words.length;
  const named = isCalled(words);
  if (named && missing === 0) return [weakest, 0, 0];
  const met = words.every(({ written }) => written) ? 1 : weakest;
  return [7, missing, (kind === 'glossary' ? 7 : met) + (missing === 0 || named ? 0 : 7)];
}
