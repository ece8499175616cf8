// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { button, click, field, one, press, text, type } from '../notes/page';
import { DosePage, ON, enter, injection, input, leave, outputs, refusals } from './dose-page';

let page: DosePage;
beforeEach(() => {
  page = new DosePage();
});
afterEach(async () => page.end());

async function open(...options: Parameters<DosePage['show']> extends [unknown, ...infer Rest] ? Rest : never) {
  await page.write('calculator', ON);
  await page.show(injection(), ...options);
}

async function enterAll(weight = '70', vial = '50'): Promise<void> {
  await enter('weight', weight);
  await enter('vial', vial);
}

describe('the answer', () => {
  test('stands when weight, usual amount and vial were entered, with its working and its ends', async () => {
    await open();
    await enterAll();
    expect(outputs()).toEqual({ dose: '560 mg', volume: '11.2 mL' });
    expect(text()).toContain('8 mg per kg × 70 kg = 560 mg, rounded down to a multiple of 1 mg: 560 mg');
    expect(text()).toContain('560 mg ÷ 50 mg per mL = 11.2 mL');
    expect(text()).toContain('Lowest 490 mg, highest 630 mg.');
    expect(text()).toContain('Total this sitting with this dose: 560 mg.');
    expect(text()).toContain('from a vial of 50 mg per mL');
    expect(text()).toContain('Draft — not for patient care');
  });

  test('is gone in the same turn as the first keystroke in any field, and stays gone until the field is left', async () => {
    await open();
    await enterAll();
    for (const name of ['weight', 'amount', 'vial']) {
      const before = input(name).value;
      await type(input(name), `${before}1`);
      expect([name, outputs()]).toEqual([name, {}]);
      await type(input(name), before);
      // The same text again is still being typed.
      expect([name, outputs()]).toEqual([name, {}]);
      await leave(name);
      expect([name, outputs()['dose']]).toEqual([name, '560 mg']);
    }
  });

  test('comes with Enter too, and the focus goes on to the next empty field', async () => {
    await open();
    await type(input('weight'), '70');
    await press(input('weight'), 'Enter');
    expect(document.activeElement).toBe(input('vial'));
    await type(input('vial'), '50');
    await press(input('vial'), 'Enter');
    expect(outputs()['volume']).toBe('11.2 mL');
  });

  test.each([
    [['weight', 'amount', 'vial'], 'Finish entering weight, amount and vial strength'],
    [['weight', 'amount'], 'Finish entering weight and amount'],
    [['weight', 'vial'], 'Finish entering weight and vial strength'],
    [['amount', 'vial'], 'Finish entering amount and vial strength'],
    [['weight'], 'Finish entering weight'],
    [['amount'], 'Finish entering amount'],
    [['vial'], 'Finish entering vial strength'],
  ])('without %j there is none, and what is missing is named', async (missing, words) => {
    await open();
    const values = { weight: '70', amount: '8', vial: '50' };
    for (const [name, value] of Object.entries(values)) await enter(name, missing.includes(name) ? '' : value);
    expect(outputs()).toEqual({});
    expect(one('[data-result]').textContent?.replace(', and', ' and')).toBe(words);
  });

  test('brought down to the cap, both numbers stand with it', async () => {
    await open();
    await enter('amount', '9');
    await enterAll('80');
    expect(outputs()['dose']).toBe('700 mg');
    expect(text()).toContain('Capped: 720 mg would pass the protocol’s maximum of 700 mg');
  });

  test('is refused over the highest amount, with the limit and its block, and no number beside it', async () => {
    await open();
    await enterAll();
    await enter('amount', '9');
    expect(refusals()).toEqual([]);
    await enter('amount', '9.01');
    expect(refusals()).toEqual(['outside-range']);
    expect(outputs()).toEqual({});
    expect(text()).toContain(
      '9.01 mg per kg is outside what the protocol gives, 7 mg per kg to 9 mg per kg (block 2.2).',
    );
  });
});

