// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { BlockOf } from '../../../protocols/schema/blocks';
import type { Protocol } from '../../../protocols/schema/protocol';
import { toShortDuration } from '../../../protocols/text/display';
import { COLUMNS, isBaselineOnly, toColumns } from '../../../renderer/print/flowsheet/columns';
import { listOthers, listStrips, toBand } from '../../../renderer/print/flowsheet/strips';
import { compileExample } from './compile-example';
import { renderSheet } from './example-sheet';

type Monitoring = BlockOf<'monitoring'>;

const protocol = compileExample();
const blocks = listMonitoring(protocol);

function listMonitoring({ sections }: Protocol): Monitoring[] {
  return sections.flatMap((section) => section.blocks.filter((block) => block.type === 'monitoring'));
}

/** The block of the example with another schedule. */
function scheduled(schedule: readonly object[], change: Partial<Monitoring> = {}): Monitoring {
  const [block] = blocks;
  if (block === undefined) throw new Error('the example monitors');
  const entries = schedule.map((entry) => ({ ...entry, mark: 'verified', sources: ['s1'] }));
  return { ...block, ...change, schedule: entries as Monitoring['schedule'] };
}

test('has 22 columns: what is due at the start, what is due later, blanks, and one before leaving', () => {
  const { columns, missing } = toColumns(blocks);
  expect(columns).toHaveLength(COLUMNS);
  expect(columns.map(({ kind }) => kind)).toEqual(['baseline', 'baseline', ...Array<string>(19).fill('during'), 'end']);
  expect(columns.flatMap(({ due }) => (due === undefined ? [] : [due.seconds / 60]))).toEqual([-15, 0, 15, 30, 45, 60]);
  expect(missing).toBe(0);
});

test.each([
  [20, 0],
  [21, 1],
])('of %i times after the start %i have no column', (count, missing) => {
  const block = scheduled([{ every: 'PT5M', from: 'PT5M', until: `PT${count * 5}M` }]);
  expect(toColumns([block]).missing).toBe(missing);
});

test('what is counted from the end stands after what is counted from the start', () => {
  const start = scheduled([{ at: ['PT90M'] }]);
  const end = scheduled([{ at: ['PT30M'] }], { id: 'mon-end', anchor: 'dose-iv.end' });
  const due = toColumns([end, start]).columns.flatMap((column) => (column.due === undefined ? [] : [column.due.after]));
  expect(due).toEqual(['start', 'end']);
});

test.each([
  [[{ at: ['PT0M'] }], true],
  [[{ at: ['-PT15M', 'PT0M'] }], true],
  [[{ at: ['PT0M', 'PT1M'] }], false],
  [[{ at: ['PT0M'] }, { continuous: true }], false],
  [[{ continuous: true }], false],
])('the schedule %j looks at the baseline only: %s', (schedule, only) => {
  expect(isBaselineOnly(scheduled(schedule))).toBe(only);
});

test('a strip runs from its highest limit to its lowest, what the clinic sets outermost', () => {
  const [pressure] = listStrips(blocks);
  const rows = pressure?.rows.map((row) =>
    row.kind === 'within'
      ? 'within'
      : `${row.when.op} ${'value' in row.when.amount ? row.when.amount.value : 'local'} ${row.asks.map(({ action }) => action).join(' ')}`,
  );
  expect(rows).toEqual(['> local hold', '>= 161 notify', '>= 47 stop', 'within']);
});

test('the same limit before and later is one row that says what each asks for', () => {
  const before = scheduled([{ at: ['PT0M'] }], { id: 'mon-before' });
  const [pressure] = listStrips([before, scheduled([{ at: ['PT30M'] }])]);
  expect(pressure?.rows).toHaveLength(4);
  const [first] = pressure?.rows ?? [];
  expect(first?.kind === 'limit' && first.asks).toEqual([
    { action: 'hold', span: 'baseline' },
    { action: 'hold', span: 'after' },
  ]);
});

test('what is read at the baseline only has a place below, unless everything is', () => {
  const before = scheduled([{ at: ['PT0M'] }], { id: 'mon-before' });
  expect(listStrips([before]).map(({ name }) => name)).toEqual(['Systolic blood pressure', 'Oxygen saturation']);
  const later = scheduled([{ at: ['PT30M'] }], {
    parameters: [{ id: 'hr', name: 'Heart rate', unit: '/min' }],
  });
  expect(listStrips([before, later]).map(({ name }) => name)).toEqual(['Heart rate']);
  expect(listOthers([before, later]).map(({ name, once }) => [name, once])).toEqual([
    ['Systolic blood pressure', true],
    ['Oxygen saturation', true],
  ]);
});

test.each([
  ['observe', undefined],
  ['repeat', 'grey'],
  ['notify', 'grey'],
  ['hold', 'hatched'],
  ['stop', 'hatched'],
  ['emergency', 'hatched'],
] as const)('a limit that asks to %s is marked %s', (action, band) => {
  expect(toBand(action)).toBe(band);
});

test.each([
  [-900, '−15 min'],
  [3600, '60 min'],
  [5400, '90 min'],
  [7200, '2 h'],
  [86_400, '1 d'],
  [1_209_600, '2 wk'],
  [30, '30 s'],
])('%i seconds are written %s', (seconds, words) => {
  const { value, unit } = toShortDuration(seconds, 'en');
  expect(`${value} ${unit}`).toBe(words);
});

test('the sheet marks each column a limit speaks of, keeps every cell blank and names what is unverified', async () => {
  const { root, pages } = await renderSheet(protocol, { asked: { sheet: 'flowsheet' } });
  expect(pages).toBe(1);
  const [row] = root.querySelectorAll('.stripRow');
  expect(row?.querySelector('th')?.textContent).toMatch(/^over\s*: hold$/);
  expect([...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.dataset['band'])).toEqual(
    Array(COLUMNS).fill('hatched'),
  );
  expect([...root.querySelectorAll('.grid td')].map(({ textContent }) => textContent).join('')).toBe('');
  expect(root.querySelectorAll('.grid .unsure[data-mark="second-hand"]')).toHaveLength(1);
  expect(root.querySelector('.marks')?.textContent).toContain('Not verified');
});
