import { Fraction } from 'fraction.js';
import { type UnitCode, dimensionOf, factorOf, findUnit } from '../../protocols/units/unit-table';

/** An exact amount in base units, and the power of each base dimension it has. */
export interface Exact {
  readonly value: Fraction;
  readonly powers: Readonly<Record<string, number>>;
}

/**
 * Works out a derivation: quantities joined by ` × ` and ` / `, from left to right, such as `70 kg × 0.5 mg/kg`. The
 * spaces tell the sign of the sum from the stroke inside a unit.
 */
export function evaluateDerivation(text: string): Exact {
  const [first = '', ...rest] = text.split(/ (?=[×/] )/);
  return rest.reduce(
    (total, part) => combine(total, readQuantity(part.slice(2)), part.startsWith('/') ? -1 : 1),
    readQuantity(first),
  );
}

export function readQuantity(text: string): Exact {
  const match = /^(?<value>\d+(?:\.\d+)?) (?<unit>\S+)$/.exec(text);
  const unit = findUnit(match?.groups?.['unit'] ?? '');
  if (match?.groups === undefined || unit === undefined)
    throw new Error(`"${text}" is not a number, one space and a unit`);
  return toExact(match.groups['value'] ?? '', unit);
}

export function toExact(value: string, unit: UnitCode): Exact {
  if (dimensionOf(unit) === 'count') return { value: new Fraction(value), powers: {} };
  const [over = '', ...under] = unit.split('/');
  const dividend = combine({ value: new Fraction(value), powers: {} }, readAtom(over), 1);
  return under.reduce((total, atom) => combine(total, readAtom(atom), -1), dividend);
}

function readAtom(text: string): Exact {
  const unit = findUnit(text);
  if (unit === undefined) throw new Error(`"${text}" is not a unit of the table`);
  const [n, d] = factorOf(unit);
  return { value: new Fraction(n, d), powers: { [dimensionOf(unit)]: 1 } };
}

function combine(a: Exact, b: Exact, sign: 1 | -1): Exact {
  const names = [...new Set([...Object.keys(a.powers), ...Object.keys(b.powers)])];
  const powers = names.map((name) => [name, (a.powers[name] ?? 0) + sign * (b.powers[name] ?? 0)] as const);
  return {
    value: sign === 1 ? a.value.mul(b.value) : a.value.div(b.value),
    powers: Object.fromEntries(powers.filter(([, power]) => power !== 0)),
  };
}
