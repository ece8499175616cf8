import { expect, test } from 'vitest';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { DoseAnswer, DoseResult } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseBlock, DoseInputs } from '../../../protocols/dose/dose-request';
import type { Protocol } from '../../../protocols/schema/protocol';
import { amount, request, setByClinic, withDoses } from '../../fixtures/dose-requests';
import { type Case, type Expected, FORMULA, expect as expected } from './oracle';

// All of them by default; fewer for a quick look, more for a long one.
const CASES = Number.parseInt(process.env['DOSE_CASES'] ?? '100000', 10);

const BASE = withDoses(`
id: dose-x
drug: { name: invented }
route: intravenous
method: bolus
basis: fixed
evidence: verified s1
amount: { min: 1 mg, max: 2 mg }
`);

test(`${CASES} random doses come out as long division by hand would have them`, () => {
  const random = seeded(20_261_122n);
  const seen = new Map<string, number>();
  for (let index = 0; index < CASES; index++) {
    const each = invent(random);
    const [protocol, inputs, clinic] = toRequest(each);
    const answer = computeDose(request(protocol, 'dose-x', inputs, clinic));
    const wanted = expected(each);
    const found = toExpected(answer);
    if (!isSame(found, wanted)) expect({ case: each, ...found }).toEqual({ case: each, ...wanted });
    const kind = 'refusal' in wanted ? wanted.refusal : wanted.capped ? 'capped' : 'dose';
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
  // Every ending must have been among them, or nothing was shown about it.
  expect(ENDINGS.filter((kind) => (seen.get(kind) ?? 0) <= CASES / 1000)).toEqual([]);
}, 300_000);

/** Quicker than `toEqual`, which then only has to show a difference. */
function isSame(a: Expected, b: Expected): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const ENDINGS = [
  'dose',
  'capped',
  'outside-range',
  'above-limit',
  'below-limit',
  'does-not-fit',
  'rounds-to-nothing',
  'clinic-value',
];

type Random = (below: number) => number;

/** A linear congruential generator (Knuth's constants), so that a failure happens again. */
function seeded(seed: bigint): Random {
  let state = seed;
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return Number(state >> 33n) % below;
  };
}

function invent(random: Random): Case {
  const pick = <T>(...from: readonly T[]): T => from[random(from.length)] as T;
  const number = (from: number, to: number, digits: number): string =>
    trim(from * 10 ** digits + random((to - from) * 10 ** digits + 1), digits);
  const maybe = (text: string): string | undefined => (random(3) === 0 ? text : undefined);
  const kind = pick('fixed', 'per-kg', 'per-kg', 'per-kg-hour');
  const [low, high] = kind === 'fixed' ? [1, 90] : [0, 2];
  const ends = [number(low, high, 3), number(low, high, 3)].toSorted((a, b) => Number(a) - Number(b));
  const [min = '0', max = '0'] = ends.map((end) => (end === '0' ? '0.001' : end));
  const infusion = random(2) === 0;
  const minutes = number(1, 240, 0);
  return {
    kind,
    basis: pick('actual-weight', 'actual-weight', 'ideal-weight', 'adjusted-weight'),
    infusion,
    min,
    max,
    chosen: pick(min, max, between(min, max, random), between(min, max, random), number(1, high + 1, 3)),
    kg: random(20) === 0 ? number(1, 420, 2) : number(30, 180, 2),
    cm: random(20) === 0 ? number(100, 270, 1) : number(150, 210, 1),
    sex: pick('female', 'male'),
    step: pick('0.01', '0.1', '0.5', '1', '2.5', '0.07'),
    mode: pick('down', 'down', 'nearest'),
    cap: maybe(number(5, 120, 1)),
    clinicCap: maybe(number(5, 120, 1)),
    sessionLimit: maybe(number(20, 300, 1)),
    given: Array.from({ length: random(3) }, () => number(1, 60, 1)),
    vial: pick('1', '10', '50', '100', '0.3', '7.5'),
    volumeStep: pick('0.001', '0.01', '0.1', '0.05', '0.5'),
    volumeMode: pick('down', 'down', 'nearest'),
    madeUp: pick('20', '50', '100', '250'),
    minutes,
    rateStep: pick('0.1', '1', '0.01', '5', '50'),
    rateMode: pick('down', 'down', 'nearest'),
    rateMax: maybe(number(5, 600, 0)),
    minutesMin: pick('1', minutes),
  };
}