const WRONG: readonly (readonly [string, string | undefined, string | undefined])[] = [
  // typed, weight read, named refusal
  ['70,5', '70.5', undefined],
  ['70.5', '70.5', undefined],
  ['0,5', undefined, 'outside-range'],
  ['.5', undefined, 'no-digit-before-mark'],
  ['5.', undefined, 'no-digit-after-mark'],
  ['1,250', undefined, undefined],
  ['1.250', undefined, undefined],
  ['1 250', undefined, 'space-inside'],
  ['70kg', undefined, 'letters'],
  ['-5', undefined, 'sign'],
  ['1e2', undefined, 'letters'],
  ['７０', undefined, 'other-digits'],
  ['', undefined, 'empty'],
  ['NaN', undefined, 'letters'],
  ['Infinity', undefined, 'letters'],
  ['0', undefined, 'zero'],
  ['0x10', undefined, 'letters'],
  ['+5', undefined, 'sign'],
  ['1.5.2', undefined, 'two-marks'],
  ['0.01', undefined, 'outside-range'],
  ['7000', undefined, 'outside-range'],
];

test.each(['en', 'fr'] as const)(
  'what is typed as a weight gives a result only when it is read as meant, in %s',
  async (language) => {
    await open({ language });
    await enterAll();
    for (const [typed, read, refusal] of WRONG) {
      await enter('weight', '60');
      expect(outputs()['dose']).toBe('480 mg');
      await enter('weight', typed);
      expect([typed, outputs()['dose']]).toEqual([typed, read === undefined ? undefined : '564 mg']);
      expect([typed, ...refusals()]).toEqual(refusal === undefined ? [typed] : [typed, refusal]);
      if (read !== undefined) expect(text()).toContain(language === 'en' ? '70.5 kilograms' : '70,5 kilogrammes');
    }
  },
);

test('a number that may hold a thousand is asked about, and the answer is taken', async () => {
  await open();
  await enterAll();
  await enter('amount', '8,125');
  expect(text()).toContain('Did you mean 8.125 or 8125?');
  expect(outputs()).toEqual({});
  await click(button('8.125'));
  expect(outputs()['dose']).toBe('568 mg');
});

test.each([
  ['34.99', true],
  ['35', false],
  ['200', false],
  ['200.01', true],
])('a weight of %s kg is asked about once: %s', async (weight, asked) => {
  await open();
  await enterAll(weight);
  expect(text().includes('is unusual. Check it.')).toBe(asked);
  expect('dose' in outputs()).toBe(!asked);
  if (!asked) return;
  await click(button(/is right$/));
  expect(text()).not.toContain('is unusual');
  expect('dose' in outputs()).toBe(true);
});

test('an amount on which sources differ is not filled in, a usual one is', async () => {
  await open();
  expect(input('amount').value).toBe('8');
  expect(input('vial').value).toBe('');
  await page.end();
  page = new DosePage();
  await page.write('calculator', ON);
  await page.show(injection(['usual: 8 mg/kg', 'usual: { value: 8 mg/kg, contested: "Others give less." }']));
  expect(input('amount').value).toBe('');
  await click(button(/^Use 8/));
  expect(input('amount').value).toBe('8');
});

describe('the calculator', () => {
  test('is off until a named person has read a statement and turned it on for this version', async () => {
    await page.show(injection());
    expect(refusals()).toEqual(['calculator-off']);
    expect(text()).toContain('What the protocol gives');
    await enterAll();
    expect(outputs()).toEqual({});
    await click(button('Turn the calculator on', one('[data-setting="calculator"]')));
    const form = one('[data-setting="calculator"] form');
    await type(field('Your name', form), 'B. Pharmacist');
    await click(button('Turn the calculator on', form));
    expect(text()).toContain('Read the statement and tick it first.');
    await click(one('[data-setting="calculator"] input[type="checkbox"]'));
    await type(field('Your name', form), ' ');
    await click(button('Turn the calculator on', form));
    expect(text()).toContain('Enter your name');
    expect(page.entries).toEqual([]);
    await type(field('Your name', form), 'B. Pharmacist');
    await click(button('Turn the calculator on', form));
    expect(page.entries).toMatchObject([
      { kind: 'calculator', body: { protocolId: 'exa-session', version: '1.0.0', on: true, by: 'B. Pharmacist' } },
    ]);
    expect(outputs()['dose']).toBe('560 mg');
    expect(text()).toContain('Calculator turned on for version 1.0.0 by B. Pharmacist');
  });

  test('a new version turns it off again, and says for which one it was on', async () => {
    await page.write('calculator', ON);
    await page.show(injection(['version: 1.0.0', 'version: 1.1.0']));
    expect(refusals()).toEqual(['calculator-off']);
    expect(one('[data-refusal]').textContent).toContain('The calculator was on for version 1.0.0.');
  });

  test.each(['ended', 'retired', 'superseded', 'not-yet'] as const)(
    'gives none for a version that is %s',
    async (standing) => {
      await open({ standing });
      await enterAll();
      expect(refusals()).toEqual(['out-of-use']);
      expect(outputs()).toEqual({});
    },
  );

  test('gives none when one entry of the journal cannot be read', async () => {
    await page.write('calculator', ON);
    await page.write('clinic-value', { setting: 'maximum', value: { value: '50.0', unit: 'mg' } });
    await page.show(injection());
    expect(text()).toContain('What the clinic set cannot be read. No dose is worked out.');
    expect(text()).toContain('What the protocol gives');
  });
});

