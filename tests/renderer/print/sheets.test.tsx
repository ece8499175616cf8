// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { toNoteTarget } from '../../../protocols/anchoring/note-target';
import { placeNotes } from '../../../protocols/anchoring/place-notes';
import { diffProtocols } from '../../../protocols/changes/diff-protocols';
import type { CalculatorRecord, ClinicValueRecord } from '../../../protocols/dose/clinic-records';
import { decimalOf } from '../../../protocols/dose/exact';
import type { Note, NoteStatus } from '../../../protocols/notes/note';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { SheetSources } from '../../../renderer/print/page/sheet-plan';
import { planSheet } from '../../../renderer/print/plan-sheet';
import { compileExample } from './compile-example';
import { renderSheet } from './example-sheet';

const protocol = compileExample();
const AT = '2031-05-06T10:00:00.000Z';

const said = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());

function note(order: number, status: NoteStatus, body: string, of: Protocol = protocol): Note {
  const target = toNoteTarget(of, 'dose-iv');
  if (target === undefined) throw new Error('the example has a dose');
  const written = { author: 'N. Nurse', created: AT, modified: AT, writer: 'w', rivals: [] };
  return { id: `note-${order}`, target, body, status, order, revision: `r${order}`, ...written };
}

function withNotes(notes: readonly Note[]): SheetSources['notes'] {
  return { state: 'read', notes: placeNotes(protocol, notes) };
}

test('a note in force stands in its box under its block, a draft stands nowhere', async () => {
  const notes = withNotes([note(1, 'active', 'Use the **small** pump.'), note(2, 'draft', 'Not yet decided.')]);
  const { root } = await renderSheet(protocol, { asked: { sheet: 'protocol' }, notes });
  expect(said(root, '.noteHead')).toEqual(['Clinic note 1, N. Nurse, 06 May 2031']);
  expect(root.textContent).toContain('Use the small pump.');
  expect(root.textContent).not.toContain('Not yet decided.');
  const parts = [...root.querySelectorAll('[data-part]')].map((part) => part.getAttribute('data-part'));
  expect(parts.indexOf('note-note-1')).toBe(parts.indexOf('dose-iv') + 1);
});

test('says what it leaves out and why', () => {
  const notes = withNotes([note(1, 'draft', 'a'), note(2, 'retired', 'b'), note(3, 'retired', 'c')]);
  expect(planSheet(toSources({ notes })).leftOut).toEqual([
    { id: 'print.left.drafts', values: { count: 1 } },
    { id: 'print.left.retired', values: { count: 2 } },
  ]);
  expect(planSheet(toSources({ notes: { state: 'unread' } })).leftOut).toEqual([
    { id: 'print.left.unread', values: {} },
  ]);
});

test('a note whose passage changed is listed at the end with what it was written about', async () => {
  const older = compileExample('usual: 8.5 mg/kg, max: 9.75 mg/kg', 'usual: 8.5 mg/kg, max: 9.5 mg/kg');
  const notes = withNotes([note(1, 'active', 'Keep to the low end.', older)]);
  const { root } = await renderSheet(protocol, { asked: { sheet: 'protocol' }, notes });
  expect(said(root, '.sectionHead h2').at(-1)).toBe('Not placed in this version');
  expect(said(root, '.noteHead th[data-anchor="changed"]')).toEqual(['Clinic note 1, N. Nurse, 06 May 2031']);
  expect(root.textContent).toContain('9.5 mg per kg');
});

test.each([
  ['between words', `${'ab '.repeat(399)}5 mg ${'cd '.repeat(50)}`, 'ab'],
  ['behind a sentence', `${'ab '.repeat(300)}Then stop. ${'cd '.repeat(200)}`, 'Then stop.'],
])('a long note goes on over a page %s, never between a number and its unit', async (_where, body, last) => {
  const { root } = await renderSheet(protocol, {
    asked: { sheet: 'protocol' },
    notes: withNotes([note(1, 'active', body)]),
  });
  const pieces = said(root, '.note tbody td');
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces[0]?.endsWith(last)).toBe(true);
  expect(pieces.join(' ')).toBe(body.trim());
});

test('notes that cannot be read are said to be missing, and the protocol is printed', async () => {
  const { root, pages } = await renderSheet(protocol, { asked: { sheet: 'protocol' }, notes: { state: 'unread' } });
  expect(pages).toBeGreaterThan(0);
  expect(said(root, '.about strong')).toEqual(['The clinic notes could not be read: none are printed.']);
});

