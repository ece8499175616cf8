// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { all, button, click, clickTwice, field, one, text, type } from '../notes/page';
import { AT, DosePage, ON, enter, injection, input, outputs, refusals } from './dose-page';

let page: DosePage;
beforeEach(() => {
  page = new DosePage();
});
afterEach(async () => page.end());

async function open(): Promise<void> {
  await page.write('calculator', ON);
  await page.show(injection());
}

async function enterAll(): Promise<void> {
  await enter('weight', '70');
  await enter('vial', '50');
}

describe('what the clinic sets', () => {
  async function set(setting: string, value: string, name = 'A. Prescriber'): Promise<void> {
    await click(one(`[data-setting="${setting}"] button`));
    const form = one(`[data-setting="${setting}"] form`);
    const control = form.querySelector('input[inputmode="decimal"]');
    if (!(control instanceof HTMLInputElement)) throw new Error('no field');
    await type(control, value);
    await type(field('Your name', form), name);
    await clickTwice(button('Set for this clinic', form));
  }

  test.each([
    ['700', true],
    ['700.01', false],
  ])('a maximum of %s mg may narrow the protocol’s 700 mg, never widen it', async (maximum, kept) => {
    await open();
    await set('maximum', maximum);
    expect(page.set.maximum?.value).toEqual(kept ? { value: maximum, unit: 'mg' } : undefined);
    // Pressed twice, it is written down once.
    expect(page.entries.filter(({ kind }) => kind === 'clinic-value').length).toBe(kept ? 1 : 0);
    expect(refusals()).toEqual(kept ? [] : ['widens']);
    if (!kept) expect(text()).toContain('Not set: it would allow more than the protocol does, 700 mg.');
  });

  test.each([
    ['this computer has none of its own', false, '400 mg'],
    ['this computer has one of its own', true, '500 mg'],
  ])('a maximum that a backup brought counts where %s: %s', async (_what, isOwn, dose) => {
    const maximum = (amount: string, by: string): object => ({
      protocolId: 'exa-session',
      version: '1.0.0',
      blockId: 'dose-iv',
      setting: 'maximum',
      value: { value: amount, unit: 'mg' },
      by,
      at: AT,
    });
    if (isOwn) await page.write('clinic-value', maximum('500', 'A. Prescriber'));
    const origin = { writer: 'another', sequence: 7, hash: 'b'.repeat(64) };
    await page.write('clinic-value', maximum('400', 'B. Elsewhere'), origin);
    await open();
    await enterAll();
    expect(outputs()['dose']).toBe(dose);
  });

  test('shows by whom and when it was set, on the value and in the answer; history keeps all', async () => {
    await open();
    await set('maximum', '500');
    await enterAll();
    expect(outputs()['dose']).toBe('500 mg');
    expect(text()).toContain('Capped: 560 mg would pass the clinic’s maximum of 500 mg');
    expect(one('[data-setting="maximum"]').textContent).toMatch(/500.mg.*A\. Prescriber, .*\d{4}/);
    await set('maximum', '400', 'B. Pharmacist');
    expect(one('ol').textContent).toMatch(/400.mg.*500.mg/);
    await click(one('[data-setting="maximum"] button'));
    await click(button('Take back what was set'));
    await type(field('Your name'), 'C. Nurse');
    await click(button('Take back what was set'));
    expect(page.set.maximum).toBeUndefined();
    expect(one('[data-setting="maximum"]').textContent).toContain('Not set');
    expect(one('ol').textContent).toMatch(/taken back.*400.mg.*500.mg/);
  });

  test('what the protocol leaves to the clinic is not called open beside what the clinic set', async () => {
    const range = (): string => one('[aria-labelledby="dose-range"]').textContent;
    await page.show(injection(['cap: 700 mg', 'cap: local (one clinic uses a figure of its own)']));
    expect(range()).toContain('Absolute maximumClinic sets this');
    await set('maximum', '500');
    expect(range()).toMatch(/Absolute maximum500.mg set by the clinic: A\. Prescriber/);
    expect(range()).not.toContain('Clinic sets this');
  });

  test('the history tells the last word first, also after the clock was set back', async () => {
    const maximum = (amount: string, at: string): object => ({
      protocolId: 'exa-session',
      version: '1.0.0',
      blockId: 'dose-iv',
      setting: 'maximum',
      value: { value: amount, unit: 'mg' },
      by: 'A. Prescriber',
      at,
    });
    await page.write('clinic-value', maximum('600', '2026-11-22T08:00:00.000Z'));
    await page.write('clinic-value', maximum('500', '2025-10-18T08:00:00.000Z'));
    await page.write('calculator', { ...ON, at: '2025-10-18T09:00:00.000Z' });
    await page.show(injection());
    const told = [...document.querySelectorAll('details ol strong')].map(({ textContent }) => textContent);
    expect(told).toEqual([expect.stringMatching(/on/), expect.stringContaining('500'), expect.stringContaining('600')]);
  });

  test('an address that asks for another value opens that one', async () => {
    await open();
    expect(all('[data-setting] form')).toEqual([]);
    await page.show(injection(), { asked: 'maximum' });
    expect(one('[data-setting] form').closest<HTMLElement>('[data-setting]')?.dataset['setting']).toBe('maximum');
    await page.show(injection(), { asked: 'calculator' });
    expect(one('[data-setting] form').closest<HTMLElement>('[data-setting]')?.dataset['setting']).toBe('calculator');
  });

  test('a vial strength stands in its field, and another vial is refused', async () => {
    await open();
    await set('vial', '50');
    expect(input('vial').value).toBe('50');
    await enter('weight', '70');
    expect(outputs()['volume']).toBe('11.2 mL');
    await enter('vial', '10');
    expect(refusals()).toEqual(['vial-differs']);
    expect(outputs()).toEqual({});
  });

  test('a value is not set without a name, nor from a text that is no number', async () => {
    await open();
    await set('maximum', '500', '');
    expect(text()).toContain('Enter your name');
    await click(button('Leave as it is'));
    await set('maximum', '5oo');
    expect(text()).toContain('Not set. Enter a number above 0');
    expect(page.set).toEqual({});
  });
});