describe('a second person', () => {
  async function check(weight: string, vial = '50'): Promise<void> {
    await click(button('Second person checks'));
    // The first answer is nowhere on the page.
    expect(outputs()).toEqual({});
    expect(text()).not.toMatch(/560|11\.2/);
    expect([input('weight').value, input('vial').value]).toEqual(['', '']);
    await enterAll(weight, vial);
    await click(button('Compare'));
  }

  test('enters weight and vial blind; a match is told, and goes with the next edit', async () => {
    await open();
    await enterAll();
    await check('70');
    expect(text()).toContain('Both entries match');
    await click(button('Back to the dose'));
    expect(text()).toContain('Checked by a second entry: match');
    await enter('weight', '71');
    expect(outputs()['dose']).toBe('568 mg');
    expect(text()).not.toContain('Checked by a second entry');
  });

  test.each([
    ['71', '50'],
    ['70', '10'],
  ])('with %s kg and %s mg per mL does not match: a dialog names the difference', async (weight, vial) => {
    await open();
    await enterAll();
    await check(weight, vial);
    const dialog = one('dialog');
    expect(dialog.getAttribute('aria-label')).toBe('The two entries do not match');
    expect(dialog.querySelectorAll('[data-compared="differs"]').length).toBeGreaterThan(0);
    await click(button('Second person enters again'));
    expect(input('weight').value).toBe('');
    expect(outputs()).toEqual({});
    await enterAll();
    await click(button('Compare'));
    expect(text()).toContain('Both entries match');
  });

  test('is not asked for the vial the first person was free to leave out', async () => {
    await page.write('calculator', ON);
    await page.show(injection(['method: bolus', 'method: supervised-self']));
    await enter('weight', '70');
    expect(outputs()).toEqual({ dose: '560 mg' });
    await click(button('Second person checks'));
    await enter('weight', '70');
    await click(button('Compare'));
    expect(text()).toContain('Both entries match');
  });

  test('cannot compare before everything was entered', async () => {
    await open();
    await enterAll();
    await click(button('Second person checks'));
    await enter('weight', '70');
    await click(button('Compare'));
    expect(text()).toContain('Finish entering vial strength');
    expect(text()).not.toContain('match');
  });
});

describe('a sitting', () => {
  async function give(amount: string, time: string): Promise<void> {
    await type(field('Amount given in mg'), amount);
    await type(field('Time given'), time);
    await click(button('Add this dose'));
  }

  test('counts what was given before, and Clear ends it; nothing of it is written down', async () => {
    await page.write('calculator', ON);
    await page.show(
      injection([
        '  - { label: Twice weekly for three weeks, times: 2, per: P1W, maxCount: 6, within: P3W }',
        '  - { label: Once more, maxCount: 2 }',
      ]),
    );
    await enterAll();
    const before = page.entries.length;
    await give('100', '00:00');
    expect(text()).toContain('Total this sitting with this dose: 660 mg.');
    expect(text()).toMatch(/Last dose .* ago/);
    await click(button('Clear'));
    expect(input('weight').value).toBe('');
    expect(outputs()).toEqual({});
    await enterAll();
    expect(text()).toContain('Total this sitting with this dose: 560 mg.');
    expect(page.entries.length).toBe(before);
  });

  test('a dose given on a course of weeks is not given again in the same sitting', async () => {
    await open();
    await enterAll();
    await give('100', '00:00');
    expect(refusals()).toEqual(['one-a-sitting']);
    expect(outputs()).toEqual({});
    await click(button(/^Remove 100/));
    expect(outputs()['dose']).toBe('560 mg');
  });

  test.each([
    ['x', '10:00', 'Enter the amount given in mg'],
    ['35', '25:00', 'Enter the time as hours and minutes'],
    ['35', '', 'Enter the time as hours and minutes'],
  ])('takes no dose of “%s” at “%s”', async (amount, time, words) => {
    await open();
    await give(amount, time);
    expect(text()).toContain(words);
    expect(text()).toContain('Nothing entered.');
  });
});
