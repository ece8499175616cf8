import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkClinicText } from '../../../protocols/clinic-documents/check-clinic-text';
import { compileApproved } from '../../../protocols/clinic-documents/check-clinic-text';
import { LINT_CODES } from '../../../protocols/linting/finding';
import { lintText } from '../../../protocols/linting/lint-text';
import { SENTENCES, type SentenceCode, say } from '../../../protocols/schema/sentences';
import { UNIT_CODES, dimensionOf } from '../../../protocols/units/unit-table';
import { CHECKER_FRENCH, FRENCH_NAMES } from '../../../renderer/forms/checker-french';
import { toFrench } from '../../../renderer/forms/finding-words';

const EXAMPLE = readFileSync('tests/fixtures/documents/exa-session/1.0.0.md', 'utf8').replaceAll(
  'exa-session',
  'own-exa',
);
const CONTEXT = { id: 'own-exa', otherIds: new Set<string>(), previous: undefined, today: '2031-04-30' };
const CODES = Object.keys(SENTENCES) as SentenceCode[];
const blanks = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted();

test('every code has words in both languages, and no French words are left over', () => {
  expect(Object.keys(CHECKER_FRENCH).toSorted()).toEqual([...CODES, ...LINT_CODES].toSorted());
  expect(CODES.filter((code) => CHECKER_FRENCH[code].trim() === '' || SENTENCES[code].trim() === '')).toEqual([]);
  // One sentence, one code: the code of a schema's sentence is found by its words.
  expect(new Set(Object.values(SENTENCES)).size).toBe(CODES.length);
});

test('French fills in no blank the English does not know', () => {
  const more = CODES.filter((code) => {
    // Of why a version must rise, French names only the parts.
    const known = [...blanks(SENTENCES[code]), ...(code === 'version-too-low' ? ['what'] : [])];
    return blanks(CHECKER_FRENCH[code]).some((name) => !known.includes(name));
  });
  expect(more).toEqual([]);
});

test('French is written as a person writes it', () => {
  for (const sentence of Object.values(CHECKER_FRENCH)) {
    expect(sentence).toMatch(/[.`})]$/);
    expect(sentence.replaceAll(/`{3}|\{[^}]*\}|\w+:(?= \w)/g, 'x ')).not.toMatch(/[^\s\u00A0][;?!](\s|$)|'/);
  }
});

test('what kinds of units are called is known for all of them', () => {
  expect(UNIT_CODES.map(dimensionOf).filter((dimension) => FRENCH_NAMES[dimension] === undefined)).toEqual([]);
  expect(
    toFrench('dimension', say('dimension', { unit: 'mL', dimension: ['volume'], allowed: ['mass', 'time'] }).params),
  ).toBe('mL mesure : volume. Il faut ici : masse ou durée.');
});

