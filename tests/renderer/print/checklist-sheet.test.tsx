// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Standing } from '../../../protocols/text/in-force';
import { compileExample, compileWithItems } from './compile-example';
import { renderSheet } from './example-sheet';

const texts = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent.replaceAll(/\s+/g, ' ').trim());

const REPEAT = `\`\`\`yaml dose
id: dose-again
drug: { name: examplamine, tallMan: examplAMINE }
route: intravenous
method: infusion
basis: actual-weight
evidence: verified s1
amount: { usual: 8.5 mg/kg }
\`\`\`

## What was found`;

test('every page says what it is, which version, of when, and which page of how many', async () => {
  const { root, pages } = await renderSheet(compileWithItems(60), { clinic: 'Invented Clinic', room: 500 });
  const sheets = [...root.querySelectorAll('.page')];
  expect(pages).toBe(sheets.length);
  expect(sheets.length).toBeGreaterThan(3);
  for (const [index, page] of sheets.entries()) {
    expect(texts(page, '.pageHeader')[0]).toContain('Examplamine supervised session');
    expect(texts(page, '.pageHeader')[0]).toContain('Invented Clinic');
    expect(texts(page, '.stamp')).toEqual(['DRAFT — NOT FOR PATIENT CARE', 'DRAFT — NOT FOR PATIENT CARE']);
    expect(texts(page, '.pageFooter')[0]).toBe(
      `exa-session, version 1.0.0, Invented Clinic GroupDRAFT — NOT FOR PATIENT CAREPage ${index + 1} of ${sheets.length}` +
        'Not in the print log · Dated 01 Jan 2026 · Review by 01 Feb 2031 · Text in English · Printed 06 May 2031 at 14:05',
    );
    expect(texts(page, '.safetyLine')).toEqual(['Invented drug, invented numbers. Not for use.']);
    expect(texts(page, '.identity')[0]).toMatch(/^Name or label/);
  }
});

test.each<[Standing, string[]]>([
  ['draft', ['DRAFT — NOT FOR PATIENT CARE', 'DRAFT — NOT FOR PATIENT CARE']],
  ['not-yet', ['NOT YET IN FORCE', 'NOT YET IN FORCE']],
  ['review-overdue', ['REVIEW OVERDUE', 'REVIEW OVERDUE']],
  ['superseded', ['SUPERSEDED', 'SUPERSEDED']],
  ['ended', ['ENDED', 'ENDED']],
  ['retired', ['WITHDRAWN', 'WITHDRAWN']],
  ['review-due', []],
  ['in-force', []],
])('a version that is %s carries the stamps %j', async (standing, stamps) => {
  const { root } = await renderSheet(compileExample(), { standing });
  expect(texts(root, '.stamp')).toEqual(stamps);
});

test.each([
  [9, ['During']],
  [10, ['During (1 of 2)', 'During (2 of 2)']],
  [18, ['During (1 of 2)', 'During (2 of 2)']],
  [19, ['During (1 of 3)', 'During (2 of 3)', 'During (3 of 3)']],
])('a phase of %i items is shown as the pauses %j', async (count, titles) => {
  const { root } = await renderSheet(compileWithItems(count));
  expect(texts(root, '.pauseTitle').filter((title) => title.startsWith('During'))).toEqual(titles);
  for (const pause of root.querySelectorAll('.pause')) {
    expect(pause.querySelectorAll('[data-item]').length).toBeLessThanOrEqual(9);
  }
  expect(texts(root, '[data-item] [data-column="number"]')).toEqual(
    Array.from({ length: count + 2 }, (_, index) => String(index + 1)),
  );
});

test('a pause that does not fit moves on whole, and one longer than a page repeats its head', async () => {
  const moved = await renderSheet(compileWithItems(9), { room: 400 });
  const during = [...moved.root.querySelectorAll('.page')].filter((page) => page.textContent.includes('Start time'));
  expect(during).toHaveLength(1);
  const cut = await renderSheet(compileWithItems(9), { room: 270 });
  expect(texts(cut.root, '.pauseTitle').filter((title) => title.startsWith('During'))).toEqual([
    'During',
    'During (continued)',
  ]);
});

test('a sheet with a row longer than a page does not stand', async () => {
  const { root, pages } = await renderSheet(compileExample(), { room: 80 });
  expect(pages).toBeUndefined();
  expect(texts(root, '.pageNumber')).toEqual(['Page 88 of 88']); // the measuring page: nothing was laid out
});

test('an item shows its object, its state, who does it, and a blank in the unit asked for', async () => {
  const { root } = await renderSheet(compileExample());
  const weight = root.querySelector('[data-item="weight"]');
  expect(weight?.querySelector('strong')?.textContent).toBe('Weight');
  expect(weight?.querySelector('[data-column="item"]')?.textContent).toContain('— measured today');
  expect(weight?.querySelector('[data-column="value"]')?.textContent).toBe('kg');
  expect(weight?.querySelector('[data-column="role"]')?.textContent).toBe('nurse');
  expect(weight?.querySelectorAll('.tickBox')).toHaveLength(1);
});

