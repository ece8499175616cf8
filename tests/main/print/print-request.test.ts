import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { toPrintFailure } from '../../../main/print/print-failure';
import { countPages } from '../../../main/print/pdf-pages';
import { findPrintRequest, parsePrintRequest, toPrintSwitches } from '../../../main/print/print-request';

const asked = { sheet: 'checklist', protocol: 'exa@1.2.0', paper: 'A4', language: 'fr', out: 'sheet.pdf' };

test('reads a protocol with its version, and makes the path absolute', () => {
  expect(parsePrintRequest(asked)).toEqual({
    ok: true,
    value: { sheet: 'checklist', id: 'exa', version: '1.2.0', paper: 'A4', language: 'fr', out: resolve('sheet.pdf') },
  });
});

test('without a version asks for the newest', () => {
  expect(parsePrintRequest({ ...asked, protocol: 'exa' })).toMatchObject({ ok: true, value: { id: 'exa' } });
  expect(parsePrintRequest({ ...asked, protocol: 'exa' })).not.toHaveProperty('value.version');
});

test.each([
  [{ sheet: 'flowsheet' }, 'Only the sheet "checklist" can be printed.'],
  [{ sheet: undefined }, 'Only the sheet "checklist" can be printed.'],
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
])('refuses $0 in a sentence', (change, sentence) => {
  expect(parsePrintRequest({ ...asked, ...change })).toEqual({ ok: false, error: sentence });
});

test('what the command line asks for is what the program start reads', () => {
  for (const protocol of ['exa', 'exa@1.2.0']) {
    const parsed = parsePrintRequest({ ...asked, protocol, out: 'a folder/sheet=1.pdf' });
    if (!parsed.ok) throw new Error(parsed.error);
    expect(findPrintRequest(['electron', '.', ...toPrintSwitches(parsed.value)])).toEqual(parsed);
  }
});

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
