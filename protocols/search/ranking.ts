import type { Tier } from './answer';
import { HIT_KINDS } from './answer';
import type { SearchEntry } from './entries';
import { FIELD, type Posting } from './postings';
import type { Alternative, Group } from './plan';

/** The best way one written word was met in one entry. */
export interface GroupMatch {
  readonly alternative: Alternative;
  /** Every way it was met, in the order of the plan. */
  readonly all: readonly Alternative[];
  readonly value: number;
  readonly fields: number;
}

export interface Ranked {
  readonly entry: SearchEntry;
  readonly matches: readonly GroupMatch[];
  readonly place: number;
  readonly order: readonly number[];
  readonly score: number;
}

/** Any place that names an entry or what it belongs to. */
export const NAMED = FIELD.title | FIELD.aliases | FIELD.heading | FIELD.own;
const CLASS_OF_TIER: Readonly<Record<Tier, number>> = { exact: 1, prefix: 2, expanded: 3, repaired: 4 };
const IN_TEXT = 5;
const DOSE_ASKED = 0;

/** The best match of each entry for one group: what was written beats what stands for it, in the same place. */
export function matchGroup({ alternatives }: Group, of: (term: string) => readonly Posting[]): Map<number, GroupMatch> {
  const best = new Map<number, GroupMatch>();
  for (const alternative of alternatives) {
    for (const { entry, impact, fields } of meet(alternative.terms.map(of))) {
      const value = impact * alternative.weight;
      const held = best.get(entry);
      const all = [...(held?.all ?? []), alternative];
      best.set(
        entry,
        held === undefined || value > held.value ? { alternative, value, fields, all } : { ...held, all },
      );
    }
  }
  return best;
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
  entry: SearchEntry,
  matches: readonly GroupMatch[],
  groups: number,
  doseAsked: boolean,
  score: number,
): number[] {
  const tier = doseAsked ? DOSE_ASKED : classOf(matches, groups);
  const wholeName = tier > DOSE_ASKED && tier < IN_TEXT && saysWholeName(entry, matches) ? 0 : 1;
  return [tier, wholeName, -score, HIT_KINDS.indexOf(entry.kind)];
}

function classOf(matches: readonly GroupMatch[], groups: number): number {
  const named = matches.length === groups && matches.every(({ fields }) => (fields & NAMED) !== 0);
  if (!named || !matches.some(({ fields }) => (fields & FIELD.own) !== 0)) return IN_TEXT;
  return Math.max(...matches.map(({ alternative }) => CLASS_OF_TIER[alternative.tier]));
}

function saysWholeName(entry: SearchEntry, matches: readonly GroupMatch[]): boolean {
  const said = new Set(matches.flatMap(({ alternative }) => alternative.terms));
  return entry.names.some((name) => name.size > 0 && [...name].every((term) => said.has(term)));
}

/** Deterministic to the last: what nothing else tells apart is ordered by name, then by id. */
export function compareRanked(a: Ranked, b: Ranked): number {
  for (const [index, value] of a.order.entries()) {
    const difference = value - (b.order[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(nameOf(a.entry), nameOf(b.entry)) || a.place - b.place;
}

function nameOf({ heading, protocol, blockId }: SearchEntry): string {
  return `${heading}\n${protocol.title}\n${protocol.id}@${protocol.version}\n${blockId}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
