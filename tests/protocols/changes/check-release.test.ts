import { describe, expect, test } from 'vitest';
import { checkRelease, toStep } from '../../../protocols/changes/check-release';
import type { Protocol } from '../../../protocols/schema/protocol';
import { compiled, exampleWith } from '../../fixtures/change';
import { EXAMPLE } from '../../fixtures/texts';

const before = compiled(EXAMPLE);

type Label = Protocol['changes'][number]['label'];

function named(protocol: Protocol, version: string, ...changes: readonly (readonly [string, Label])[]): Protocol {
  return {
    ...protocol,
    version,
    changes: changes.map(([block, label]) => ({ block, label, reason: 'Local audit', sources: ['s1'] })),
  };
}

function messages(next: Protocol, previous = before): string[] {
  return checkRelease(previous, next).map(({ path, message }) => `${path}: ${message}`);
}

const dose = exampleWith(['max: 9.75 mg/kg', 'max: 9.5 mg/kg']);
const source = exampleWith(['min: 7.5 mg/kg (second-hand s2)', 'min: 7.5 mg/kg (verified s2)']);
const wording = exampleWith(['Weigh the patient on the day.', 'Weigh the patient the same day.']);
const instruction = exampleWith(['condition: Raised pressure', 'condition: High blood pressure']);

describe('the version says at least what changed', () => {
  test.each<[string, Protocol, readonly [string, Label], string, boolean]>([
    ['a dose', dose, ['dose-iv', 'amended'], '2.0.0', true],
    ['a dose', dose, ['dose-iv', 'amended'], '3.1.4', true],
    ['a dose', dose, ['dose-iv', 'amended'], '1.1.0', false],
    ['a dose', dose, ['dose-iv', 'amended'], '1.0.1', false],
    ['a source', source, ['dose-iv', 'reviewed'], '2.0.0', true],
    ['a source', source, ['dose-iv', 'reviewed'], '1.1.0', true],
    ['a source', source, ['dose-iv', 'reviewed'], '1.0.9', false],
    ['wording', wording, ['dose-intro', 'editorial'], '1.0.1', true],
    ['wording', wording, ['dose-intro', 'editorial'], '1.1.0', true],
  ])('%s (%#) in %s', (_what, after, change, version, accepted) => {
    const found = messages(named(after, version, change));
    if (accepted) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(/^version: .* must be at least (2\.0\.0|1\.1\.0), because/)]);
  });

  test.each(['1.0.0', '0.9.9'])('%s is not higher', (version) => {
    expect(messages(named(dose, version, ['dose-iv', 'amended']))).toEqual([
      expect.stringMatching(/must be higher than 1\.0\.0/),
    ]);
  });

  test('the words of an instruction may be declared editorial, a number may not', () => {
    expect(messages(named(instruction, '1.0.1', ['contra-pressure', 'amended']))).toEqual([
      expect.stringMatching(/at least 2\.0\.0/),
    ]);
    expect(messages(named(instruction, '1.0.1', ['contra-pressure', 'editorial']))).toEqual([]);
    expect(messages(named(dose, '1.0.1', ['dose-iv', 'editorial']))).toEqual([
      expect.stringMatching(/at least 2\.0\.0/),
      expect.stringMatching(/editorial would hide that/),
    ]);
  });

  test('names three reasons and counts the rest', () => {
    const all = exampleWith(
      ['max: 9.75', 'max: 9.5'],
      ['route: intravenous', 'route: oral'],
      ['anchor: dose-iv.start', 'anchor: dose-iv.end'],
      ['within: PT1M', 'within: PT2M'],
    );
    expect(
      messages(named(all, '1.0.1', ['dose-iv', 'amended'], ['mon-vitals', 'amended'], ['stop-rule', 'amended']))[0],
    ).toMatch(/; and 1 more\)/);
  });
});

describe('ids', () => {
  const without = structuredClone(before);
  without.sections[0]?.blocks.shift();
  const gone = named(without, '2.0.0', ['contra-allergy', 'withdrawn']);

  test('one that goes must be retired', () => {
    expect(messages(gone)).toEqual([expect.stringMatching(/^retired: "contra-allergy" was in 1\.0\.0 and is gone/)]);
    expect(messages({ ...gone, retired: [{ id: 'contra-allergy', reason: 'Covered by the label' }] })).toEqual([]);
  });

  test('so must a section', () => {
    const renamed = structuredClone(before);
    const [first] = renamed.sections;
    if (first !== undefined) first.id = 'who-must-not';
    expect(messages(named(renamed, '1.0.1', ['contra-allergy', 'moved'], ['contra-pressure', 'moved']))).toEqual([
      expect.stringMatching(/"contraindications" was in 1\.0\.0 and is gone/),
    ]);
  });

  test('one that was retired stays retired', () => {
    const previous = { ...before, retired: [{ id: 'old', reason: 'x' }] };
    const next = { ...before, version: '1.0.1', retired: [] };
    expect(messages(next, previous)).toEqual([expect.stringMatching(/"old" .* must stay in retired/)]);
    const back = structuredClone(next);
    const block = back.sections[0]?.blocks[0];
    if (block !== undefined) back.sections[0]?.blocks.push({ ...block, id: 'old' });
    expect(messages({ ...named(back, '2.0.0', ['old', 'new']), retired: [] }, previous)).toEqual([
      expect.stringMatching(/"old" was retired in an earlier edition and may not be used again/),
    ]);
  });

  test('one is never used for something else', () => {
    const other = structuredClone(before);
    const section = other.sections[1];
    if (section !== undefined)
      section.blocks[0] = {
        id: 'dose-intro',
        type: 'glossary',
        terms: [{ term: 'x', synonyms: [], abbreviations: [], definition: 'x' }],
      };
    expect(messages(named(other, '2.0.0', ['dose-intro', 'amended']))).toEqual([
      expect.stringMatching(/"dose-intro" was a narrative in 1\.0\.0 and is a glossary now/),
    ]);
  });
});

describe('changes name every touched block', () => {
  test('a block nobody is told of', () => {
    expect(messages(named(dose, '2.0.0'))).toEqual([
      expect.stringMatching(/^changes: does not name "dose-iv", which was changed/),
    ]);
    expect(messages(named(dose, '2.0.0', ['mon-vitals', 'reviewed']))).toHaveLength(1);
  });

  test.each<[Label, boolean]>([
    ['amended', true],
    ['corrected', true],
    ['moved', true],
    ['new', false],
    ['withdrawn', false],
    ['reviewed', false],
    ['editorial', false],
  ])('a changed dose labelled %s: accepted %s', (label, accepted) => {
    expect(messages(named(dose, '2.0.0', ['dose-iv', label])).length === 0).toBe(accepted);
  });
});

test('another protocol is not the edition before', () => {
  expect(messages({ ...before, id: 'other', version: '2.0.0' })).toEqual([expect.stringMatching(/^id: is other/)]);
});

test.each([
  ['1.2.3', '2.0.0', 'major'],
  ['1.2.3', '1.3.0', 'minor'],
  ['1.2.3', '1.2.4', 'patch'],
  ['1.2.3', '1.2.3', 'none'],
  ['1.9.9', '1.10.0', 'minor'],
])('from %s to %s is %s', (from, to, bump) => {
  expect(toStep(from, to)).toBe(bump);
});