function between(min: string, max: string, random: Random): string {
  const [from, to] = [Math.round(Number(min) * 1000), Math.round(Number(max) * 1000)];
  return trim(from + random(to - from + 1), 3);
}

/** Whole thousandths and the like as decimal text. */
function trim(whole: number, digits: number): string {
  const text = String(whole).padStart(digits + 1, '0');
  const [left, right] = [text.slice(0, text.length - digits), text.slice(text.length - digits).replace(/0+$/, '')];
  return right === '' ? left : `${left}.${right}`;
}

const UNITS: Readonly<Record<Case['kind'], string>> = { fixed: 'mg', 'per-kg': 'mg/kg', 'per-kg-hour': 'mg/kg/h' };
const PUBLISHED = { mark: 'verified' as const, sources: ['s1'] };
const stated = (value: string, unit: string) => ({ ...amount(`${value} ${unit}`), ...PUBLISHED });

function toRequest(c: Case): [Protocol, DoseInputs, ClinicValues] {
  const unit = UNITS[c.kind];
  const block: DoseBlock = {
    id: 'dose-x',
    type: 'dose',
    drug: { name: 'invented' },
    route: 'intravenous',
    method: c.infusion ? 'infusion' : 'bolus',
    basis: c.kind === 'fixed' ? 'fixed' : c.basis,
    calculator: 'off',
    ...PUBLISHED,
    amount: { min: stated(c.min, unit), max: stated(c.max, unit) },
    weightFormula: {
      above: stated(FORMULA.above, 'cm'),
      male: stated(FORMULA.male, 'kg'),
      female: stated(FORMULA.female, 'kg'),
      gain: { mass: stated(FORMULA.mass, 'kg'), each: stated(FORMULA.each, 'cm') },
      excess: stated(FORMULA.excess, '%'),
    },
    over: {
      min: { duration: `PT${c.minutesMin}M`, ...PUBLISHED },
      max: { duration: 'PT240M', ...PUBLISHED },
    },
    rounding: {
      amount: { step: amount(`${c.step} mg`), mode: c.mode },
      volume: { step: amount(`${c.volumeStep} mL`), mode: c.volumeMode },
      rate: { step: amount(`${c.rateStep} mL/h`), mode: c.rateMode },
    },
    repeat: [{ interval: 'PT1M', ...PUBLISHED }],
    ...(c.cap === undefined ? {} : { cap: stated(c.cap, 'mg') }),
    ...(c.sessionLimit === undefined
      ? {}
      : { limits: [{ amount: stated(c.sessionLimit, 'mg'), per: 'session' as const }] }),
    ...(c.rateMax === undefined ? {} : { rate: { max: stated(c.rateMax, 'mL/h') } }),
  };
  const [section] = BASE.sections;
  if (section === undefined) throw new Error('the base has no section');
  const protocol: Protocol = { ...BASE, sections: [{ ...section, blocks: [block] }] };
  const inputs: DoseInputs = {
    weight: amount(`${c.kg} kg`),
    height: amount(`${c.cm} cm`),
    sex: c.sex,
    amount: amount(`${c.chosen} ${unit}`),
    vial: amount(`${c.vial} mg/mL`),
    madeUp: amount(`${c.madeUp} mL`),
    over: amount(`${c.minutes} min`),
    given: c.given.map((given) => ({ blockId: 'dose-x', amount: amount(`${given} mg`), since: amount('10 min') })),
  };
  return [protocol, inputs, c.clinicCap === undefined ? {} : { maximum: setByClinic(amount(`${c.clinicCap} mg`)) }];
}

function toExpected(answer: DoseAnswer): Expected {
  if (answer.kind === 'refusal') return { refusal: answer.reason.kind };
  const { dose, capped, lowest, highest, volume, rate, total }: DoseResult = answer;
  return {
    dose: dose.value,
    capped: capped !== undefined,
    lowest: lowest?.value ?? '',
    highest: highest?.value ?? '',
    volume: volume?.value ?? '',
    rate: rate?.value,
    total: total.value,
  };
}
