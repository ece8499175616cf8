import { fail, ok } from '../schema/result';
import { compareAmounts } from '../units/compare';
import type { RefusalReason } from './dose-answer';
import type { DoseBlock, DoseInputs, GivenDose } from './dose-request';
import { type Measured, countOf, decimalOf, durationOf, toFraction } from './exact';
import { countsWithin } from './check-sitting';
import { type Outcome, feedsCalculator } from './usable';

type Repeat = NonNullable<DoseBlock['repeat']>[number];

const DAY: Measured = { value: decimalOf('1'), unit: 'd' };

/** Whether the block lets this dose follow those already given in the sitting, of the same drug. */
export function checkRepeat(block: DoseBlock, inputs: DoseInputs, given: readonly GivenDose[]): Outcome<undefined> {
  const rules = block.repeat ?? [];
  const again = given.filter(({ blockId }) => blockId === block.id);
  if (inputs.repeat !== undefined && rules[inputs.repeat] === undefined) return fail({ kind: 'no-such-repeat' });
  if (given.length === 0 || (again.length === 0 && rules.length === 0)) return ok(undefined);
  if (rules.length === 0) return fail({ kind: 'repeat-not-stated' });
  // Several rules are several courses; which one is followed decides, so a person says it.
  const rule = rules[inputs.repeat ?? 0];
  if (rule === undefined || (inputs.repeat === undefined && rules.length > 1))
    return fail({ kind: 'missing', input: 'repeat' });
  if (!feedsCalculator(rule.mark)) return fail({ kind: 'not-verified', field: 'repeat', mark: rule.mark });
  const refused = checkCount(rule, again) ?? checkInterval(rule, given, again);
  return refused === undefined ? ok(undefined) : fail(refused);
}

function checkCount({ maxCount }: Repeat, again: readonly GivenDose[]): RefusalReason | undefined {
  if (maxCount === undefined || countOf(again).lt(toFraction(maxCount))) return undefined;
  return { kind: 'count-reached', count: maxCount };
}

function checkInterval(
  { interval, per, within, times }: Repeat,
  given: readonly GivenDose[],
  again: readonly GivenDose[],
): RefusalReason | undefined {
  const tooSoon = interval === undefined ? undefined : checkSince(interval, given);
  if (tooSoon !== undefined) return tooSoon;
  const period = per ?? within;
  if (period === undefined || again.length === 0) return undefined;
  const length = durationOf(period);
  // A course counted in days or weeks is one dose a sitting: "twice a week" is not twice today. An interval says it itself.
  if (length === undefined || (compareAmounts(length, DAY) ?? 0) >= 0)
    return interval === undefined ? { kind: 'one-a-sitting', per: period } : undefined;
  const counted = again.filter((each) => countsWithin(each, period));
  return times === undefined || countOf(counted).lt(toFraction(times))
    ? undefined
    : { kind: 'count-reached', count: times };
}

/** The interval runs from the latest dose of the drug, whichever block it came from. */
function checkSince(interval: string, given: readonly GivenDose[]): RefusalReason | undefined {
  const needed = durationOf(interval);
  for (const { since } of given) {
    if (since === undefined || needed === undefined) return { kind: 'missing', input: 'since' };
    if ((compareAmounts(since, needed) ?? 0) < 0) return { kind: 'too-soon', interval, since };
  }
  return undefined;
}
