import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { toPrintFailure } from '../../../main/print/print-failure';
import { countPages } from '../../../main/print/pdf-pages';
import { findPrintRequest, parsePrintRequest, toPrintSwitch } from '../../../main/print/print-request';

const asked = { sheet: 'checklist', protocol: 'exa@1.2.0', paper: 'A4', language: 'fr', out: 'sheet.pdf' };

const key = { id: 'exa', version: '1.2.0' };

test('reads a protocol with its version, and makes the path absolute', () => {
  expect(parsePrintRequest(asked)).toEqual({
    ok: true,
    value: {
      job: { sheet: 'checklist', key, paper: 'A4', language: 'fr' },
      newest: false,
      out: resolve('sheet.pdf'),
    },
  });
});

test('without a version asks for the newest', () => {
  expect(parsePrintRequest({ ...asked, protocol: 'exa' })).toMatchObject({
    ok: true,
    value: { newest: true, job: { key: { id: 'exa', version: '' } } },
  });
});

test('reads what is entered for a dose letter for letter', () => {
  const dose = {
    ...asked,
    sheet: 'dose',
    block: 'dose-iv',
    weight: ' 70,5',
    vial: '50',
    'made-up': '50',
    given: '35',
    copies: '2',
  };
  expect(parsePrintRequest(dose)).toMatchObject({
    ok: true,
    value: {
      job: {
        sheet: 'dose',
        key,
        block: 'dose-iv',
        entered: { weight: ' 70,5', vial: '50', madeUp: '50', given: [{ block: 'dose-iv', amount: '35' }] },
        copies: 2,
      },
    },
  });
});

test('a dose sheet for which nothing is entered is blank', () => {
  const parsed = parsePrintRequest({ ...asked, sheet: 'dose', block: 'dose-iv' });
  expect(parsed).toMatchObject({ ok: true, value: { job: { block: 'dose-iv' } } });
  expect(parsed).not.toHaveProperty('value.job.entered');
});

const SHEETS = 'The sheet is one of checklist, flowsheet, dose, protocol, emergency, esketamine-monitoring.';
const dose = { sheet: 'dose', block: 'dose-iv' };
test.each([
  [{ sheet: 'poster' }, SHEETS],
  [{ sheet: undefined }, SHEETS],
  [{ paper: 'A5' }, 'The paper is A4 or Letter.'],
  [{ language: 'de' }, 'The language is en or fr.'],
  [{ out: undefined }, 'Say where to with --out FILE.'],
  [{ out: '' }, 'Say where to with --out FILE.'],
  [{ protocol: undefined }, 'Say which protocol with --protocol ID or ID@VERSION.'],
  [
    { protocol: '../x' },
    "The protocol's id must be an id: lower-case letters, digits and hyphens, starting with a letter.",
  ],
  [{ protocol: 'exa@1' }, "The protocol's version must be a version of three numbers, such as 1.0.0."],
  [{ sheet: 'dose' }, 'Say which dose with --block ID, the id of a dose block.'],
  [{ ...dose, sex: 'x' }, 'The sex is female or male, where the protocol asks for it.'],
  [{ ...dose, copies: '3' }, 'One or two copies stand on a page: --copies 1 or 2.'],
  [{ ...dose, 'weighed-on': '31 May' }, '--weighed-on must be a day that exists, such as 2031-04-30.'],
  [{ ...dose, weight: '7'.repeat(41) }, 'What was entered for the dose is longer than any dose.'],
  [{ weight: '70' }, 'Only the dose sheet takes --weight.'],
  [{ block: 'dose-iv' }, 'Only the dose sheet takes --block.'],
])('refuses $0 in a sentence', (change, sentence) => {
  expect(parsePrintRequest({ ...asked, ...change })).toEqual({ ok: false, error: sentence });
});

test('what the command line asks for is what the program start reads', () => {
  for (const more of [{ protocol: 'exa' }, { protocol: 'exa@1.2.0' }, { ...dose, vial: '50 mg/mL "new"' }]) {
    const words = { ...asked, ...more, out: 'a folder/sheet=1.pdf' };
    const parsed = parsePrintRequest(words);
    if (!parsed.ok) throw new Error(parsed.error);
    expect(findPrintRequest(['electron', '.', toPrintSwitch(words)])).toEqual(parsed);
  }
});

test.each(['--print=', '--print={', '--print=[1]', '--print={"sheet":1}'])(
  'the start switch %s prints nothing',
  (word) => {
    expect(findPrintRequest(['electron', '.', word])).toEqual({ ok: false, error: 'This print cannot be read.' });
  },
);

test('an ordinary start asks for no print', () => {
  expect(findPrintRequest(['electron', '.', '--library=/x', '--lang=fr'])).toBeUndefined();
});

test.each([
  ['Print job canceled', { kind: 'cancelled' }],
  ['Failed to enumerate printers', { kind: 'no-printer' }],
  ['No printers available on the network', { kind: 'no-printer' }],
  ['Invalid printer settings', { kind: 'not-printed', message: 'Invalid printer settings' }],
])('the reason "%s" is told apart', (reason, failure) => {
  expect(toPrintFailure(reason)).toEqual(failure);
});

test('counts page objects and not the tree that holds them', () => {
  const pdf =
    '1 0 obj\n<</Type /Pages /Count 2>>\n2 0 obj <</Type /Page\n/Parent 1 0 R>>\n3 0 obj <</Type/Page>>\n<</Type /PageLabel>>';
  expect(countPages(new TextEncoder().encode(pdf))).toBe(2);
  expect(countPages(new TextEncoder().encode('no pages'))).toBe(0);
});
