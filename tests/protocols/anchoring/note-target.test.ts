import { expect, test } from 'vitest';
import { toHeading, toNoteTarget, toReviewedTarget } from '../../../protocols/anchoring/note-target';
import { placeNote } from '../../../protocols/anchoring/place-note';
import { toContentHash } from '../../../protocols/authoring/canonical-json';
import type { NoteTarget, TextQuoteSelector } from '../../../protocols/notes/note';
import type { Protocol } from '../../../protocols/schema/protocol';
import { compiled } from '../../fixtures/change';
import { EXAMPLE } from '../../fixtures/texts';
import { invent, inventDose } from '../search/invented-documents';

const example = compiled(EXAMPLE);

const quote = (exact: string): TextQuoteSelector => ({ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' });

function target(protocol: Protocol, blockId: string, exact?: string): NoteTarget {
  const found = toNoteTarget(protocol, blockId, exact === undefined ? undefined : quote(exact));
  if (found === undefined) throw new Error(`no block ${blockId}`);
  return found;
}

/** A document with one section of these paragraphs, each a block `p-0`, `p-1` … */
function paragraphs(...texts: readonly string[]): Protocol {
  return invent({
    title: 'T',
    body: `# A {#a}\n\n${texts.map((md, at) => `${md} {#p-${at} verified s1}`).join('\n\n')}`,
  });
}

// What an earlier program wrote must still fit: hashed otherwise, every note of every clinic would be asked about.
test.each([
  ['contra-allergy', '938b72fec97008ad', '57d8414d6d32b346'],
  ['dose-intro', 'b6fb9853a3650388', 'a9f7f68aba597e82'],
  ['dose-iv', 'b7972404664c6fba', 'de28f1bc10ac262f'],
  ['figures-outcome', 'b263ee75c04c7277', '3058a94f4a440f6e'],
  ['mon-vitals', '2519907e7eac5c5f', '6b79fb58fc823710'],
  ['stop-rule', 'a7dc084526d23e2c', '639335a334cf30be'],
  ['check-session', '31b149d66c95307e', '575f5d1e514cf536'],
  ['words', '4f5e32f3a73a6797', '8817a627a4390283'],
])('hashes %s as it always did', (blockId, block, sentences) => {
  const { blockHash, sentences: hashes } = target(example, blockId);
  expect([blockHash.slice(0, 16), toContentHash(hashes).slice(0, 16)]).toEqual([block, sentences]);
});

test('keeps the words of a block for whoever misses it later, without codes', () => {
  expect(target(example, 'mon-vitals').blockText).toBe(
    'During the infusion · 15 minutes before · Before · 15 minutes · 0 minutes · 1 hour · Every 15 minutes · ' +
      'Systolic blood pressure · mm[Hg] · at or over 161 mmHg · notify · Tell the prescriber. · ' +
      'at or over 47 mmHg above baseline · stop · Stop the pump. · ' +
      'over the clinic sets this two limits are published · hold · Do not start. · Oxygen saturation · %',
  );
  expect(target(example, 'words').blockText).toBe('examplamine · exa · EXA · An invented drug.');
  expect(target(paragraphs('One  two.\nThree.'), 'p-0').blockText).toBe('One two. Three.');
});

test('names the route of the dose itself, or of every dose in the section, each once', () => {
  const body = `# A {#a}

Some words. {#words verified s1}

${inventDose('by-vein', 'exa', 'intravenous')}
${inventDose('by-mouth', 'exa', 'oral')}
${inventDose('again', 'exa', 'oral')}
# B {#b}

Other words. {#other verified s1}`;
  const protocol = invent({ title: 'T', body });
  expect(['by-vein', 'by-mouth', 'words', 'other'].map((id) => target(protocol, id).route)).toEqual([
    'intravenous',
    'oral',
    'intravenous, oral',
    '',
  ]);
});

test('names the titles a section stands under, and none for a section that is not there', () => {
  const body = '# A {#a}\n\n## B {#b}\n\n### C {#c}\n\n## D {#d}\n\n# E {#e}\n\nWords. {#w verified s1}';
  const protocol = invent({ title: 'T', body });
  expect(['a', 'b', 'c', 'd', 'e', 'x'].map((id) => toHeading(protocol, id))).toEqual([
    'A',
    'A › B',
    'A › B › C',
    'A › D',
    'E',
    '',
  ]);
});

test('has no target for a block that is not there', () => {
  expect(toNoteTarget(example, 'no-such-block')).toBeUndefined();
});

test.each([
  ['words that stand once', 'Keep between 5 and 9 mmHg.', 'between 5', 'text'],
  ['a number that stands once more with a sign', 'Keep between -5 and 5 mmHg.', '5', 'screen'],
  ['words that stand once more in another case', 'Stop the pump, or stop the Pump.', 'stop the Pump', 'screen'],
  ['words that stand twice', 'Stop now, stop.', 'top', 'screen'],
  ['nothing but punctuation', 'Stop. Now.', '.', 'screen'],
])('anchors %s only where there is no guessing', (_what, text, exact, from) => {
  expect(target(paragraphs(text), 'p-0', exact).quotedFrom).toBe(from);
});

test('hangs on the rows its words lie in and on no row beside them', () => {
  // After this row stands one without words; before the first term stands the block, which has none of its own.
  expect(target(example, 'mon-vitals', 'Every 15 minutes').sentences).toHaveLength(1);
  expect(target(example, 'words', 'examplamine · exa').sentences).toHaveLength(1);
  const three = paragraphs('One stays. Two stays. Three stays.');
  expect(
    ['One stays.', 'One stays. Two', 'stays. Two stays. T'].map((exact) => target(three, 'p-0', exact)),
  ).toMatchObject([{ sentences: { length: 1 } }, { sentences: { length: 2 } }, {}]);
  expect(target(three, 'p-0', 'Two stays. Three').sentences).toEqual(
    ['Two', 'Three'].flatMap((exact) => target(three, 'p-0', exact).sentences ?? []),
  );
});

test('a note on its block keeps a quote only where the block still says it, once', () => {
  const old = target(paragraphs('Weigh the patient. Start low.'), 'p-0', 'Start low');
  const next = paragraphs('Start low today.', 'Weigh the patient.', 'Start low. Then start low again.');
  expect(toReviewedTarget(next, old, 'p-0')).toMatchObject({ quotedFrom: 'text', selector: { exact: 'Start low' } });
  for (const blockId of ['p-1', 'p-2']) {
    expect(toReviewedTarget(next, old, blockId)).toEqual(target(next, blockId));
    expect(toReviewedTarget(next, old, blockId)).not.toHaveProperty('selector');
  }
  expect(toReviewedTarget(next, target(next, 'p-0'), 'p-1')).toEqual(target(next, 'p-1'));
  expect(toReviewedTarget(next, old, 'p-9')).toBeUndefined();
});

test.each<[what: string, before: readonly string[], after: readonly string[], placement: string]>([
  [
    'the line above a list',
    ['Ask. Do not give in:', '- fever\n- pain'],
    ['Ask. Give in:', '- fever\n- pain'],
    'changed',
  ],
  ['the line above a numbered list', ['Never:', '1. wait'], ['Always:', '1. wait'], 'changed'],
  ['the line above a list that goes on', ['Never:', '10. wait'], ['Always:', '10. wait'], 'changed'],
  ['the line above a table', ['Limits', '| a |\n|---|\n| 5 |'], ['Not limits', '| a |\n|---|\n| 5 |'], 'changed'],
  ['a sentence before the line above a list', ['Ask. Give in:', '- fever'], ['Wait. Give in:', '- fever'], 'placed'],
  ['the paragraph before a paragraph', ['Give in:', 'Fever.'], ['Do not give in:', 'Fever.'], 'placed'],
  ['the paragraph before words with a hyphen', ['Give.', 'Beta-blockers 5'], ['Ask.', 'Beta-blockers 5'], 'placed'],
])('after a change of %s a note is %s', (_what, before, after, placement) => {
  const old = target(paragraphs(...before), 'p-1');
  expect(placeNote(old, paragraphs(...after))).toBe(placement);
  const next = paragraphs(...after, 'More words below.');
  expect(placeNote(old, next)).toBe(placement);
});

test('a list stands under the line right above it and no other', () => {
  const old = target(paragraphs('Ask.', 'Never in:', '- fever'), 'p-2');
  expect(placeNote(old, paragraphs('Wait.', 'Never in:', '- fever'))).toBe('placed');
  expect(placeNote(old, paragraphs('Ask.', 'Only in:', '- fever'))).toBe('changed');
});

test('a list that nothing stands above, or a block with fields, stands for itself', () => {
  expect(target(paragraphs('- fever'), 'p-0').sentences).toHaveLength(1);
  const body = (dose: string): string => `# A {#a}\n\n${dose}\n- fever {#list verified s1}`;
  const before = invent({ title: 'T', body: body(inventDose('d', 'exa', 'oral')) });
  const after = invent({ title: 'T', body: body(inventDose('d', 'exa', 'oral', '8 mg')) });
  expect(placeNote(target(before, 'list'), after)).toBe('placed');
});
