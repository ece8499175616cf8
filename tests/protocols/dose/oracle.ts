// A second way to the same numbers: plain BigInt fractions and schoolbook sums. It shares no code with the program, so that
// a mistake would have to be made twice, in two different ways, to go unseen.

type Ratio = readonly [bigint, bigint];

/** One calculation as bare numbers, every amount in the unit its field names. */
export interface Case {
  readonly kind: 'fixed' | 'per-kg' | 'per-kg-hour';
  readonly basis: 'actual-weight' | 'ideal-weight' | 'adjusted-weight';
  readonly infusion: boolean;
  /** Milligrams, or milligrams per kilogram, or those per hour. */
  readonly min: string;
  readonly max: string;
  readonly chosen: string;
  readonly kg: string;
  readonly cm: string;
  readonly sex: 'female' | 'male';
  readonly step: string;
  readonly mode: 'down' | 'nearest';
  readonly cap: string | undefined;
  readonly clinicCap: string | undefined;
  readonly sessionLimit: string | undefined;
  readonly given: readonly string[];
  readonly vial: string;
  readonly volumeStep: string;
  readonly volumeMode: 'down' | 'nearest';
  readonly madeUp: string;
  readonly minutes: string;
  readonly rateStep: string;
  readonly rateMode: 'down' | 'nearest';
  /** Millilitres an hour. */
  readonly rateMax: string | undefined;
  readonly minutesMin: string;
}

/** What must come out: numbers in mg, mL, mL/h, or the kind of refusal. */
export type Expected =
  | { readonly refusal: string }
  | {
      readonly dose: string;
      readonly capped: boolean;
      readonly lowest: string;
      readonly highest: string;
      readonly volume: string;
      readonly rate: string | undefined;
      readonly total: string;
    };

/** Ideal weight of the invented formula every case uses: 50 or 45 kg, and 0.9 kg for each centimetre above 150. */
export const FORMULA = { above: '150', male: '50', female: '45', mass: '0.9', each: '1', excess: '40' };

export function expect(c: Case): Expected {
  const kg = r(c.kg);
  const over = (ceiling: string | undefined): boolean =>
    c.clinicCap !== undefined && ceiling !== undefined && less(r(ceiling), r(c.clinicCap));
  if (over(c.cap) || over(c.sessionLimit) || (c.kind === 'fixed' && over(c.max))) return { refusal: 'clinic-value' };
  if (c.kind !== 'fixed') {
    if (less(kg, r('10')) || less(r('400'), kg)) return { refusal: 'outside-range' };
    if (c.basis !== 'actual-weight' && (less(r(c.cm), r('150')) || less(r('260'), r(c.cm))))
      return { refusal: 'outside-range' };
  }
  if (less(r(c.chosen), r(c.min)) || less(r(c.max), r(c.chosen))) return { refusal: 'outside-range' };
  const multiply = (amount: string): Ratio => {
    if (c.kind === 'fixed') return r(amount);
    const perDose = mul(r(amount), weigh(c));
    return c.kind === 'per-kg' ? perDose : div(mul(perDose, r(c.minutes)), r('60'));
  };
  const before = round(multiply(c.chosen), c.step, c.mode);
  if (isZero(before)) return { refusal: 'rounds-to-nothing' };
  const most = multiply(c.max);
  if (less(most, before)) return { refusal: 'above-limit' };
  const caps = [c.cap, c.clinicCap].filter((cap) => cap !== undefined).map(r);
  const cap = caps.reduce<Ratio | undefined>(
    (low, each) => (low === undefined || less(each, low) ? each : low),
    undefined,
  );
  const capped = cap !== undefined && less(cap, before);
  if (capped && c.kind === 'fixed') return { refusal: 'above-limit' };
  const dose = capped ? round(cap, c.step, 'down') : before;
  if (isZero(dose)) return { refusal: 'rounds-to-nothing' };
  const given = c.given.map(r).reduce(add, [0n, 1n]);
  const volume = round(div(dose, r(c.vial)), c.volumeStep, c.volumeMode);
  if (isZero(volume)) return { refusal: 'rounds-to-nothing' };
  const holds = mul(volume, r(c.vial));
  if (less(most, holds) || (cap !== undefined && less(cap, holds))) return { refusal: 'above-limit' };
  let rate: Ratio | undefined;
  if (c.infusion) {
    if (less(r(c.madeUp), volume)) return { refusal: 'does-not-fit' };
    rate = round(div(mul(r(c.madeUp), r('60')), r(c.minutes)), c.rateStep, c.rateMode);
    if (isZero(rate)) return { refusal: 'rounds-to-nothing' };
    if (c.rateMax !== undefined && less(r(c.rateMax), rate)) return { refusal: 'above-limit' };
    const lasts = div(mul(r(c.madeUp), r('60')), rate);
    if (less(lasts, r(c.minutesMin))) return { refusal: 'below-limit' };
  }
  const larger = less(dose, holds) ? holds : dose;
  if (c.sessionLimit !== undefined && less(r(c.sessionLimit), add(given, larger))) return { refusal: 'above-limit' };
  const highest = cap !== undefined && less(cap, most) ? cap : most;
  return {
    dose: text(dose),
    capped,
    lowest: text(round(multiply(c.min), c.step, c.mode)),
    highest: text(round(highest, c.step, 'down')),
    volume: text(volume),
    rate: rate === undefined ? undefined : text(rate),
    total: text(add(given, dose)),
  };
}

function weigh(c: Case): Ratio {
  if (c.basis === 'actual-weight') return r(c.kg);
  const taller = add(r(c.cm), neg(r(FORMULA.above)));
  const ideal = add(r(c.sex === 'male' ? FORMULA.male : FORMULA.female), mul(taller, r(FORMULA.mass)));
  if (c.basis === 'ideal-weight') return ideal;
  return add(ideal, mul([40n, 100n], add(r(c.kg), neg(ideal))));
}

/** `12.5` as 125 over 10. */
function r(decimal: string): Ratio {
  const dot = decimal.indexOf('.');
  if (dot < 0) return [BigInt(decimal), 1n];
  return [BigInt(decimal.slice(0, dot) + decimal.slice(dot + 1)), 10n ** BigInt(decimal.length - dot - 1)];
}

function add([a, b]: Ratio, [c, d]: Ratio): Ratio {
  return [a * d + c * b, b * d];
}

function neg([a, b]: Ratio): Ratio {
  return [-a, b];
}

function mul([a, b]: Ratio, [c, d]: Ratio): Ratio {
  return [a * c, b * d];
}

function div([a, b]: Ratio, [c, d]: Ratio): Ratio {
  return [a * d, b * c];
}

function less([a, b]: Ratio, [c, d]: Ratio): boolean {
  return a * d < c * b;
}

function isZero([a]: Ratio): boolean {
  return a === 0n;
}

/** Whole steps that fit; for the nearest, one more when what is left over is half a step or more. */
function round(value: Ratio, step: string, mode: 'down' | 'nearest'): Ratio {
  const [n, d] = div(value, r(step));
  const whole = n / d;
  const up = mode === 'nearest' && (n - whole * d) * 2n >= d ? 1n : 0n;
  return mul([whole + up, 1n], r(step));
}

/** Written out digit by digit, as long division does. */
function text([n, d]: Ratio): string {
  let out = `${n / d}`;
  let left = n % d;
  if (left > 0n) out += '.';
  for (let i = 0; left > 0n && i < 40; i++) {
    out += `${(left * 10n) / d}`;
    left = (left * 10n) % d;
  }
  return out;
}
