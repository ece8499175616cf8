import { fail, ok } from '../schema/result';
import type { SetAmount } from '../schema/values';
import { compareAmounts } from '../units/compare';
import type { DoseBlock } from './dose-request';
import type { Measured } from './exact';
import { type Outcome, enteredAmount, optionalAmount, usableAmount } from './usable';
import { type Dimension, dimensionOf } from '../units/unit-table';

/** The amounts of a block that a person may choose from, every one fit to compute with. */
export interface AmountsOffered {
  readonly min?: SetAmount | undefined;
  readonly usual?: SetAmount | undefined;
  readonly max?: SetAmount | undefined;
  readonly choices: readonly SetAmount[];
  /** What an adjustment puts in its place. */
  readonly replacements: readonly SetAmount[];
  /** What every one of them measures. */
  readonly dimension: Dimension;
}

/** Reads the amounts of a block; one that is not verified withholds all, since a range with an open end is no limit. */
export function offeredAmounts({ amount, adjustments }: DoseBlock): Outcome<AmountsOffered> {
  const min = optionalAmount(amount.min, 'amount.min');
  if (!min.ok) return min;
  const usual = optionalAmount(amount.usual, 'amount.usual');
  if (!usual.ok) return usual;
  const max = optionalAmount(amount.max, 'amount.max');
  if (!max.ok) return max;
  const choices: SetAmount[] = [];
  for (const each of amount.choices ?? []) {
    const choice = usableAmount(each, 'amount.choices');
    if (!choice.ok) return choice;
    choices.push(choice.value);
  }
  const stated = [min.value, usual.value, max.value, ...choices].filter((each) => each !== undefined);
  const [dimension, ...others] = new Set(stated.map(({ unit }) => dimensionOf(unit)));
  // No comparison between a mass and a volume means anything.
  if (others.length > 0) return fail({ kind: 'wrong-unit', input: 'amount.choices' });
  const replacements = (adjustments ?? []).flatMap((each) => {
    const replacement = optionalAmount(each.amount, 'amount.usual');
    return replacement.ok && replacement.value !== undefined && dimensionOf(replacement.value.unit) === dimension
      ? [replacement.value]
      : [];
  });
  if (dimension === undefined || (max.value === undefined && usual.value === undefined && choices.length === 0))
    return fail({ kind: 'not-stated', field: 'amount.max' });
  return ok({ min: min.value, usual: usual.value, max: max.value, choices, replacements, dimension });
}

/** What several sources say instead, in the block's own words; empty when nothing is contested. */
export function contestedTexts({ contested, amount, reported }: DoseBlock): string[] {
  const usual = amount.usual?.mark === 'local' ? undefined : amount.usual?.contested;
  return [contested, usual, ...(reported ?? []).map(({ label }) => label)].filter((text) => text !== undefined);
}

/** The amount to compute with: the one entered, or the usual one where nobody contests it. */
export function chooseAmount(
  block: DoseBlock,
  offered: AmountsOffered,
  entered: Measured | undefined,
): Outcome<Measured> {
  const { usual } = offered;
  if (entered !== undefined) return enteredWithin(entered, offered);
  const texts = contestedTexts(block);
  if (texts.length > 0) return fail({ kind: 'contested', texts });
  return usual === undefined ? fail({ kind: 'missing', input: 'amount' }) : ok(usual);
}

function enteredWithin(entered: Measured, offered: AmountsOffered): Outcome<Measured> {
  const { min, usual, max, choices, replacements, dimension } = offered;
  const found = enteredAmount(entered, 'amount', [dimension]);
  if (!found.ok) return found;
  const equals = (amount: Measured): boolean => compareAmounts(entered, amount) === 0;
  if ([...choices, ...replacements].some(equals)) return found;
  const lowest = min ?? usual;
  const highest = max ?? usual;
  const below = lowest !== undefined && (compareAmounts(entered, lowest) ?? 0) < 0;
  const above = highest === undefined || (compareAmounts(entered, highest) ?? 0) > 0;
  if (choices.length === 0 && !below && !above) return found;
  const range = { by: 'block' as const, min: lowest, max: highest, ...(choices.length > 0 ? { choices } : {}) };
  return fail({ kind: 'outside-range', input: 'amount', given: entered, range });
}
