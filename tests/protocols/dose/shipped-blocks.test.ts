import { describe, expect, test } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { computeDose } from '../../../protocols/dose/compute-dose';
import type { DoseAnswer } from '../../../protocols/dose/dose-answer';
import type { ClinicValues, DoseBlock, DoseInputs, GivenDose } from '../../../protocols/dose/dose-request';
import { type Measured, decimalOf, durationOf, inUnit, toMeasured } from '../../../protocols/dose/exact';
import { isSet } from '../../../protocols/schema/is-set';
import type { Protocol } from '../../../protocols/schema/protocol';
import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import type { Amount } from '../../../protocols/schema/values';
import { amount, request, setByClinic } from '../../fixtures/dose-requests';
import { listAuthoredTexts } from '../../fixtures/texts';

interface Shipped {
  readonly name: string;
  readonly protocol: Protocol;
  readonly block: DoseBlock;
}

const SHIPPED: Shipped[] = listAuthoredTexts()
  .filter(({ file }) => file.startsWith('protocols/documents'))
  .flatMap(({ text }) => {
    const parsed = compileProtocol(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const protocol = parsed.value;
    return [...walkBlocks(protocol)].flatMap(({ block }) =>
      block.type === 'dose' ? [{ name: `${protocol.id}#${block.id}`, protocol, block }] : [],
    );
  });

const feeds = (value: { mark: string } | undefined): boolean =>
  value === undefined || value.mark === 'verified' || value.mark === 'arithmetic';
const amountsOf = ({ amount: { min, usual, max, choices } }: DoseBlock): Amount[] =>
  [min, usual, max, ...(choices ?? [])].filter((each) => each !== undefined);
const isUsable = ({ block }: Shipped): boolean => [block, ...amountsOf(block)].every(feeds);

const USABLE = SHIPPED.filter(isUsable);
const WITHHELD = SHIPPED.filter((each) => !isUsable(each));

/** What a clinic would have to set for a block, as wide as the block allows. */
function clinicFor({ basis, cap, amount: { max }, method, route }: DoseBlock): ClinicValues {
  const highest = basis === 'fixed' && max !== undefined && isSet(max) ? max : amount('1000 mg');
  const injected = ['intravenous', 'intramuscular', 'subcutaneous'].includes(route);
  return {
    ...(basis === 'local' ? { basis: setByClinic('actual-weight' as const) } : {}),
    ...(cap?.mark === 'local' ? { maximum: setByClinic({ value: highest.value, unit: highest.unit }) } : {}),
    ...(basis === 'fixed' ? {} : { roundAmount: setByClinic({ step: amount('0.01 mg'), mode: 'down' as const }) }),
    ...(injected ? { roundVolume: setByClinic({ step: amount('0.001 mL'), mode: 'down' as const }) } : {}),
    ...(method === 'infusion' ? { roundRate: setByClinic({ step: amount('0.1 mL/h'), mode: 'down' as const }) } : {}),
  };
}

const INPUTS: DoseInputs = { weight: amount('70 kg'), vial: amount('1 mg/mL'), madeUp: amount('500 mL') };

function compute({ protocol, block }: Shipped, inputs: DoseInputs, clinic: ClinicValues = {}): DoseAnswer {
  const over = block.over?.usual === undefined && block.method === 'infusion' ? { over: amount('60 min') } : {};
  const all = { ...INPUTS, ...over, ...inputs };
  return computeDose(request(protocol, block.id, all, { ...clinicFor(block), ...clinic }, { standing: 'draft' }));
}

/** `dose`, or the kind of refusal. */
const ending = (answer: DoseAnswer): string => (answer.kind === 'dose' ? 'dose' : answer.reason.kind);

function moved(each: Measured, by: bigint, step = 'least'): Measured {
  const least = step === 'least' ? leastOf(each) : step;
  const size = inUnit({ value: decimalOf(least), unit: each.unit }, each.unit);
  const found = toMeasured(inUnit(each, each.unit).add(size.mul(by)), each.unit);
  if (found === undefined) throw new Error('not a decimal');
  return found;
}

/** One step in the last place a person could enter. */
const leastOf = ({ unit }: Measured): string => (unit.includes('/') ? '0.001' : '0.01');

test('the library holds both blocks the calculator may use and blocks it must not', () => {
  expect([USABLE.length, WITHHELD.length]).toEqual([21, 15]);
});

test.each(WITHHELD)('$name gives no number: what it says was read in no source itself', (each) => {
  for (const chosen of amountsOf(each.block).filter(isSet)) {
    const answer = compute(each, { amount: { value: chosen.value, unit: chosen.unit } });
    expect(answer).toMatchObject({ kind: 'refusal', reason: { kind: 'not-verified' }, amount: each.block.amount });
    expect(answer).not.toHaveProperty('dose');
  }
});

describe.each(USABLE)('$name', (each) => {
  const { block, protocol } = each;
  const stated = (name: 'min' | 'usual' | 'max'): Measured | undefined => {
    const found = block.amount[name];
    return found !== undefined && isSet(found) ? { value: found.value, unit: found.unit } : undefined;
  };
  const choices = (block.amount.choices ?? []).filter(isSet).map(({ value, unit }) => ({ value, unit }));
  const [lowest, highest] = [stated('min') ?? stated('usual'), stated('max') ?? stated('usual')];
  const chosen = choices[0] ?? stated('usual') ?? highest;
  if (chosen === undefined) throw new Error('no amount');

  test('is off until someone turns it on for this very version', () => {
    const off = computeDose({ ...request(protocol, block.id, { amount: chosen }), calculator: undefined });
    expect(ending(off)).toBe('calculator-off');
  });

  test('takes its amounts up to each end and refuses one step beyond', () => {
    if (choices.length > 0) {
      for (const choice of choices) {
        const near = [-1n, 0n, 1n].map((by) => ending(compute(each, { amount: moved(choice, by) })));
        expect(near).toEqual(['outside-range', 'dose', 'outside-range']);
      }
      return;
    }
    if (highest === undefined) throw new Error('no highest amount');
    expect(ending(compute(each, { amount: highest }))).toBe('dose');
    expect(ending(compute(each, { amount: moved(highest, 1n) }))).toBe('outside-range');
    if (lowest === undefined) return;
    expect(ending(compute(each, { amount: lowest }))).toBe('dose');
    expect(ending(compute(each, { amount: moved(lowest, -1n) }))).toBe('outside-range');
  });

  test('asks for an amount where sources differ or steps are offered, and else takes the usual', () => {
    const contested =
      block.contested ??
      block.reported ??
      (block.amount.usual !== undefined && isSet(block.amount.usual) ? block.amount.usual.contested : undefined);
    const expected = contested !== undefined ? 'contested' : stated('usual') === undefined ? 'missing' : 'dose';
    expect(ending(compute(each, {}))).toBe(expected);
  });

  test("keeps a clinic's maximum: the dose itself passes, one step less does not come through whole", () => {
    const dose = compute(each, { amount: chosen });
    if (dose.kind !== 'dose') throw new Error(ending(dose));
    const at = compute(each, { amount: chosen }, { maximum: setByClinic(dose.dose) });
    expect(at).toMatchObject({ dose: dose.dose, capped: undefined });
    const less = moved(dose.dose, -1n, block.basis === 'fixed' ? 'least' : '0.01');
    const below = compute(each, { amount: chosen }, { maximum: setByClinic(less) });
    if (block.basis === 'fixed')
      expect(below).toMatchObject({ reason: { kind: 'above-limit', check: { id: 'clinic-maximum' } } });
    else expect(below).toMatchObject({ dose: less, capped: { from: dose.dose, to: less, by: 'clinic' } });
  });

  test('takes a weight up to both ends of what a person can weigh', () => {
    if (block.basis === 'fixed') return expect(compute(each, { amount: chosen, weight: undefined }).kind).toBe('dose');
    const at = ['9.99', '10', '400', '400.01'].map((kg) =>
      ending(compute(each, { amount: chosen, weight: amount(`${kg} kg`), madeUp: amount('1000 mL') })),
    );
    expect(at).toEqual(['outside-range', 'dose', 'dose', 'outside-range']);
  });
});

const isThere = <T>(value: T | undefined): value is T => value !== undefined;
const chosenOf = ({ block }: Shipped): Measured => {
  const { choices, usual, max } = block.amount;
  const found = [choices?.[0], usual, max].filter(isThere).find(isSet);
  if (found === undefined) throw new Error('no amount');
  return { value: found.value, unit: found.unit };
};
const inSeconds = (duration: string): Measured => {
  const found = durationOf(duration);
  const seconds = found === undefined ? undefined : toMeasured(inUnit(found, 's'), 's');
  if (seconds === undefined) throw new Error(`no duration: ${duration}`);
  return seconds;
};

const CAPPED = USABLE.flatMap((each) => {
  const { cap } = each.block;
  return cap !== undefined && isSet(cap) ? [{ ...each, cap }] : [];
});
test.each(CAPPED)('$name: no clinic sets a maximum one step above its cap', ({ cap, ...each }) => {
  const set = (by: bigint) =>
    ending(compute(each, { amount: chosenOf(each) }, { maximum: setByClinic(moved(cap, by)) }));
  expect([set(0n), set(1n)]).toEqual(['dose', 'clinic-value']);
});

const LIMITED = USABLE.flatMap((each) =>
  (each.block.limits ?? []).flatMap(({ amount: limit, per }) => (isSet(limit) ? [{ ...each, limit, per }] : [])),
);
test.each(LIMITED)('$name: its limit per $per holds to one step', ({ limit, per, ...each }) => {
  const chosen = chosenOf(each);
  const rest = toMeasured(inUnit(limit, chosen.unit).sub(inUnit(chosen, chosen.unit)), chosen.unit);
  if (rest === undefined) throw new Error('not a decimal');
  const blockId = otherBlock(each.protocol, each.block);
  const at = (by: bigint) =>
    compute(each, { amount: chosen, repeat: 0, given: [{ blockId, amount: moved(rest, by), since: amount('1 d') }] });
  expect(ending(at(0n))).toBe('dose');
  expect(at(1n)).toMatchObject({ reason: { kind: 'above-limit', check: { id: per, limit: limit.value } } });
});

const REPEATED = USABLE.flatMap((each) =>
  (each.block.repeat ?? []).flatMap((rule, index) =>
    feeds(rule) ? [{ ...each, index, interval: rule.interval, label: rule.label }] : [],
  ),
);
/** How the dose ends when it follows itself by a rule of the block. */
function follow(each: Shipped & { readonly index: number }, count: number, since: Measured | undefined): string {
  const given = Array.from(
    { length: count },
    (): GivenDose => ({ blockId: each.block.id, amount: amount('0.1 mg'), since }),
  );
  return ending(compute(each, { amount: chosenOf(each), repeat: each.index, given }));
}

test.each(REPEATED.filter(({ interval }) => interval !== undefined))(
  '$name: follows itself after $interval, not a second sooner',
  (each) => {
    const seconds = inSeconds(each.interval ?? '');
    expect(follow(each, 1, moved(seconds, -1n, '1'))).toBe('too-soon');
    expect(follow(each, 1, seconds)).toBe('dose');
    expect(follow(each, 1, undefined)).toBe('missing');
  },
);

test.each(REPEATED.filter(({ interval }) => interval === undefined))(
  '$name: is given once in a sitting ($label)',
  (each) => {
    expect(follow(each, 0, undefined)).toBe('dose');
    expect(['one-a-sitting', 'count-reached']).toContain(follow(each, 1, amount('5 h')));
  },
);

const TIMED = USABLE.flatMap((each) => {
  const usual = each.block.over?.usual;
  return usual !== undefined && isSet(usual) ? [{ ...each, usual: usual.duration }] : [];
});
test.each(TIMED)('$name: is given over $usual, and over no time that is not verified', ({ usual, ...each }) => {
  const seconds = inSeconds(usual);
  const at = [-1n, 0n, 1n].map((by) =>
    ending(compute(each, { amount: chosenOf(each), over: moved(seconds, by, '1') })),
  );
  const beyond = feeds(each.block.over?.max) ? 'outside-range' : 'not-verified';
  expect(at).toEqual([beyond, 'dose', beyond]);
});

test('every kind of limit is among the shipped blocks', () => {
  expect([CAPPED, LIMITED, REPEATED, TIMED].map((rows) => rows.length > 0)).toEqual([true, true, true, true]);
});

/** A dose block of the same drug that is not this one where there is one, so that no repeat rule is in the way. */
function otherBlock(protocol: Protocol, block: DoseBlock): string {
  const others = [...walkBlocks(protocol)].flatMap((each) => (each.block.type === 'dose' ? [each.block] : []));
  return (others.find(({ id, drug }) => drug.name === block.drug.name && id !== block.id) ?? block).id;
}