/** One thing wrong each, over as much of the checker as a writer meets. */
const DAMAGES: readonly (readonly [from: string | RegExp, to: string])[] = [
  ['status: draft', 'status: drafty'],
  ['status: draft', 'status: active'],
  ['status: draft', 'status: draft\nnew: x'],
  ['id: own-exa\n', 'id: other\n'],
  ['language: en\n', ''],
  ['title: Examplamine supervised session', 'title: " "'],
  ['version: 1.0.0', 'version: 1.0'],
  ['start: 2026-01-01, end: open', 'start: 2026-02-30, end: open'],
  ['start: 2026-01-01, end: open', 'start: 2026-01-01, end: 2025-01-01'],
  ['reviewBy: 2031-02-01', 'reviewBy: 2020-02-01'],
  ['authors: [{ name: A. Author, role: prescriber }]', 'authors: []'],
  ['authors: [{ name: A. Author, role: prescriber }]', 'authors: me'],
  ['jurisdiction: [GB]', 'jurisdiction: [Great Britain]'],
  ['certainty: moderate', 'certainty: sure'],
  ['https://example.org/label', 'label'],
  ['{#contraindications}', ''],
  ['level: relative', 'level: relativ'],
  ['id: contra-pressure', 'id: contra-allergy'],
  ['evidence: verified s2', 'evidence: verified s9'],
  ['evidence: verified s2', 'evidence: sure s2'],
  ['usual: 8.5 mg/kg', 'usual: 88.5 mg/kg'],
  ['usual: 8.5 mg/kg', 'usual: 8.50 mg/kg'],
  ['usual: 8.5 mg/kg', 'usual: .5 mg/kg'],
  ['usual: 8.5 mg/kg', 'usual: 8.5 cc'],
  ['usual: 8.5 mg/kg', 'usual: 8.5 mL'],
  ['usual: 8.5 mg/kg', 'usual: much'],
  ['1 mg down', '1 down'],
  ['route: intravenous', 'route: iv'],
  ['usual: PT40M', 'usual: 40 min'],
  ['anchor: dose-iv.start', 'anchor: dose-iv'],
  ['anchor: dose-iv.start', 'anchor: dose-im.start'],
  ['every: PT15M', 'every: PT0M'],
  ['parameters: [spo2]', 'parameters: [spo3]'],
  ['action: notify', 'action: emergency'],
  ['action: notify', 'action: shout'],
  ['>= 161 mmHg', '161 mmHg'],
  ['unit: mm[Hg]\n', 'unit: furlong\n'],
  ['goTo: "#stop-rule"', 'goTo: "#stop"'],
  ['role: nurse, required: "true", critical', 'required: "true", critical'],
  ['answer: { type: quantity, unit: kg }', 'answer: { type: quantity }'],
  ['answer: { type: quantity, unit: kg }', 'answer: { type: number, min: 5, max: 2 }'],
  ['steps:\n', 'steps: []\nmore:\n'],
  ['{{dose-iv.amount.max}}', '{{dose-iv.amount.most}}'],
  ['{{dose-iv.amount.max}}', '{{dose iv}}'],
  ['Weigh the patient', 'Weigh <b>the</b> ![x](y) patient'],
  ['Weigh the patient', 'Weigh the pat\u202Eient'],
  ['method: infusion', 'method: [infusion'],
  ['method: infusion', 'method: infusion\nmethod: bolus'],
  ['```yaml glossary', '```yaml'],
  [/```\n*$/, ''],
  [/^---/, ''],
  ['Weigh the patient on the day.', 'Give 7 mcg/kg, 5 mg QD, .5 mL, 5000 units and 3 IU.'],
];

test.each(DAMAGES)('what a writer is told of %s → %s can be said in French', (from, to) => {
  const text = EXAMPLE.replace(from, to);
  expect(text).not.toBe(EXAMPLE);
  const { problems, advice } = checkClinicText(text, CONTEXT);
  const found = [...problems, ...advice];
  expect(found.length).toBeGreaterThan(0);
  for (const { code, params, message } of found) {
    expect(code === undefined ? `${message} has no code` : '').toBe('');
    if (code !== undefined) expect(toFrench(code, params)).not.toMatch(/\{\w+\}|undefined|object Object/);
  }
});

test('so can what keeps a text from being the next version', () => {
  const previous = compileApproved(EXAMPLE);
  const next = EXAMPLE.replace('7.5 mg/kg', '7 mg/kg')
    .replace('- { id: onset', '- { id: begin')
    .replace(/## What was found[^]*?# Monitoring/, '# Monitoring');
  const { problems } = checkClinicText(next, { ...CONTEXT, previous });
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['version-not-higher', 'part-gone', 'change-unnamed']),
  );
  const said = problems.map(({ code, params }) => (code === undefined ? '' : toFrench(code, params)));
  expect(said.find((words) => words.startsWith('« figures-outcome »'))).toContain('{#figures-outcome}');
  expect(said.filter((words) => words === '' || /\{\w+\}/.test(words))).toEqual([]);
});

test('every abbreviation and sign the linter knows fills its blanks', () => {
  const text =
    'QD q.d. qd q1d QOD QHS HS qn TIW BIW q6PM x3d SQ 5 mg SC 5 mg IN per os D/C MSO4 IU mg per cc 5 µg 5 µL < 5 > 5 ± 5 @ 5 a & b ketamine5 mg 5mg 0.50 mg';
  const found = lintText(text);
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(25);
  for (const { code, params } of found) expect(toFrench(code, params)).not.toMatch(/\{\w+\}/);
});
