import { isDecimal } from '../schema/decimals';
import { toSeconds } from '../schema/durations';
import type { Decimal } from '../schema/scalars';
import { walkObjects } from '../schema/walk-blocks';
import { toBase } from '../units/compare';
import { type Dimension, type UnitCode, dimensionOf, isUnitCode } from '../units/unit-table';

interface Measured {
  readonly value: Decimal;
  readonly unit: UnitCode;
}

/** The amounts and times some blocks hold, however they are written. */
export class HeldAmounts {
  readonly #exact = new Set<string>();
  readonly #byNumber = new Map<string, Set<UnitCode>>();

  constructor(blocks: unknown) {
    for (const { node } of walkObjects(blocks, '')) {
      for (const amount of listAmounts(node)) {
        this.#exact.add(toKey(amount));
        const units = this.#byNumber.get(amount.value) ?? new Set();
        this.#byNumber.set(amount.value, units.add(amount.unit));
      }
    }
  }

  /** The very amount stands here, in this unit or another: 500 mcg is held where a block says 0.5 mg. */
  has(amount: Measured): boolean {
    return this.#exact.has(toKey(amount));
  }

  /** A unit of another size that a block here has after the same number. */
  findOtherUnit({ value, unit }: Measured): UnitCode | undefined {
    return [...(this.#byNumber.get(value) ?? [])].find((other) => other !== unit && areNear(other, unit));
  }
}

function toKey(amount: Measured): string {
  return `${dimensionOf(amount.unit)} ${toBase(amount).toFraction()}`;
}

// A dose per kilogram is mistaken for one per hour as easily as a milligram for a microgram.
const NEAR: readonly (readonly Dimension[])[] = [
  ['mass', 'mass per body mass', 'mass per body mass and time', 'mass per time', 'mass per volume', 'mass per area'],
  ['volume', 'volume per time'],
];

function areNear(a: UnitCode, b: UnitCode): boolean {
  const [one, other] = [dimensionOf(a), dimensionOf(b)];
  return (one === other && one !== 'count') || NEAR.some((group) => group.includes(one) && group.includes(other));
}

const TIMES = ['duration', 'interval', 'within', 'per', 'at', 'every', 'from', 'until', 'sustained'];
const COUNTS = ['times', 'maxCount'];

function* listAmounts(node: Record<string, unknown>): Generator<Measured> {
  const { value, unit } = node;
  const size = typeof value === 'string' ? value.replace('-', '') : '';
  if (isAmount(size) && typeof unit === 'string' && isUnitCode(unit)) yield { value: size, unit };
  for (const field of TIMES) {
    const times = [node[field]].flat();
    for (const time of times) if (typeof time === 'string') yield* listTimes(time);
  }
  for (const field of COUNTS) {
    const count = node[field];
    if (typeof count === 'string' && isAmount(count)) yield { value: count, unit: '1' };
  }
}

/** A length of time under each whole number a writer may give it. */
function* listTimes(duration: string): Generator<Measured> {
  const seconds = Math.abs(toSeconds(duration));
  if (seconds === 0 || !Number.isSafeInteger(seconds)) return;
  for (const [unit, size] of [
    ['wk', 604_800],
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ] as const) {
    const value = String(seconds / size);
    if (seconds % size === 0 && isAmount(value)) yield { value, unit };
  }
}

const LONGEST = 20; // digits, as in prose: arithmetic on more could take for ever

function isAmount(text: string): text is Decimal {
  return text.length <= LONGEST && isDecimal(text);
}
