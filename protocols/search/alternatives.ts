import type { Tier } from './answer';
import type { Expansion } from './lexicon';

/** One way a written word may stand in a text; all its terms must occur. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
  readonly tier: Tier;
  /** Two steps away: another word's other word, or another word for a word begun or mended. */
  readonly isRemote: boolean;
  /** What was written, which may be a whole phrase, and what stands for it. */
  readonly written: string;
  readonly shown: string;
  /** What was written is an abbreviation. */
  readonly abbreviated?: boolean;
}

/** How an alternative comes from what was written, and how much it says. */
export type Way = Pick<Alternative, 'tier' | 'weight' | 'isRemote'>;

export const AS_WRITTEN: Way = { tier: 'exact', weight: 1, isRemote: false };
export const BEGUN: Way = { tier: 'prefix', weight: 0.7, isRemote: false };
export const OTHER: Way = { tier: 'expanded', weight: 0.8, isRemote: false };
export const BEGUN_OTHER: Way = { tier: 'expanded', weight: OTHER.weight * BEGUN.weight, isRemote: true };
const MENDED_WEIGHT = 0.85;
const INDIRECT = 0.9; // of two synonyms of one term

/** A word so many edits away. */
export function toMendedWay(distance: number): Way {
  return { tier: 'repaired', weight: MENDED_WEIGHT / (1 + distance / 4), isRemote: false };
}

/** Another word for a mended one. */
export function toOtherOf({ tier, weight }: Way): Way {
  return { tier, weight: weight * OTHER.weight, isRemote: true };
}

export function toAlternatives(
  { shown, forms, direct, abbreviated }: Expansion,
  written: string,
  { tier, weight, isRemote }: Way,
): Alternative[] {
  const as = { tier, weight: direct ? weight : weight * INDIRECT, isRemote: isRemote || !direct };
  return forms.map((terms) => ({ terms, written, shown, abbreviated, ...as }));
}

const CLASS_OF_TIER: Readonly<Record<Tier, number>> = { exact: 1, prefix: 2, expanded: 3, repaired: 5 };
/** The class of the weakest way to meet a word. */
export const WEAKEST_CLASS = 6;

/** As written, begun, by another word, by another word's other word, mended, by another word for the mended one: 1 to 6. */
export function classOf({ tier, isRemote }: Alternative): number {
  return CLASS_OF_TIER[tier] + (isRemote ? 1 : 0);
}
