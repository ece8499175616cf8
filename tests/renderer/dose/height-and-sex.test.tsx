// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { act } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { all, button, click, one, press, text, type } from '../notes/page';
import { DosePage, ON, enter, injection, input, leave, outputs, refusals } from './dose-page';

// An invented formula: no shipped source gives one.
const FORMULA =
  'weightFormula: { above: 150 cm, female: 45 kg, male: 50 kg, gain: { mass: 2.3 kg, each: 2.54 cm }, excess: 40 % }';

let page: DosePage;
beforeEach(() => {
  page = new DosePage();
});
afterEach(async () => page.end());

async function open(basis: string, language: 'en' | 'fr' = 'en'): Promise<void> {
  await page.write('calculator', ON);
  await page.show(injection(['basis: actual-weight', `basis: ${basis}\n${FORMULA}`]), { language });
}

const radio = (name: string): HTMLInputElement => {
  const label = all('label').find(({ textContent }) => textContent?.replace(/^\d/, '') === name);
  const found = label?.querySelector('input');
  if (!(found instanceof HTMLInputElement)) throw new Error(`no choice ${name}`);
  return found;
};

async function enterBody(height = '175.4', sex = 'Male'): Promise<void> {
  await enter('weight', '90');
  await enter('vial', '50');
  await enter('height', height);
  await click(radio(sex));
}

test.each([
  ['ideal-weight', 'Male', '584 mg'],
  ['ideal-weight', 'Female', '544 mg'],
  ['adjusted-weight', 'Male', '638 mg'],
  ['adjusted-weight', 'Female', '614 mg'],
])('a dose by %s of a person entered as %s is %s', async (basis, sex, dose) => {
  await open(basis);
  await enterBody('175.4', sex);
  expect(outputs()['dose']).toBe(dose);
  expect(text()).toContain('Height in centimetres');
});

test('a dose by the weight on the scales asks for neither height nor sex', async () => {
  await page.write('calculator', ON);
  await page.show(injection());
  expect(all('[data-field="height"]')).toEqual([]);
  expect(text()).not.toContain('Sex');
});

test.each([
  [['height'], 'Finish entering height'],
  [['sex'], 'Finish entering sex'],
  [['height', 'sex'], 'Finish entering height and sex'],
  [['weight', 'height', 'sex'], 'Finish entering weight, height and sex'],
])('without %j there is no number, and what is missing is named', async (missing, words) => {
  await open('ideal-weight');
  await enter('vial', '50');
  if (!missing.includes('weight')) await enter('weight', '90');
  if (!missing.includes('height')) await enter('height', '175.4');
  if (!missing.includes('sex')) await click(radio('Male'));
  expect(outputs()).toEqual({});
  expect(one('[data-result]').textContent?.replace(', and', ' and')).toBe(words);
});

test('nothing is chosen as sex until somebody does, by hand or by its digit', async () => {
  await open('ideal-weight');
  expect([radio('Female').checked, radio('Male').checked]).toEqual([false, false]);
  await enterBody();
  expect(radio('Male').checked).toBe(true);
  await act(async () => radio('Male').focus());
  await press(radio('Male'), '1');
  expect([radio('Female').checked, radio('Male').checked]).toEqual([true, false]);
  expect(outputs()['dose']).toBe('544 mg');
});

test('a result goes with the first keystroke in the height and comes with the height that is left', async () => {
  await open('ideal-weight');
  await enterBody();
  await type(input('height'), '18');
  expect(outputs()).toEqual({});
  await type(input('height'), '180.48');
  await leave('height');
  expect([outputs(), ...refusals()]).toEqual([{}, 'too-many-decimals']);
  await enter('height', '180.5');
  expect(outputs()['dose']).toBe('620 mg');
});

// Looked at twice below 130 cm and above 215 cm; refused outside 50 cm to 260 cm, and where the formula says nothing.
test.each([
  ['49.9', undefined, 'outside-range', false],
  ['129.9', undefined, 'outside-range', true],
  ['130', undefined, 'outside-range', false],
  ['149.9', undefined, 'outside-range', false],
  ['150', '400 mg', undefined, false],
  ['215', '700 mg', undefined, false],
  ['215.1', '700 mg', undefined, true],
  ['260', '700 mg', undefined, true],
  ['260.1', undefined, 'outside-range', false],
  ['1.75', undefined, 'too-many-decimals', false],
  ['175cm', undefined, 'letters', false],
])('a height of %s gives %s', async (height, dose, refusal, asked) => {
  await open('ideal-weight');
  await enterBody(height);
  expect(text().includes('is unusual. Check it.')).toBe(asked);
  if (asked) await click(button(/is right$/));
  expect([outputs()['dose'], refusals()[0]]).toEqual([dose, refusal]);
});

test('height and sex are asked for in French too', async () => {
  await open('adjusted-weight', 'fr');
  await enterBody('175,4', 'Homme');
  expect(outputs()['dose']).toBe('638 mg');
  expect(text()).toContain('175,4 centimètres');
});
