import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { type ProtocolDiff, diffProtocols, isEmptyDiff } from '../../../protocols/changes/diff-protocols';
import { type Bump, requiredBump } from '../../../protocols/changes/required-bump';
import type { Protocol } from '../../../protocols/schema/protocol';
import { compiled, exampleWith } from '../../fixtures/change';
import { protocolArbitrary } from '../../fixtures/protocol-arbitrary';
import { EXAMPLE } from '../../fixtures/texts';

const before = compiled(EXAMPLE);

function bumpOf(after: Protocol): Bump {
  return requiredBump(diffProtocols(before, after)).bump;
}

/** Paths of what changed in blocks, as `block path kind`. */
function listChanges({ blocks }: ProtocolDiff): string[] {
  return blocks.flatMap((change) =>
    change.kind === 'changed'
      ? change.fields.map(({ path, kind }) => `${change.id} ${path} ${kind}`)
      : [`${change.id} ${change.kind}`],
  );
}

const CHECK_ITEM =
  '      - { id: weight, text: Weight — measured today, role: nurse, required: "true", answer: { type: quantity, unit: kg } }\n';
const CONTRA =
  '- id: contra-pressure\n  level: relative\n  condition: Raised pressure\n  rationale: The drug raises it.\n  action: Ask the prescriber first.\n  evidence: recalled s1\n  contested: Some clinics treat this as absolute.\n';

describe('major: someone could now do what is forbidden, or leave out what is required', () => {
  test.each<[string, string, string, string]>([
    ['a usual dose', 'usual: 8.5 mg/kg, max', 'usual: 8.75 mg/kg, max', 'dose-iv amount.usual changed'],
    ['a highest dose', 'max: 9.75 mg/kg', 'max: 9.5 mg/kg', 'dose-iv amount.max changed'],
    [
      'a cap that was for the clinic',
      'cap: local (one clinic uses a figure of its own)',
      'cap: 900 mg',
      'dose-iv cap changed',
    ],
    ['a cap that goes', 'cap: local (one clinic uses a figure of its own)\n', '', 'dose-iv cap removed'],
    ['a duration', 'over: { usual: PT40M }', 'over: { usual: PT45M }', 'dose-iv over.usual changed'],
    ['a rate', '12.75 mg/kg/h (arithmetic', '12.5 mg/kg/h (arithmetic', 'dose-iv rate.usual changed'],
    ['a strength', 'concentration: 11 mg/mL', 'concentration: 10 mg/mL', 'dose-iv preparation.concentration changed'],
    ['rounding', 'amount: 1 mg down', 'amount: 1 mg nearest', 'dose-iv rounding.amount changed'],
    ['a route', 'route: intravenous', 'route: intramuscular', 'dose-iv route changed'],
    ['a way of giving', 'method: infusion', 'method: bolus', 'dose-iv method changed'],
    ['how often', 'times: 2, per: P1W', 'times: 3, per: P1W', 'dose-iv repeat.0.times changed'],
    ['how many at most', 'maxCount: 6', 'maxCount: 8', 'dose-iv repeat.0.maxCount changed'],
    ['when to stop', 'stop: ["#stop-rule"]', 'stop: []', 'dose-iv stop changed'],
    ['a drug', 'drug: { name: examplamine,', 'drug: { name: examplamide,', 'dose-iv drug.name changed'],
    ['a limit of a reading', '">= 161 mmHg"', '">= 162 mmHg"', 'mon-vitals parameters.sbp.thresholds.0.when changed'],
    ['a comparison', '">= 161 mmHg"', '"> 161 mmHg"', 'mon-vitals parameters.sbp.thresholds.0.when changed'],
    [
      'what a limit is compared with',
      '"> local (two',
      '"> local above baseline (two',
      'mon-vitals parameters.sbp.thresholds.2.when changed',
    ],
    [
      'what a limit asks for',
      'action: notify',
      'action: observe',
      'mon-vitals parameters.sbp.thresholds.0.action changed',
    ],
    ['a time of a schedule', 'at: [-PT15M]', 'at: [-PT30M]', 'mon-vitals schedule.0.at changed'],
    ['an interval of a schedule', 'every: PT15M', 'every: PT10M', 'mon-vitals schedule.1.every changed'],
    ['an entry of a schedule', '  - { label: Before, at: [-PT15M] }\n', '', 'mon-vitals schedule.0 removed'],
    ['what a schedule counts from', 'anchor: dose-iv.start', 'anchor: dose-iv.end', 'mon-vitals anchor changed'],
    ['the level of a contraindication', 'level: relative', 'level: absolute', 'contra-pressure level changed'],
    [
      'the words of a contraindication',
      'condition: Raised pressure',
      'condition: Raised pressure or pulse',
      'contra-pressure condition changed',
    ],
    ['a contraindication that goes', CONTRA, '', 'contra-pressure removed'],
    [
      'a contraindication that comes',
      CONTRA,
      `${CONTRA}${CONTRA.replace('contra-pressure', 'contra-new')}`,
      'contra-new added',
    ],
    [
      'a step of a response',
      'text: Stop the pump., role: nurse }',
      'text: Slow the pump., role: nurse }',
      'stop-rule steps.pump.text changed',
    ],
    [
      'whose a step is',
      'call, text: Call the prescriber., role: nurse',
      'call, text: Call the prescriber., role: doctor',
      'stop-rule steps.call.role changed',
    ],
    ['how soon a step is', 'within: PT1M', 'within: PT2M', 'stop-rule steps.call.within changed'],
    ['a required item that goes', CHECK_ITEM, '', 'check-session phases.before.items.weight removed'],
    [
      'a required item that comes',
      CHECK_ITEM,
      `${CHECK_ITEM}${CHECK_ITEM.replace('id: weight', 'id: again')}`,
      'check-session phases.before.items.again added',
    ],
    [
      'an item that is required no more',
      'measured today, role: nurse, required: "true"',
      'measured today, role: nurse, required: "false"',
      'check-session phases.before.items.weight.required changed',
    ],
    [
      'an item whose no stops the session',
      'critical: "true", ',
      '',
      'check-session phases.before.items.identity.critical removed',
    ],
    [
      'a number in prose',
      'Weigh the patient on the day.',
      'Weigh the patient 1 time on the day.',
      'dose-intro md changed',
    ],
    [
      'a negation in prose',
      'Weigh the patient on the day.',
      'Do not weigh the patient on the day.',
      'dose-intro md changed',
    ],
    [
      'a reference in prose',
      'Start at {{dose-iv.amount.usual}}',
      'Start at {{dose-iv.amount.min}}',
      'dose-intro md changed',
    ],
    [
      'a published number',
      'amount: { usual: 61.5 % }',
      'amount: { usual: 61.6 % }',
      'figures-outcome rows.response.amount.usual changed',
    ],
  ])('%s', (_what, written, instead, path) => {
    const after = exampleWith([written, instead]);
    expect(listChanges(diffProtocols(before, after))).toContain(path);
    expect(bumpOf(after)).toBe('major');
    expect(requiredBump(diffProtocols(after, before)).bump).toBe('major');
  });
});

