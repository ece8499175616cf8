import type { Tier } from './answer';
import { HIT_KINDS } from './answer';
import type { FoundEntry } from './entries';
import { FIELD, type Posting } from './postings';
import type { Alternative, Group } from './plan';

/** The best way one written word was met in one entry. */
export interface GroupMatch {
  /** The written word, as a term. */
  readonly word: string;
  readonly alternative: Alternative;
  /** Every way it was met, in the order of the plan. */
  readonly all: Alternative[];
  readonly value: number;
  readonly fields: number;
}

export interface Ranked {
  readonly entry: FoundEntry;
  readonly matches: readonly GroupMatch[];
  readonly order: readonly number[];
  /** What decides between equals. */
  readonly tie: string;
  readonly score: number;
}

/** Any place that names an entry or what it belongs to. */
export const NAMED = FIELD.title | FIELD.aliases | FIELD.heading | FIELD.own;
const CLASS_OF_TIER: Readonly<Record<Tier, number>> = { exact: 1, prefix: 2, expanded: 3, repaired: 4 };
const IN_TEXT = 5;
const DOSE_ASKED = 0;

/**
 * How one group is met in each entry: valued by the way that says most, classed by the way that is best, since a brand
 * written in a name is an exact match even where the generic name stands in more places.
 */
export function matchGroup(
  { word: { whole: word }, alternatives }: Group,
  of: (term: string) => readonly Posting[],
): Map<number, GroupMatch> {
  const best = new Map<number, GroupMatch>();
  for (const alternative of alternatives) {
    for (const { entry, impact, fields } of meet(alternative.terms.map(of))) {
      const held = best.get(entry);
      const value = Math.max(impact * alternative.weight, held?.value ?? 0);
      const all = held?.all ?? [];
      all.push(alternative);
      const better = held === undefined || placeOf(alternative, fields) < placeOf(held.alternative, held.fields);
      best.set(entry, better ? { word, alternative, value, fields, all } : { ...held, value, all });
    }
  }
  return best;
}

/** In its own name, in a name above it, in its text; within each as written, begun, by another word, mended. */
function placeOf({ tier }: Alternative, fields: number): number {
  const place = (fields & FIELD.own) !== 0 ? 0 : (fields & NAMED) !== 0 ? 1 : 2;
  return place * IN_TEXT + CLASS_OF_TIER[tier];
}

/** Entries that hold all terms: the mean of what they say, and only the places they all stand in. */
function meet(lists: readonly (readonly Posting[])[]): readonly Posting[] {
  const [first = [], ...rest] = lists.toSorted((a, b) => a.length - b.length);
  if (rest.length === 0) return first;
  const others = rest.map((list) => new Map(list.map((posting) => [posting.entry, posting])));
  return first.flatMap((posting) => {
    const met = others.flatMap((other) => other.get(posting.entry) ?? []);
    if (met.length < rest.length) return [];
    const all = [posting, ...met];
    const impact = all.reduce((sum, { impact: part }) => sum + part, 0) / all.length;
    const named = all.every(({ fields }) => (fields & NAMED) !== 0);
    const fields = all.reduce((bits, other) => bits & other.fields, posting.fields);
    const own = named && all.some((other) => (other.fields & FIELD.own) !== 0) ? FIELD.own : 0;
    return [{ entry: posting.entry, impact, fields: named ? fields | FIELD.aliases | own : FIELD.body }];
  });
}

/**
 * Where an entry stands, smallest first: asked dose; every word in its names, as written, then begun, then by another
 * word, then mended; words in its text. A whole name said beats a part of one.
 */
export function toOrder(
  entry: FoundEntry,
  matches: readonly GroupMatch[],
  groups: number,
  doseAsked: boolean,
  score: number,
): number[] {
  const tier = doseAsked ? DOSE_ASKED : classOf(matches, groups);
  // Where several protocols dose the drug by this route, the one called what was typed comes first.
  const said = doseAsked ? matches.flatMap(({ all }) => all) : matches.map(({ alternative }) => alternative);
  const wholeName = tier < IN_TEXT ? longestNameSaid(doseAsked ? entry.protocolNames : entry.names, said) : 0;
  const kind = HIT_KINDS.indexOf(entry.kind);
  // Among doses asked for, and among things called the same, a score would only say which has the shorter text.
  return doseAsked || wholeName > 0
    ? [tier, -wholeName, kind, doseAsked ? 0 : -score]
    : [tier, -wholeName, -score, kind];
}

function classOf(matches: readonly GroupMatch[], groups: number): number {
  const named = matches.length === groups && matches.every(({ fields }) => (fields & NAMED) !== 0);
  if (!named || !matches.some(({ fields }) => (fields & FIELD.own) !== 0)) return IN_TEXT;
  return Math.max(...matches.map(({ alternative }) => CLASS_OF_TIER[alternative.tier]));
}

/** The number of terms of the longest name that was said whole. */
function longestNameSaid(names: readonly ReadonlySet<string>[], by: readonly Alternative[]): number {
  const said = new Set(by.flatMap(({ terms }) => terms));
  return Math.max(0, ...names.filter((name) => [...name].every((term) => said.has(term))).map((name) => name.size));
}

/** Deterministic to the last: what nothing else tells apart is ordered by name, then by id. */
export function compareRanked(a: Ranked, b: Ranked): number {
  for (const [index, value] of a.order.entries()) {
    const difference = value - (b.order[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(a.tie, b.tie);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
