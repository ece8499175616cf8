import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toNoteTarget } from '../../../protocols/anchoring/note-target';
import { placeNote } from '../../../protocols/anchoring/place-note';
import type { NoteTarget, TextQuoteSelector } from '../../../protocols/notes/note';
import type { Protocol } from '../../../protocols/schema/protocol';
import { compiled } from '../../fixtures/change';
import { EXAMPLE } from '../../fixtures/texts';

const example = compiled(EXAMPLE);
const FIGURES = [
  '  - { id: response, label: Response after six, amount: { usual: 61.5 % } }',
  '  - { id: onset, label: Time to effect, time: { usual: PT2H (second-hand s2) } }',
];

/** The example with one piece of its text replaced, as the next edition would have it. */
function edit(from: string, to: string): Protocol {
  expect(EXAMPLE).toContain(from);
  return compiled(EXAMPLE.replace('version: 1.0.0', 'version: 2.0.0').replace(from, to));
}

function target(blockId: string, exact?: string): NoteTarget {
  const shown: TextQuoteSelector | undefined =
    exact === undefined ? undefined : { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' };
  const found = toNoteTarget(example, blockId, shown);
  if (found === undefined) throw new Error(`no block ${blockId}`);
  return found;
}

const INTRO = 'Weigh the patient on the day. Start at {{dose-iv.amount.usual}}, never above {{dose-iv.amount.max}}.';

test('keeps a note beside a block that says the same in a new edition', () => {
  const next = edit('definition: An invented drug.', 'definition: Another invented drug.');
  expect(placeNote(target('dose-iv'), next)).toBe('placed');
  expect(placeNote(target('dose-intro', 'Weigh the patient on the day.'), next)).toBe('placed');
  expect(placeNote(target('words'), next)).toBe('changed');
});

test.each<[what: string, blockId: string, from: string, to: string]>([
  ['a digit', 'dose-iv', 'usual: 8.5 mg/kg, max: 9.75 mg/kg }', 'usual: 8.5 mg/kg, max: 9.76 mg/kg }'],
  ['a unit', 'dose-iv', 'concentration: 11 mg/mL', 'concentration: 11 mcg/mL'],
  ['the route', 'dose-iv', 'route: intravenous', 'route: intramuscular'],
  ['the route of the dose it stands with', 'dose-intro', 'route: intravenous', 'route: intramuscular'],
  ['an interval', 'dose-iv', 'within: P3W', 'within: P2W'],
  ['a duration', 'dose-iv', 'over: { usual: PT40M }', 'over: { usual: PT45M }'],
  ['a time that turns from before to after', 'mon-vitals', 'at: [-PT15M]', 'at: [PT15M]'],
  ['how sure the number is', 'dose-iv', 'min: 7.5 mg/kg (second-hand s2)', 'min: 7.5 mg/kg (recalled s2)'],
  ['a comparison', 'mon-vitals', '">= 161 mmHg"', '"> 161 mmHg"'],
  ['a limit', 'mon-vitals', '">= 161 mmHg"', '">= 160 mmHg"'],
  ['the drug', 'dose-iv', 'drug: { name: examplamine', 'drug: { name: esexamplamine'],
  ['what a row without words says', 'mon-vitals', 'parameters: [spo2]', 'parameters: [sbp]'],
  ['the rounding', 'dose-iv', 'amount: 1 mg down', 'amount: 1 mg nearest'],
  ['a negation', 'contra-allergy', 'action: Do not give.', 'action: Give.'],
  ['the level', 'contra-pressure', 'level: relative', 'level: absolute'],
  ['a step', 'stop-rule', 'text: Stop the pump., role: nurse', 'text: Stop the pump now., role: nurse'],
  ['a negation around quoted words', 'dose-intro', 'Weigh the patient', 'Do not weigh the patient'],
  ['the heading above', 'dose-iv', '# Dose {#dose}', '# Dose for adults {#dose}'],
  ['the heading two above', 'figures-outcome', '# Dose {#dose}', '# Dose for adults {#dose}'],
  ['its section', 'figures-outcome', '## What was found {#dose-evidence}', '## What was found {#dose-results}'],
  ['the title of the protocol', 'words', 'title: Examplamine supervised', 'title: Examplamine unsupervised'],
])('shows a note as changed when %s changed', (_what, blockId, from, to) => {
  expect(placeNote(target(blockId), edit(from, to))).toBe('changed');
});

test.each<[what: string, blockId: string, from: string, to: string]>([
  ['spacing', 'dose-intro', 'Start at', 'Start  at'],
  ['a comma', 'dose-intro', 'usual}}, never', 'usual}} never'],
  ['the case of a first letter', 'contra-allergy', 'condition: Allergy to', 'condition: allergy to'],
  ['the case of a heading', 'figures-outcome', '## What was found', '## What Was Found'],
  ['a code', 'mon-vitals', 'code: 8480-6', 'code: 8462-4'],
  ['a source', 'contra-allergy', 'evidence: verified s2', 'evidence: verified s1'],
  ['the order of figures', 'figures-outcome', FIGURES.join('\n'), FIGURES.toReversed().join('\n')],
])('leaves a note in its place when only %s changed', (_what, blockId, from, to) => {
  expect(placeNote(target(blockId), edit(from, to))).toBe('placed');
});

test('shows a note on steps as changed when they come in another order', () => {
  const [pump, call] = [
    '  - { id: pump, text: Stop the pump., role: nurse }',
    '  - { id: call, text: Call the prescriber., role: nurse, within: PT1M, call: prescriber }',
  ];
  const next = edit(`${pump}\n${call}`, `${call}\n${pump}`);
  expect(placeNote(target('stop-rule'), next)).toBe('changed');
  expect(placeNote(target('stop-rule', 'Stop the pump.'), next)).toBe('placed');
});

test('holds a note on words to their sentence, and one on a row to its row and what the row stands under', () => {
  const other = edit('Weigh the patient on the day.', 'Weigh the patient today.');
  expect(placeNote(target('dose-intro', 'Weigh the patient'), other)).toBe('changed');
  expect(placeNote(target('dose-intro', 'never above'), other)).toBe('placed');
  const row = target('mon-vitals', 'Tell the prescriber.');
  expect(placeNote(row, edit('text: Stop the pump., goTo', 'text: Stop it., goTo'))).toBe('placed');
  expect(placeNote(row, edit('">= 161 mmHg"', '">= 162 mmHg"'))).toBe('changed');
  expect(placeNote(row, edit('name: Systolic blood', 'name: Diastolic blood'))).toBe('changed');
  const saturation = target('mon-vitals', 'Oxygen saturation');
  expect(placeNote(saturation, edit('name: Oxygen saturation, unit: "%"', 'name: Oxygen saturation, unit: /min'))).toBe(
    'changed',
  );
});

test('holds words that span two sentences to both', () => {
  const both = target('dose-intro', 'on the day. Start at');
  expect(both.sentences).toHaveLength(2);
  expect(placeNote(both, example)).toBe('placed');
  expect(placeNote(both, edit('Weigh the patient', 'Weigh each patient'))).toBe('changed');
  expect(placeNote(both, edit('never above', 'not above'))).toBe('changed');
});

test('sees a number that changed in another block and is only repeated here', () => {
  const next = edit('max: 9.75 mg/kg }', 'max: 19.75 mg/kg }');
  const before = example.sections.flatMap((section) => section.blocks);
  const after = next.sections.flatMap((section) => section.blocks);
  const find = (blocks: typeof before) => blocks.find((block) => block.id === 'dose-intro');
  expect(find(after)).toEqual(find(before)); // the block itself is untouched
  expect(placeNote(target('dose-intro', 'never above'), next)).toBe('changed');
});

test('sees a dose that changed behind a step that names it', () => {
  const named = EXAMPLE.replace('call: prescriber }', 'call: prescriber, dose: "#dose-iv" }');
  const before = toNoteTarget(compiled(named), 'stop-rule');
  if (before === undefined) throw new Error('no block stop-rule');
  expect(placeNote(before, compiled(named))).toBe('placed');
  expect(placeNote(before, compiled(named.replace('max: 9.75 mg/kg }', 'max: 19.75 mg/kg }')))).toBe('changed');
});

test('shows a note as an orphan when its block or its protocol is gone', () => {
  const without = edit(`${INTRO} {#dose-intro verified s1}\n\n`, '');
  expect(placeNote(target('dose-intro'), without)).toBe('orphan');
  expect(placeNote(target('dose-intro'), undefined)).toBe('orphan');
  expect(placeNote(target('dose-intro'), { ...example, id: 'another' })).toBe('orphan');
});

test('does not take a block of the same words under another id', () => {
  expect(placeNote(target('dose-intro'), edit('{#dose-intro verified s1}', '{#dose-start verified s1}'))).toBe(
    'orphan',
  );
});

test.each<[what: string, stood: Partial<NoteTarget>]>([
  ['another heading', { heading: 'Dose for adults' }],
  ['another section', { sectionId: 'dosing' }],
  ['another title of the protocol', { title: 'Examplamine unsupervised session' }],
  ['another route', { route: 'oral' }],
])(
  'judges each note by what it stood under: one under %s is no reason to place or ask about the next',
  (_what, stood) => {
    const next = edit('definition: An invented drug.', 'definition: Another invented drug.');
    const note = target('dose-iv');
    const other = { ...note, ...stood };
    expect([note, other, note].map((each) => placeNote(each, next))).toEqual(['placed', 'changed', 'placed']);
  },
);

test('asks that quoted words are found exactly once', () => {
  const quoted = target('dose-intro', 'never above 9.75 mg per kg.');
  expect(quoted.quotedFrom).toBe('text');
  expect(quoted.selector).toMatchObject({
    exact: 'never above 9.75 mg per kg.',
    prefix: expect.stringMatching(/8\.5 mg per kg, $/),
  });
  const selector = (change: Partial<TextQuoteSelector>): NoteTarget => ({
    ...quoted,
    selector: { type: 'TextQuoteSelector', exact: 'never above', prefix: '', suffix: '', ...change },
  });
  expect(placeNote(selector({}), example)).toBe('placed');
  expect(placeNote(selector({ exact: 'never below' }), example)).toBe('changed');
  expect(placeNote(selector({ exact: 'mg per kg' }), example)).toBe('changed'); // twice
  expect(placeNote(selector({ exact: '75 mg per kg' }), example)).toBe('changed'); // inside a number
});

test('asks that the sentence itself is there exactly once', () => {
  const twice = edit('Weigh the patient on the day.', 'Weigh the patient on the day. Weigh the patient on the day.');
  expect(placeNote(target('dose-intro', 'the patient'), twice)).toBe('changed');
});

test('holds a note written before there was a rule of the sentence to its whole block', () => {
  const { sentences: _, title: _title, route: _route, ...old } = target('dose-intro', 'never above');
  expect(placeNote(old, example)).toBe('placed');
  expect(placeNote(old, edit('Weigh the patient', 'Weigh each patient'))).toBe('changed');
  expect(placeNote(old, edit('title: Examplamine supervised', 'title: Examplamine unsupervised'))).toBe('placed');
  const steps = compiled(EXAMPLE.replace('call: prescriber }', 'call: prescriber, dose: "#dose-iv" }'));
  const { sentences: _steps, ...onSteps } = toNoteTarget(steps, 'stop-rule') ?? target('stop-rule');
  expect(placeNote(onSteps, steps)).toBe('placed');
  const other = EXAMPLE.replace('call: prescriber }', 'call: prescriber, dose: "#dose-iv" }').replace(
    'max: 9.75 mg',
    'max: 9.8 mg',
  );
  expect(placeNote(onSteps, compiled(other))).toBe('changed');
});

test('keeps words of a table as the screen showed them, and lets the whole block decide', () => {
  const shown = target('dose-iv', '8,5 mg par kg');
  expect(shown).toMatchObject({ quotedFrom: 'screen', selector: { exact: '8,5 mg par kg' } });
  expect(placeNote(shown, example)).toBe('placed');
  expect(placeNote(shown, edit('usual: 8.5 mg/kg, max', 'usual: 8.6 mg/kg, max'))).toBe('changed');
});

test('does not guess which of several equal words was meant', () => {
  expect(target('dose-intro', 'mg per kg').quotedFrom).toBe('screen');
});

test('never passes over a letter or digit more in any text a block says', () => {
  const blocks = example.sections.flatMap((section) => section.blocks);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.constantFrom('x', '7', '0', 'not', '<', '%'), (which, where, added) => {
      const block = blocks[which % blocks.length];
      if (block === undefined) return;
      const next = structuredClone(example);
      const leaves = listTexts(next.sections.flatMap((section) => section.blocks).find(({ id }) => id === block.id));
      const leaf = leaves[where % leaves.length];
      if (leaf === undefined) return;
      const text = String(leaf.node[leaf.key]);
      const at = where % (text.length + 1);
      leaf.node[leaf.key] =
        leaf.key === 'unit' ? (OTHER_UNIT[text] ?? 'g') : text.slice(0, at) + added + text.slice(at);
      expect(placeNote(target(block.id), next)).not.toBe('placed');
    }),
    { numRuns: Number.parseInt(process.env['HANDRAIL_PROPERTY_RUNS'] ?? '400', 10) },
  );
});

function listTexts(node: unknown): { node: Record<string, unknown>; key: string }[] {
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? UNSAID.has(key)
        ? []
        : [{ node, key }]
      : key === 'sources' || key === 'codings'
        ? []
        : listTexts(value),
  );
}

// Only a known unit can be shown at all.
const OTHER_UNIT: Readonly<Record<string, string>> = { g: 'mg' };
// What names a row or stands behind a value; nobody reads it as part of what is said.
const UNSAID = new Set(['id', 'derivation', 'url']);

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}
