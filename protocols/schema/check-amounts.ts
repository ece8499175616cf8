import { compareAmounts } from '../units/compare';
import { type Dimension, type UnitCode, dimensionOf } from '../units/unit-table';
import type { BlockOf } from './blocks';
import type { Readable } from './readable';
import type { Issue } from './result';
import { say } from './sentences';

import type { Amount, AmountRange, TimeRange } from './values';
import { walkBlocks, walkObjects } from './walk-blocks';
import { toSeconds } from './durations';
import { isSet } from './is-set';

/** Every range runs upwards in one dimension, and every part of a dose measures what it should. */
export function checkAmounts({ protocol, unread }: Readable): Issue[] {
  const issues: Issue[] = [];
  for (const { block, path } of walkBlocks(protocol)) {
    if (unread.has(block.id)) continue;
    for (const { node, path: at } of walkObjects(block, path)) {
      for (const field of ['amount', 'rate', 'weightRange']) {
        const range = node[field];
        if (typeof range === 'object' && range !== null && !('mark' in range))
          issues.push(...checkRange(range, `${at}.${field}`));
      }
      for (const field of ['over', 'time']) {
        const range = node[field];
        if (typeof range === 'object' && range !== null) issues.push(...checkTimes(range, `${at}.${field}`));
      }
    }
    if (block.type === 'dose') issues.push(...checkDose(block, path));
  }
  return issues;
}

function checkRange(range: AmountRange, path: string): Issue[] {
  const issues: Issue[] = [];
  const steps = (['min', 'usual', 'max'] as const).flatMap((name) => {
    const amount = range[name];
    return amount !== undefined && isSet(amount) ? [{ name, amount }] : [];
  });
  for (const [index, { name, amount }] of steps.entries()) {
    const next = steps[index + 1];
    if (next === undefined) continue;
    const order = compareAmounts(amount, next.amount);
    if (order === undefined)
      issues.push({
        path: `${path}.${next.name}`,
        rule: 'wrong-dimension',
        ...say('range-units', { unit: next.amount.unit, other: amount.unit, name }),
      });
    else if (order > 0)
      issues.push({
        path: `${path}.${next.name}`,
        rule: 'maximum-below-start',
        ...say('range-falls', {
          next: next.name,
          high: `${next.amount.value} ${next.amount.unit}`,
          name,
          low: `${amount.value} ${amount.unit}`,
        }),
      });
  }
  const choices = (range.choices ?? []).filter(isSet);
  for (const [index, choice] of choices.entries()) {
    const next = choices[index + 1];
    const order = next === undefined ? -1 : compareAmounts(choice, next);
    if (order === undefined || order >= 0)
      issues.push({
        path: `${path}.choices.${index + 1}`,
        rule: order === undefined ? 'wrong-dimension' : 'maximum-below-start',
        ...say('choices-rise'),
      });
  }
  return issues;
}

function checkTimes(range: TimeRange, path: string): Issue[] {
  const steps = (['min', 'usual', 'max'] as const).flatMap((name) => {
    const time = range[name];
    return time !== undefined && isSet(time) ? [{ name, time }] : [];
  });
  return steps.flatMap(({ time }, index) => {
    const next = steps[index + 1];
    const falls = next !== undefined && toSeconds(next.time.duration) < toSeconds(time.duration);
    return falls
      ? [
          {
            path: `${path}.${next.name}`,
            rule: 'maximum-below-start' as const,
            ...say('times-fall', { next: next.name, high: next.time.duration, low: time.duration }),
          },
        ]
      : [];
  });
}

// What one administration may be measured in, by what it is reckoned from.
const FIXED: readonly Dimension[] = ['mass', 'mass per time', 'volume', 'international units'];
const BY_WEIGHT: readonly Dimension[] = ['mass per body mass', 'mass per body mass and time'];
const BY_SURFACE: readonly Dimension[] = ['mass per area'];
const PER_DOSE: Readonly<Record<BlockOf<'dose'>['basis'], readonly Dimension[]>> = {
  fixed: FIXED,
  'actual-weight': BY_WEIGHT,
  'ideal-weight': BY_WEIGHT,
  'adjusted-weight': BY_WEIGHT,
  'surface-area': BY_SURFACE,
  local: BY_WEIGHT,
};
const RATES: readonly Dimension[] = ['mass per time', 'mass per body mass and time', 'volume per time'];

