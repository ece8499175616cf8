import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';
import { parseProtocol } from '../../protocols/schema/parse-protocol';
import type { Protocol } from '../../protocols/schema/protocol';

const text = readFileSync(new URL('../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

function sound(): Protocol {
  const result = compileProtocol(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return structuredClone(result.value);
}

/** The canonical example with one thing changed, as data nobody trusts. */
function withChange(path: string, value: unknown): unknown {
  const document: unknown = sound();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return document;
}

const DOSE = 'sections.1.blocks.1';
const MONITORING = 'sections.3.blocks.0';
const RESPONSE = 'sections.3.blocks.1';
const CHECKLIST = 'sections.4.blocks.0';

test('accepts the sound example', () => {
  expect(parseProtocol(sound())).toMatchObject({ ok: true });
});

describe('names every issue by its path', () => {
  test.each([
    ['schemaVersion', 2, 'schemaVersion', /form this program reads/],
    ['title', '', 'title', /must not be empty/],
    ['version', '1.0', 'version', /three numbers/],
    ['status', 'final', 'status', /must be one of draft, active, retired, unknown/],
    ['effectivePeriod.start', '2026-02-30', 'effectivePeriod.start', /day that exists/],
    ['reviewBy', '2025-12-31', 'reviewBy', /after the start/],
    ['effectivePeriod.end', '2025-12-31', 'effectivePeriod.end', /before it starts/],
    ['patientName', 'x', 'patientName', /not a field/],
    [`${DOSE}.amount.usual.value`, '0.50', `${DOSE}.amount.usual.value`, /trailing zero/],
    [`${DOSE}.amount.usual.value`, 0.5, `${DOSE}.amount.usual.value`, /as text/],
    [`${DOSE}.amount.usual.value`, '1e3', `${DOSE}.amount.usual.value`, /plain decimal/],
    [`${DOSE}.amount.usual.unit`, 'cc', `${DOSE}.amount.usual.unit`, /unit of the table/],
    [`${DOSE}.amount.usual.mark`, 'sure', `${DOSE}.amount.usual.mark`, /marked/],
    [`${DOSE}.amount.usual.sources`, [], `${DOSE}.amount.usual.sources`, /at least one source/],
    [`${DOSE}.amount.usual.derivation`, '1 mg × 2', `${DOSE}.amount.usual`, /arithmetic/],
    [`${DOSE}.amount.max.value`, '8.4', `${DOSE}.amount.max`, /below usual/],
    [`${DOSE}.amount.max.unit`, 'mg', `${DOSE}.amount.max`, /does not measure the same/],
    [`${DOSE}.route`, 'IV', `${DOSE}.route`, /route in full/],
    [`${DOSE}.basis`, 'fixed', `${DOSE}.amount.min`, /mass or mass per time .*is needed here/],
    [`${DOSE}.cap`, { value: '70', unit: 'mL', mark: 'verified', sources: ['s1'] }, `${DOSE}.cap`, /a mass is needed/],
    [`${DOSE}.rounding.rate.step.unit`, 'kg', `${DOSE}.rounding.rate`, /needed here/],
    [`${DOSE}.stop`, ['#nowhere'], `${DOSE}.stop`, /not in this protocol/],
    [`${DOSE}.id`, 'contra-allergy', `${DOSE}.id`, /used twice/],
    ['sections.1.id', 'contraindications', 'sections.1.id', /used twice/],
    ['sections.1.blocks.0.md', 'Give {{dose-iv.amount.ceiling}}.', 'sections.1.blocks.0.md', /does not name a value/],
    ['sections.0.blocks.0.sources', ['s9'], 'sections.0.blocks.0.sources', /does not list/],
    ['retired', [{ id: 'dose-iv', reason: 'x' }], 'retired.0.id', /may not be used again/],
    [`${MONITORING}.anchor`, 'stop-rule.start', `${MONITORING}.anchor`, /not a dose/],
    [`${MONITORING}.schedule.0.parameters`, ['ecg'], `${MONITORING}.schedule.0.parameters`, /not a parameter/],
    [`${MONITORING}.parameters.0.unit`, 'kg', `${MONITORING}.parameters.0.thresholds.0.when`, /does not measure/],
    [`${RESPONSE}.steps`, [], `${RESPONSE}.steps`, /at least one step/],
    [`${CHECKLIST}.phases.0.items.0.role`, undefined, `${CHECKLIST}.phases.0.items.0.role`, /whose it is/],
    [
      `${CHECKLIST}.phases.0.items.1.answer.unit`,
      undefined,
      `${CHECKLIST}.phases.0.items.1.answer.unit`,
      /name its unit/,
    ],
    [`${CHECKLIST}.phases.0.items`, [], `${CHECKLIST}.phases.0.items`, /must have items/],
  ])('%s = %j', (path, value, at, message) => {
    const result = parseProtocol(withChange(path, value));
    expect(result).toMatchObject({ ok: false });
    const issues = result.ok ? [] : result.error;
    expect(issues.map((issue) => issue.path)).toContain(at);
    expect(issues.find((issue) => issue.path === at)?.message).toMatch(message);
  });

  test('reports several at once', () => {
    const document = withChange('title', '') as { version: string };
    document.version = 'one';
    const result = parseProtocol(document);
    expect(result.ok ? [] : result.error.map(({ path }) => path)).toEqual(['title', 'version']);
  });
});

describe('the hardness of limits', () => {
  const limits = (first: string, second: string): unknown =>
    withChange(`${MONITORING}.parameters.0.thresholds`, [
      {
        when: { op: '>=', amount: { value: '100', unit: 'mm[Hg]', mark: 'verified', sources: ['s1'] } },
        action: first,
        text: 'a',
      },
      {
        when: { op: '>=', amount: { value: '120', unit: 'mm[Hg]', mark: 'verified', sources: ['s1'] } },
        action: second,
        text: 'b',
      },
    ]);

  test.each([
    ['notify', 'stop', true],
    ['notify', 'notify', true],
    ['stop', 'notify', false],
  ])('%s at the milder and %s at the worse reading: accepted %s', (first, second, accepted) => {
    expect(parseProtocol(limits(first, second)).ok).toBe(accepted);
  });
});

describe('the length of a schedule', () => {
  test.each([
    ['PT199M', true], // 200 times, from 0 to 199
    ['PT200M', false], // 201
  ])('every minute until %s: accepted %s', (until, accepted) => {
    const entry = { every: 'PT1M', from: 'PT0M', until, mark: 'verified', sources: ['s1'] };
    expect(parseProtocol(withChange(`${MONITORING}.schedule`, [entry])).ok).toBe(accepted);
  });

  test('an interval of nothing is refused and does not hang', () => {
    const entry = { every: 'PT0M', from: 'PT0M', until: 'PT60M', mark: 'verified', sources: ['s1'] };
    expect(parseProtocol(withChange(`${MONITORING}.schedule`, [entry]))).toMatchObject({ ok: false });
  });

  // Beside so many seconds a minute is nothing: added to them it would never come to the end.
  test.each([
    ['P999999D', true],
    ['P1000000D', false],
    [`P${'9'.repeat(17)}D`, false],
    [`P${'9'.repeat(400)}D`, false],
  ])('from %s to the same: accepted %s, and does not hang', (day, accepted) => {
    const entry = { every: 'PT1M', from: day, until: day, mark: 'verified', sources: ['s1'] };
    expect(parseProtocol(withChange(`${MONITORING}.schedule`, [entry])).ok).toBe(accepted);
  });
});

describe('an active protocol', () => {
  const active = (change: Partial<Protocol>): unknown => ({
    ...sound(),
    status: 'active',
    approvalDate: '2026-01-02',
    ...change,
  });

  test.each([
    [
      'approved and reviewed by another',
      { reviewers: [{ name: 'B. Reviewer', role: 'pharmacist', date: '2026-01-01' }] },
      true,
    ],
    [
      'reviewed only by its only author',
      { reviewers: [{ name: 'A. Author', role: 'prescriber', date: '2026-01-01' }] },
      false,
    ],
    ['reviewed by nobody', { reviewers: [] }, false],
  ])('%s: accepted %s', (_name, change, accepted) => {
    expect(parseProtocol(active(change)).ok).toBe(accepted);
  });

  test('is refused without its day of approval', () => {
    const { approvalDate: _day, ...rest } = active({
      reviewers: [{ name: 'B', role: 'x', date: '2026-01-01' }],
    }) as Protocol;
    expect(parseProtocol(rest)).toMatchObject({ ok: false, error: [{ path: 'approvalDate' }] });
  });
});

test.each([null, undefined, 1, 'x', [], {}, { sections: 'x' }])('refuses %j without throwing', (data) => {
  expect(parseProtocol(data)).toMatchObject({ ok: false });
});

test('keys that reach for the prototype are refused and change nothing', () => {
  const hostile: unknown = JSON.parse(
    JSON.stringify(sound()).replace('"title"', '"__proto__":{"polluted":true},"constructor":{},"title"'),
  );
  expect(parseProtocol(hostile)).toMatchObject({ ok: false });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