describe('minor: more is known, nothing is done otherwise', () => {
  test.each<[string, string, string, string]>([
    [
      'a new source of a value',
      'min: 7.5 mg/kg (second-hand s2)',
      'min: 7.5 mg/kg (second-hand s1 s2)',
      'dose-iv amount.min.sources changed',
    ],
    [
      'how far a value is checked',
      'min: 7.5 mg/kg (second-hand s2)',
      'min: 7.5 mg/kg (verified s2)',
      'dose-iv amount.min.mark changed',
    ],
    [
      'how a value was worked out',
      '8.5 mg/kg in 40 min',
      '8.5 mg/kg × 60 / 40',
      'dose-iv rate.usual.derivation changed',
    ],
    [
      'what else is said',
      '  contested: Some clinics treat this as absolute.\n',
      '',
      'contra-pressure contested removed',
    ],
    [
      'what to know before setting a value',
      '(one clinic uses a figure of its own)',
      '(two clinics use figures of their own)',
      'dose-iv cap.text changed',
    ],
    [
      'a new paragraph',
      '# Monitoring {#monitoring}\n',
      '# Monitoring {#monitoring}\n\nA nurse stays in the room. {#stay verified s1}\n',
      'stay added',
    ],
    [
      'a new row of figures',
      'time: { usual: PT2H (second-hand s2) } }\n',
      'time: { usual: PT2H (second-hand s2) } }\n  - { id: late, label: Late, amount: { usual: 5 % } }\n',
      'figures-outcome rows.late added',
    ],
    [
      'a new word',
      'definition: An invented drug. }\n',
      'definition: An invented drug. }\n  - { term: pump, synonyms: [], abbreviations: [], definition: A pump. }\n',
      'words terms.pump added',
    ],
    ['what to record', 'record: [time, reading]', 'record: [time, reading, name]', 'stop-rule record changed'],
    [
      'another published amount that goes',
      'reported:\n  - { label: Another group, amount: { min: 7 mg/kg (second-hand s2), max: 12 mg/kg (second-hand s2) } }\n',
      '',
      'dose-iv reported removed',
    ],
  ])('%s', (_what, written, instead, path) => {
    const after = exampleWith([written, instead]);
    expect(listChanges(diffProtocols(before, after))).toContain(path);
    expect(bumpOf(after)).toBe('minor');
  });

  test('a new source of the document', () => {
    expect(bumpOf({ ...before, sources: [...before.sources, { id: 's3', citation: 'Third' }] })).toBe('minor');
  });

  test('an item nobody has to do', () => {
    const optional = CHECK_ITEM.replace('id: weight', 'id: tea').replace('required: "true"', 'required: "false"');
    const after = exampleWith([CHECK_ITEM, `${CHECK_ITEM}${optional}`]);
    expect(bumpOf(after)).toBe('minor');
    const reworded = exampleWith([CHECK_ITEM, `${CHECK_ITEM}${optional.replace('measured today', 'measured again')}`]);
    expect(requiredBump(diffProtocols(after, reworded)).bump).toBe('minor');
  });
});

