import { compareAmounts } from '../units/compare';
import { type Dimension, type UnitCode, dimensionOf } from '../units/unit-table';
import type { BlockOf } from './blocks';
import type { Protocol } from './protocol';
import type { Issue } from './result';
import { toSeconds } from './scalars';
import { type Amount, type AmountRange, type TimeRange, isSet } from './values';
import { walkBlocks, walkObjects } from './walk-blocks';

/** Every range runs upwards in one dimension, and every part of a dose measures what it should. */
export function checkAmounts(protocol: Protocol): Issue[] {
  const issues: Issue[] = [];
  for (const { block, path } of walkBlocks(protocol)) {
    for (const { node, path: at } of walkObjects(block, path)) {
      for (const field of ['amount', 'rate', 'weightRange']) {
        const range = node[field];
        if (typeof range === 'object' && range !== null && !('mark' in range))
          issues.push(...checkRange(range as AmountRange, `${at}.${field}`));
      }
      for (const field of ['over', 'time']) {
        const range = node[field];
        if (typeof range === 'object' && range !== null)
          issues.push(...checkTimes(range as TimeRange, `${at}.${field}`));
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
        message: `${next.amount.unit} does not measure the same thing as ${amount.unit} in ${name}`,
      });
    else if (order > 0)
      issues.push({
        path: `${path}.${next.name}`,
        message: `${next.name} ${next.amount.value} ${next.amount.unit} is below ${name} ${amount.value} ${amount.unit}`,
      });
  }
  const choices = (range.choices ?? []).filter(isSet);
  for (const [index, choice] of choices.entries()) {
    const next = choices[index + 1];
    const order = next === undefined ? -1 : compareAmounts(choice, next);
    if (order === undefined || order >= 0)
      issues.push({ path: `${path}.choices.${index + 1}`, message: 'choices must rise, in one kind of unit' });
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
            message: `${next.name} ${next.time.duration} is shorter than ${time.duration} before it`,
          },
        ]
      : [];
  });
}

function checkDose(block: BlockOf<'dose'>, path: string): Issue[] {
  const issues: Issue[] = [];
  const expect = (amount: Amount | undefined, allowed: readonly Dimension[], at: string): void => {
    if (amount === undefined || !isSet(amount) || allowed.includes(dimensionOf(amount.unit))) return;
    issues.push({
      path: `${path}.${at}`,
      message: `${amount.unit} is a ${dimensionOf(amount.unit)}; a ${allowed.join(' or ')} is needed here`,
    });
  };
  // Weight-based amounts are per kilogram, or per kilogram and hour where the drug runs as a rate.
  const perDose: readonly Dimension[] =
    block.basis === 'fixed' ? ['mass', 'mass per time'] : ['mass per body mass', 'mass per body mass and time'];
  for (const [name, amount] of amountsOf(block.amount)) expect(amount, perDose, `amount.${name}`);
  for (const [name, amount] of amountsOf(block.rate)) {
    expect(amount, ['mass per time', 'mass per body mass and time', 'volume per time'], `rate.${name}`);
  }
  expect(block.cap, ['mass'], 'cap');
  expect(block.preparation?.concentration, ['mass per volume'], 'preparation.concentration');
  expect(block.preparation?.totalVolume, ['volume'], 'preparation.totalVolume');
  const step = (name: 'amount' | 'volume' | 'rate', allowed: readonly Dimension[]): void => {
    const unit: UnitCode | undefined = block.rounding?.[name]?.step.unit;
    if (unit !== undefined && !allowed.includes(dimensionOf(unit))) {
      issues.push({
        path: `${path}.rounding.${name}`,
        message: `${unit} is a ${dimensionOf(unit)}; a ${allowed.join(' or ')} is needed here`,
      });
    }
  };
  step('amount', ['mass']);
  step('volume', ['volume']);
  step('rate', ['volume per time', 'mass per time']);
  return issues;
}

function amountsOf(range: AmountRange | undefined): [string, Amount | undefined][] {
  if (range === undefined) return [];
  const choices = (range.choices ?? []).map((choice, index): [string, Amount] => [`choices.${index}`, choice]);
  return [['min', range.min], ['usual', range.usual], ['max', range.max], ...choices];
}