function checkDose(block: BlockOf<'dose'>, path: string): Issue[] {
  const perDose = PER_DOSE[block.basis];
  const whole = toWhole(block);
  const measured: readonly (readonly [string, Amount | undefined, readonly Dimension[]])[] = [
    ...amountsOf(block.amount).map(([name, amount]) => [`amount.${name}`, amount, perDose] as const),
    ...amountsOf(block.rate).map(([name, amount]) => [`rate.${name}`, amount, RATES] as const),
    ['cap', block.cap, whole],
    ['weightRange.min', block.weightRange?.min, ['mass']],
    ['weightRange.max', block.weightRange?.max, ['mass']],
    ...toFormulaAmounts(block.weightFormula),
    ['preparation.concentration', block.preparation?.concentration, ['mass per volume']],
    ['preparation.totalVolume', block.preparation?.totalVolume, ['volume']],
    ...(block.limits ?? []).map(({ amount }, i) => [`limits.${i}.amount`, amount, [...whole, ...perDose]] as const),
    ...(block.adjustments ?? []).map(
      ({ amount }, i) => [`adjustments.${i}.amount`, amount, [...whole, ...perDose]] as const,
    ),
  ];
  const issues = measured.flatMap(([at, amount, allowed]) =>
    amount === undefined || !isSet(amount) ? [] : checkUnit(amount.unit, allowed, `${path}.${at}`),
  );
  const { amount, volume, rate } = block.rounding ?? {};
  if (amount !== undefined) issues.push(...checkUnit(amount.step.unit, whole, `${path}.rounding.amount`));
  if (volume !== undefined) issues.push(...checkUnit(volume.step.unit, ['volume'], `${path}.rounding.volume`));
  if (rate !== undefined)
    issues.push(...checkUnit(rate.step.unit, ['volume per time', 'mass per time'], `${path}.rounding.rate`));
  return [...issues, ...checkCeilings(block, path)];
}

function toFormulaAmounts(
  formula: BlockOf<'dose'>['weightFormula'],
): readonly (readonly [string, Amount | undefined, readonly Dimension[]])[] {
  return [
    ['weightFormula.above', formula?.above, ['length']],
    ['weightFormula.female', formula?.female, ['mass']],
    ['weightFormula.male', formula?.male, ['mass']],
    ['weightFormula.gain.mass', formula?.gain.mass, ['mass']],
    ['weightFormula.gain.each', formula?.gain.each, ['length']],
    ['weightFormula.excess', formula?.excess, ['fraction']],
  ];
}

/** What a whole administration is measured in: a mass, unless the dose is a volume or in units. */
function toWhole({ amount }: BlockOf<'dose'>): readonly Dimension[] {
  const used = amountsOf(amount).flatMap(([, each]) =>
    each !== undefined && isSet(each) ? [dimensionOf(each.unit)] : [],
  );
  return [used.find((dimension) => dimension === 'volume' || dimension === 'international units') ?? 'mass'];
}

function checkUnit(unit: UnitCode, allowed: readonly Dimension[], path: string): Issue[] {
  if (allowed.includes(dimensionOf(unit))) return [];
  return [
    {
      path,
      rule: 'wrong-dimension',
      ...say('dimension', { unit, dimension: [dimensionOf(unit)], allowed }),
    },
  ];
}

/** A cap or a limit below the dose it stands over could never be kept. */
function checkCeilings(block: BlockOf<'dose'>, path: string): Issue[] {
  const start = [block.amount.min, block.amount.usual].find((amount) => amount !== undefined && isSet(amount));
  if (start === undefined || !isSet(start)) return [];
  const ceilings = [
    { at: 'cap', amount: block.cap },
    ...(block.limits ?? []).map(({ amount }, index) => ({ at: `limits.${index}.amount`, amount })),
  ];
  return ceilings.flatMap(({ at, amount }) => {
    if (amount === undefined || !isSet(amount) || (compareAmounts(amount, start) ?? 0) >= 0) return [];
    return [
      {
        path: `${path}.${at}`,
        rule: 'maximum-below-start' as const,
        ...say('ceiling-low', {
          high: `${amount.value} ${amount.unit}`,
          low: `${start.value} ${start.unit}`,
        }),
      },
    ];
  });
}

function amountsOf(range: AmountRange | undefined): [string, Amount | undefined][] {
  if (range === undefined) return [];
  const choices = (range.choices ?? []).map((choice, index): [string, Amount] => [`choices.${index}`, choice]);
  return [['min', range.min], ['usual', range.usual], ['max', range.max], ...choices];
}