describe('patch: wording, layout, spelling, codes', () => {
  test.each<[string, string, string, string]>([
    ['words of prose', 'Weigh the patient on the day.', 'Weigh the patient the same day.', 'dose-intro md changed'],
    ['the title of a block', 'title: Examplamine infusion', 'title: Infusion of examplamine', 'dose-iv title changed'],
    [
      'a rationale',
      'rationale: The drug raises it.',
      'rationale: This drug raises it.',
      'contra-pressure rationale changed',
    ],
    [
      'capitals and points of an instruction',
      'condition: Raised pressure',
      'condition: raised pressure.',
      'contra-pressure condition changed',
    ],
    ['a code', 'code: 8480-6', 'code: 8480-7', 'mon-vitals parameters.sbp.codings.0.code changed'],
    ['tall letters', 'tallMan: examplAMINE', 'tallMan: EXAMPLamine', 'dose-iv drug.tallMan changed'],
    [
      'a label of a row',
      'label: Response after six',
      'label: Answer after six',
      'figures-outcome rows.response.label changed',
    ],
    [
      'a definition',
      'definition: An invented drug.',
      'definition: A drug that is invented.',
      'words terms.examplamine.definition changed',
    ],
  ])('%s', (_what, written, instead, path) => {
    const after = exampleWith([written, instead]);
    expect(listChanges(diffProtocols(before, after))).toContain(path);
    expect(bumpOf(after)).toBe('patch');
  });

  test('a section renamed, or a block moved to another', () => {
    expect(bumpOf(exampleWith(['# Words {#glossary}', '# Glossary {#glossary}']))).toBe('patch');
    const moved = structuredClone(before);
    const block = moved.sections[1]?.blocks.shift();
    if (block !== undefined) moved.sections[0]?.blocks.push(block);
    const diff = diffProtocols(before, moved);
    expect(diff.blocks).toMatchObject([{ id: 'dose-intro', movedFrom: 'dose', fields: [] }]);
    expect(requiredBump(diff).bump).toBe('patch');
  });

  test('dates, people and names of the document', () => {
    expect(bumpOf({ ...before, reviewBy: '2032-01-01', title: 'Another', aliases: ['x'] })).toBe('patch');
  });
});

test('whom and where a document is for is major', () => {
  expect(bumpOf({ ...before, audience: ['prescriber'] })).toBe('major');
  expect(bumpOf({ ...before, jurisdiction: [] })).toBe('major');
});

test('what every edition has of its own is no change', () => {
  const diff = diffProtocols(before, {
    ...before,
    version: '9.0.0',
    supersedes: 'exa-session@1.0.0',
    retired: [{ id: 'gone', reason: 'x' }],
  });
  expect(isEmptyDiff(diff)).toBe(true);
  expect(requiredBump(diff)).toEqual({ bump: 'none', reasons: [] });
});