test('a critical item says in words to stop, any other does not', async () => {
  const { root } = await renderSheet(compileExample());
  expect(texts(root, '[data-item="identity"] [data-column="value"]')).toEqual(['No STOP if no']);
  expect(texts(root, '[data-item="weight"] .stop')).toEqual([]);
});

test('values not verified and values the clinic sets look different and say so', async () => {
  const { root } = await renderSheet(compileExample());
  const limits = [...root.querySelectorAll('.limits tbody tr')].map((row) => ({
    words: row.textContent.replaceAll(/\s+/g, ' ').trim(),
    unsure: row.querySelectorAll('.unsure').length,
    data: ['value', 'unit', 'mark'].map((name) => row.querySelector(`[data-${name}]`)?.getAttribute(`data-${name}`)),
  }));
  expect(limits).toEqual([
    { words: 'Highest dose9.75 mg per kg', unsure: 0, data: ['9.75', 'mg/kg', 'verified'] },
    { words: 'Absolute maximummg Clinic sets this', unsure: 1, data: ['', 'mg', 'local'] },
    {
      words: 'Systolic blood pressureat or over 47 mmHg above baseline Not verifiedStop the pump.',
      unsure: 1,
      data: ['47', 'mm[Hg]', 'second-hand'],
    },
    {
      words: 'Systolic blood pressureover mmHg Clinic sets thisDo not start.',
      unsure: 1,
      data: ['', 'mm[Hg]', 'local'],
    },
  ]);
});

test('restates what forbids the session and counts what it leaves out', async () => {
  const { root } = await renderSheet(compileExample());
  expect(texts(root, '.contraindications li')).toEqual(['1.1Allergy to examplamine']);
  expect(texts(root, '.contraindications p')).toEqual([
    '1 relative contraindication or caution is in the protocol, not on this sheet.',
  ]);
  const none = await renderSheet(compileExample('level: absolute', 'level: caution'));
  expect(texts(none.root, '.contraindications p')[0]).toBe('This protocol states no absolute contraindication.');
});

test('an unverified contraindication looks different and says so', async () => {
  const { root } = await renderSheet(compileExample('evidence: verified s2', 'evidence: recalled s2'));
  expect(texts(root, '.contraindications .unsure')).toEqual(['Allergy to examplamine']);
  expect(texts(root, '.contraindications .mark')).toEqual(['Not verified']);
});

test('the dose line prints medicine and route and leaves every amount blank', async () => {
  const { root } = await renderSheet(compileExample());
  const boxes = texts(root, '.dose td');
  expect(boxes[0]).toBe('Medicine and routeexamplAMINE, intravenous, infusion block 2.2');
  expect(boxes.slice(1)).toEqual([
    'Dosemg',
    'VolumemL',
    'Vial strengthmg per mL',
    'Batch of vial',
    'Expiry of vial',
    'Site',
    'Time',
    'Given by',
    'Checked by',
  ]);
});

test('blocks of one drug by one route share a line for a first dose and one for a second', async () => {
  const again = compileExample('## What was found', REPEAT);
  const { root } = await renderSheet(again);
  expect(texts(root, '.dose td:first-child').filter((text) => text.startsWith('Medicine'))).toEqual([
    'Medicine and routeexamplAMINE, intravenous, infusion first dose blocks 2.2, 2.3',
    'Medicine and routeexamplAMINE, intravenous, infusion second dose, if given blocks 2.2, 2.3',
  ]);
  const other = compileExample('## What was found', REPEAT.replace('method: infusion', 'method: bolus'));
  expect(
    texts((await renderSheet(other)).root, '.dose td:first-child').filter((text) => text.startsWith('Medicine')),
  ).toEqual([
    'Medicine and routeexamplAMINE, intravenous, infusion block 2.2',
    'Medicine and routeexamplAMINE, intravenous, single dose block 2.3',
  ]);
});

test('ends with three signatures and says that it ends', async () => {
  const { root } = await renderSheet(compileExample());
  expect(texts(root, '.signOff tbody th')).toEqual(['Given', 'Checked', 'Released']);
  expect(texts(root, '.page:last-child .end')).toEqual(['END OF CHECKLIST']);
});

test('in French the headings are French, numbers have their comma, and the text keeps its own language', async () => {
  const { root } = await renderSheet(compileExample(), { language: 'fr' });
  expect(texts(root, '.stamp')[0]).toBe('BROUILLON — NE PAS UTILISER POUR LES SOINS');
  expect(texts(root, '.pageFooter')[0]).toContain('Page 1 sur 1');
  expect(texts(root, '.pageFooter')[0]).toContain('Texte en anglais');
  expect(texts(root, '.limits')[0]).toContain('9,75 mg par kg');
  expect(root.querySelector('[data-item="weight"] [lang="en"]')?.textContent).toContain('Weight');
});