test('a note of 20,000 characters without a break goes on over pages instead of being refused', async () => {
  const notes = withNotes([note(1, 'active', 'word '.repeat(4000))]);
  const { root } = await renderSheet(protocol, { asked: { sheet: 'protocol' }, notes, room: 200 });
  expect(root.textContent.match(/word/g)?.length).toBe(4000);
});

test('every block has its number and every source stands at the end', async () => {
  const { root } = await renderSheet(protocol, { asked: { sheet: 'protocol' } });
  const shown = new Set(
    [...root.querySelectorAll('[data-block-id]')].map((each) => each.getAttribute('data-block-id')),
  );
  const ids = protocol.sections.flatMap(({ blocks }) => blocks);
  for (const { id, type } of ids) if (type !== 'contraindication') expect([...shown]).toContain(id);
  expect(said(root, '.sources tbody th')).toEqual(protocol.sources.map(({ id }) => id));
});

test('has a list of contents with page numbers only when it is longer than four pages', async () => {
  const short = await renderSheet(protocol, { asked: { sheet: 'protocol' }, room: 5000 });
  expect(short.root.querySelector('.contents')).toBeNull();
  const long = await renderSheet(protocol, { asked: { sheet: 'protocol' }, room: 250 });
  expect(long.pages).toBeGreaterThan(4);
  const entries = said(long.root, '.contents li');
  expect(entries).toHaveLength(protocol.sections.length);
  const [first] = protocol.sections;
  expect(entries[0]).toMatch(new RegExp(`^1${first?.title}\\d+$`));
  expect(entries.join(' ')).not.toContain('88');
});

test('tells what changed since the edition before, values whole', async () => {
  const before = {
    ...compileExample('usual: 8.5 mg/kg, max: 9.75 mg/kg', 'usual: 8.5 mg/kg, max: 9.5 mg/kg'),
    version: '0.9.0',
  };
  const changes = { from: '0.9.0', diff: diffProtocols(before, protocol) };
  const { root } = await renderSheet(protocol, { asked: { sheet: 'protocol' }, changes });
  const text = said(root, '[data-part="changes"]').join(' ');
  expect(text).toContain('Changes since version 0.9.0');
  expect(text).toContain('−9.5 mg per kg');
  expect(text).toContain('+9.75 mg per kg');
});

const ON: CalculatorRecord = {
  protocolId: protocol.id,
  version: protocol.version,
  on: true,
  statement: 's',
  by: 'P. Lead',
  at: AT,
};
const MAXIMUM: ClinicValueRecord = {
  protocolId: protocol.id,
  version: protocol.version,
  blockId: 'dose-iv',
  setting: 'maximum',
  value: { value: decimalOf('700'), unit: 'mg' },
  by: 'P. Lead',
  at: AT,
};
// All that its calculation needs is verified.
const calculable = compileExample('min: 7.5 mg/kg (second-hand s2), usual', 'usual');
const ROUNDING: ClinicValueRecord = {
  ...MAXIMUM,
  setting: 'roundVolume',
  value: { step: { value: decimalOf('0.1'), unit: 'mL' }, mode: 'down' },
};
const CLINIC: SheetSources['clinic'] = { state: 'read', values: [MAXIMUM, ROUNDING], switches: [ON] };

test('a blank dose sheet has a place for each number and states none of its own', async () => {
  const { root } = await renderSheet(protocol, { asked: { sheet: 'dose', block: 'dose-iv' } });
  expect(root.querySelectorAll('[data-output]')).toHaveLength(0);
  expect(said(root, '.results dt')).toEqual(['DOSE', 'DRAW UP', 'MAKE UP TO', 'RATE', 'OVER']);
  expect(root.querySelectorAll('.results .blankLine')).toHaveLength(5);
  expect(root.textContent).not.toMatch(/Entered on screen|N\/A|\b0 mg\b/);
  expect(root.textContent).not.toContain('No dose was worked out');
});