test('one more row in the middle is one more row, not a change of all after it', () => {
  const after = exampleWith([
    '  - { label: Every 15 minutes, every',
    '  - { label: At once, at: [PT1M] }\n  - { label: Every 15 minutes, every',
  ]);
  expect(listChanges(diffProtocols(before, after))).toEqual(['mon-vitals schedule.1 added']);
});

test('the order of steps counts, the order of readings does not', () => {
  const swap = (change: (protocol: Protocol) => void): Bump => {
    const after = structuredClone(before);
    change(after);
    return bumpOf(after);
  };
  const find = (protocol: Protocol, id: string) =>
    protocol.sections.flatMap(({ blocks }) => blocks).find((block) => block.id === id);
  expect(
    swap((after) => {
      const block = find(after, 'stop-rule');
      if (block?.type === 'adverse-response') block.steps.reverse();
    }),
  ).toBe('major');
  expect(
    swap((after) => {
      const block = find(after, 'mon-vitals');
      if (block?.type === 'monitoring') block.parameters.reverse();
    }),
  ).toBe('patch');
});

describe('for any document', () => {
  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(protocolArbitrary, (protocol) => {
        expect(isEmptyDiff(diffProtocols(protocol, structuredClone(protocol)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('every change of one dose number, limit, route or time is seen and major', () => {
    fc.assert(
      fc.property(protocolArbitrary, (protocol) => {
        for (const mutate of listClinicalMutations(protocol)) {
          const after = structuredClone(protocol);
          mutate.apply(after);
          expect(toCanonicalJson(after)).not.toBe(toCanonicalJson(protocol));
          const { bump, reasons } = requiredBump(diffProtocols(protocol, after));
          expect(bump, `${mutate.path}: ${JSON.stringify(reasons)}`).toBe('major');
          expect(reasons).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

interface Mutation {
  readonly path: string;
  apply(protocol: Protocol): void;
}

const OTHER: Readonly<Record<string, (value: string) => string>> = {
  value: (value) => `${value.includes('.') ? value : `${value}.`}1`,
  unit: (unit) => (unit === 'mg' ? 'ug' : 'mg'),
  duration: (duration) => (duration === 'PT7M' ? 'PT8M' : 'PT7M'),
  route: (route) => (route === 'oral' ? 'rectal' : 'oral'),
  method: (method) => (method === 'bolus' ? 'infusion' : 'bolus'),
  basis: (basis) => (basis === 'fixed' ? 'local' : 'fixed'),
  op: (op) => (op === '<' ? '>' : '<'),
  action: (action) => (action === 'stop' ? 'hold' : 'stop'),
  every: () => 'PT7M',
  from: () => 'PT7M',
  until: () => 'PT7H',
  per: () => 'PT7H',
  times: () => '77',
  maxCount: () => '77',
  interval: () => 'PT7H',
  within: () => 'PT7H',
  anchor: (anchor) => (anchor === 'session.start' ? 'dose-first.start' : 'session.start'),
  mode: (mode) => (mode === 'down' ? 'nearest' : 'down'),
};

/** One change for every clinical field of doses and monitoring. */
function listClinicalMutations(protocol: Protocol): Mutation[] {
  const found: Mutation[] = [];
  const walk = (node: unknown, path: readonly (string | number)[]): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const at = [...path, Array.isArray(node) ? Number(key) : key];
      const other = Object.hasOwn(OTHER, key) ? OTHER[key] : undefined;
      // The unit a reading is taken in is judged with its limits; here each number keeps its own.
      if (other !== undefined && typeof value === 'string') {
        found.push({ path: at.join('.'), apply: (target) => set(target, at, other(value)) });
      } else walk(value, at);
    }
  };
  for (const [s, { blocks }] of protocol.sections.entries()) {
    for (const [b, block] of blocks.entries()) {
      if (block.type === 'dose' || block.type === 'monitoring') walk(block, ['sections', s, 'blocks', b]);
    }
  }
  return found;
}

function set(target: unknown, path: readonly (string | number)[], value: string): void {
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(Object(node), key), target);
  Reflect.set(Object(holder), last, value);
}
