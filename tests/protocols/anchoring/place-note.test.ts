import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toNoteTarget } from '../../../protocols/anchoring/note-target';
import { placeNote } from '../../../protocols/anchoring/place-note';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { NoteTarget, TextQuoteSelector } from '../../../protocols/notes/note';
import type { Protocol } from '../../../protocols/schema/protocol';

const source = readFileSync(new URL('../../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

function compile(text: string): Protocol {
  const result = compileProtocol(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const example = compile(source);

/** The example with one piece of its source replaced, as the next edition would have it. */
function edit(from: string, to: string): Protocol {
  expect(source).toContain(from);
  return compile(source.replace('version: 1.0.0', 'version: 2.0.0').replace(from, to));
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
  ['an interval', 'dose-iv', 'within: P3W', 'within: P2W'],
  ['a duration', 'dose-iv', 'over: { usual: PT40M }', 'over: { usual: PT45M }'],
  ['how sure the number is', 'dose-iv', 'min: 7.5 mg/kg (second-hand s2)', 'min: 7.5 mg/kg (recalled s2)'],
  ['a comparison', 'mon-vitals', '">= 161 mmHg"', '"> 161 mmHg"'],
  ['a limit', 'mon-vitals', '">= 161 mmHg"', '">= 160 mmHg"'],
  ['the drug', 'dose-iv', 'tallMan: examplAMINE', 'tallMan: EXAMPLamine'],
  ['a negation', 'contra-allergy', 'action: Do not give.', 'action: Give.'],
  ['the level', 'contra-pressure', 'level: relative', 'level: absolute'],
  ['a step', 'stop-rule', 'text: Stop the pump., role: nurse', 'text: Stop the pump now., role: nurse'],
  ['a negation around quoted words', 'dose-intro', 'Weigh the patient', 'Do not weigh the patient'],
  ['spacing of a number', 'dose-intro', 'Start at', 'Start  at'],
  ['the heading above', 'dose-iv', '# Dose {#dose}', '# Dose for adults {#dose}'],
  ['the heading two above', 'figures-outcome', '# Dose {#dose}', '# Dose for adults {#dose}'],
  ['its section', 'figures-outcome', '## What was found {#dose-evidence}', '## What was found {#dose-results}'],
])('shows a note as changed when %s changed', (_what, blockId, from, to) => {
  expect(placeNote(target(blockId), edit(from, to))).toBe('changed');
});

test('sees a number that changed in another block and is only repeated here', () => {
  const next = edit('max: 9.75 mg/kg }', 'max: 19.75 mg/kg }');
  const before = example.sections.flatMap((section) => section.blocks);
  const after = next.sections.flatMap((section) => section.blocks);
  const find = (blocks: typeof before) => blocks.find((block) => block.id === 'dose-intro');
  expect(find(after)).toEqual(find(before)); // the block itself is untouched
  expect(placeNote(target('dose-intro', 'Weigh the patient on the day.'), next)).toBe('changed');
});

test('sees a dose that changed behind a step that names it', () => {
  const named = source.replace('call: prescriber }', 'call: prescriber, dose: "#dose-iv" }');
  const before = toNoteTarget(compile(named), 'stop-rule');
  if (before === undefined) throw new Error('no block stop-rule');
  expect(placeNote(before, compile(named))).toBe('placed');
  expect(placeNote(before, compile(named.replace('max: 9.75 mg/kg }', 'max: 19.75 mg/kg }')))).toBe('changed');
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
  expect(placeNote(selector({ prefix: 'other words ' }), example)).toBe('changed');
});

test('keeps words of a table as the screen showed them, and lets the hash decide', () => {
  const shown = target('dose-iv', '8,5 mg par kg');
  expect(shown).toMatchObject({ quotedFrom: 'screen', selector: { exact: '8,5 mg par kg' } });
  expect(placeNote(shown, example)).toBe('placed');
  expect(placeNote(shown, edit('usual: 8.5 mg/kg, max', 'usual: 8.6 mg/kg, max'))).toBe('changed');
});

test('does not guess which of several equal words was meant', () => {
  expect(target('dose-intro', 'mg per kg').quotedFrom).toBe('screen');
});

test('never passes over a change of any single text in any block', () => {
  const blocks = example.sections.flatMap((section) => section.blocks);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (which, where, added) => {
      const block = blocks[which % blocks.length];
      if (block === undefined) return;
      const next = structuredClone(example);
      const leaves = listTexts(next.sections.flatMap((section) => section.blocks).find(({ id }) => id === block.id));
      const leaf = leaves[where % leaves.length];
      if (leaf === undefined) return;
      const text = String(leaf.node[leaf.key]);
      const at = where % (text.length + 1);
      leaf.node[leaf.key] = text.slice(0, at) + added + text.slice(at);
      expect(placeNote(target(block.id), next)).not.toBe('placed');
    }),
    { numRuns: 200 },
  );
});

function listTexts(node: unknown): { node: Record<string, unknown>; key: string }[] {
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ node, key }] : listTexts(value),
  );
}

function isRecord(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null;
}