test('what was typed is worked out again, says that it was typed, and by whom the clinic turned the sum on', async () => {
  const entered = { weight: '70,5', amount: '8.5', vial: '11', madeUp: '100', over: '40', weighedOn: '2031-05-06' };
  const { root } = await renderSheet(calculable, {
    asked: { sheet: 'dose', block: 'dose-iv', entered },
    records: CLINIC,
  });
  const dose = root.querySelector('[data-output="dose"]');
  // 8.5 × 70.5 = 599.25, rounded down to 1 mg by the block.
  expect(dose?.getAttribute('data-value') ?? root.querySelector('.noDose')?.textContent).toBe('599');
  expect(said(root, '.entries dd').filter((text) => text.includes('Entered on screen')).length).toBeGreaterThan(2);
  expect(said(root, '.entries').join(' ')).toContain('70.5 kg Entered on screen');
  expect(said(root, '.entries').join(' ')).toContain('weighed 06 May 2031');
  expect(said(root, '.halfLimits').join(' ')).toContain('Calculator turned on by P. Lead');
  expect(said(root, '.halfLimits').join(' ')).toContain('Absolute maximum: 700 mg set by the clinic, P. Lead');
  // No place is left to write what is set.
  expect(said(root, '.halfLimits').join(' ')).not.toContain('Clinic sets this');
});

test.each(['checklist', 'protocol'] as const)('a maximum the clinic set is no blank on the %s', async (sheet) => {
  const blank = await renderSheet(protocol, { asked: { sheet } });
  expect(said(blank.root, 'tr').filter((text) => /Absolute maximum.*Clinic sets this/.test(text))).toHaveLength(1);
  expect(blank.root.querySelector('[data-clinic="set"]')).toBeNull();

  const { root } = await renderSheet(protocol, { asked: { sheet }, records: CLINIC });
  const set = root.querySelector('[data-clinic="set"]');
  expect([set?.getAttribute('data-value'), set?.getAttribute('data-unit')]).toEqual(['700', 'mg']);
  const rows = said(root, 'tr').join(' | ');
  expect(rows).toMatch(/Absolute maximum:? ?700 mg set by the clinic, P\. Lead/);
  expect(rows).not.toMatch(/Absolute maximum[^|]*Clinic sets this/);
});

test.each<[string, SheetSources['clinic'], Record<string, string>, RegExp]>([
  [
    'the calculator is off',
    { state: 'read', values: [MAXIMUM], switches: [] },
    { weight: '70.5', amount: '8.5' },
    /calculator is off/i,
  ],
  ['what the clinic set cannot be read', { state: 'unread' }, { weight: '70.5', amount: '8.5' }, /cannot be read/],
  [
    'a number cannot be read',
    CLINIC,
    { weight: '70kg', amount: '8.5', vial: '11', madeUp: '100', over: '40' },
    /not entered/,
  ],
])('where %s there is no dose, the reason, and a place to write it', async (_name, records, entered, reason) => {
  const { root } = await renderSheet(calculable, { asked: { sheet: 'dose', block: 'dose-iv', entered }, records });
  expect(root.querySelectorAll('[data-output]')).toHaveLength(0);
  expect(root.querySelector('.noDose')?.textContent).toMatch(reason);
  expect(root.querySelectorAll('.results .blankLine').length).toBeGreaterThan(1);
});

test('a second person has blanks and a signature of their own, and the vial is read aloud', async () => {
  const { root } = await renderSheet(protocol, { asked: { sheet: 'dose', block: 'dose-iv' } });
  expect(root.querySelectorAll('.secondSum .blankLine')).toHaveLength(5);
  expect(said(root, '.second .signer')).toEqual(['Worked out byTime', 'Second calculation byTime']);
  expect(said(root, '.readAloud .signer')).toEqual(['Name', 'Strength', 'Expiry', 'Batch']);
});

test('an emergency card has a box for each step, who does it and by when', async () => {
  const { root, pages } = await renderSheet(protocol, { asked: { sheet: 'emergency' } });
  expect(pages).toBe(1);
  expect(said(root, '.card li')).toEqual([
    '1Stop the pump. nurse Not verified',
    '2Call the prescriber. within 1 minute nurse Not verified',
  ]);
  expect(root.querySelectorAll('.card li .tickBox')).toHaveLength(2);
});

function toSources(change: Partial<SheetSources>): SheetSources {
  return {
    job: { sheet: 'protocol', key: { id: protocol.id, version: protocol.version }, paper: 'A4', language: 'en' },
    protocol,
    standing: 'draft',
    local: [],
    code: { kind: 'none' },
    clinicName: '',
    printedAt: new Date(AT),
    changes: undefined,
    notes: { state: 'read', notes: [] },
    clinic: { state: 'read', values: [], switches: [] },
    ...change,
  };
}
