import { fail, ok } from '../schema/result';
import { compareAmounts } from '../units/compare';
import type { DosePlan } from './dose-plan';
import type { Measured } from './exact';
import { type Outcome, enteredAmount, usableTime } from './usable';

/** How long a dose is given over, and the shortest time its block allows. */
export interface ChosenDuration {
  readonly over: Measured | undefined;
  readonly shortest: Measured | undefined;
}

/**
 * The time entered, or the block's usual one. An end of the range that is not verified lets nobody go beyond the usual
 * time on that side, and stands in no one's way at it.
 */
export function chooseDuration(
  { block, solution, perTime }: DosePlan,
  entered: Measured | undefined,
): Outcome<ChosenDuration> {
  const { min, usual, max } = block.over ?? {};
  const shortest = usableTime(min, 'over.min');
  const known = shortest.ok ? shortest.value : undefined;
  const stated = usableTime(usual, 'over.usual');
  if (!stated.ok) return stated;
  if (entered === undefined) {
    const contested = usual?.mark === 'local' ? undefined : usual?.contested;
    if (stated.value !== undefined && contested === undefined) return ok({ over: stated.value, shortest: known });
    return solution.infusion || perTime
      ? fail({ kind: 'missing', input: 'over' })
      : ok({ over: undefined, shortest: known });
  }
  const found = enteredAmount(entered, 'over', ['time']);
  if (!found.ok) return found;
  if (block.over === undefined || (stated.value !== undefined && compareAmounts(entered, stated.value) === 0))
    return ok({ over: entered, shortest: known });
  if (!shortest.ok) return shortest;
  const longest = usableTime(max, 'over.max');
  if (!longest.ok) return longest;
  const [from, to] = [shortest.value ?? stated.value, longest.value ?? stated.value];
  const below = from !== undefined && (compareAmounts(entered, from) ?? 0) < 0;
  const above = to !== undefined && (compareAmounts(entered, to) ?? 0) > 0;
  if (below || above)
    return fail({ kind: 'outside-range', input: 'over', given: entered, range: { by: 'block', min: from, max: to } });
  return ok({ over: entered, shortest: known });
}
