import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../../protocols/dose/exact';
import { findLastInstant, toGiven, toMinutesSince } from '../../../renderer/dose/sitting';

const NOW = new Date(2026, 10, 22, 0, 10, 30);

describe('a time of day', () => {
  test.each([
    ['00:10', 22, 0, 10],
    ['0:05', 22, 0, 5],
    [' 00:00 ', 22, 0, 0],
    // Later than now was yesterday.
    ['01:11', 21, 1, 11],
    ['23:50', 21, 23, 50],
  ])('“%s” is the last time it was that', (text, day, hours, minutes) => {
    expect(findLastInstant(text, NOW)).toEqual(new Date(2026, 10, day, hours, minutes));
  });

  test.each(['00:11', '01:10'])('“%s” is about to come: a slip, and not a dose of a day ago', (text) => {
    expect(findLastInstant(text, NOW)).toBe('ahead');
  });

  test.each(['24:00', '12:60', '1205', '12h05', '-1:00', '', '12:5', '12:05:00'])('“%s” is none', (text) => {
    expect(findLastInstant(text, NOW)).toBeUndefined();
  });
});

test.each([
  [59, '0'],
  [60, '1'],
  [119, '1'],
  [7200, '120'],
  [-5, '0'],
])('%i seconds are %s whole minutes: a wait that is nearly over is not over', (seconds, minutes) => {
  expect(toMinutesSince(new Date(NOW.valueOf() - seconds * 1000), NOW)).toEqual({ value: minutes, unit: 'min' });
});

test('only doses of the same protocol are counted, with how long ago they were given', () => {
  const amount = { value: decimalOf('20'), unit: 'mg' } as const;
  const at = new Date(NOW.valueOf() - 600_000);
  const own = { key: 'a', protocolId: 'exa', blockId: 'dose-iv', drug: 'examplamine', amount, at };
  expect(toGiven([own, { ...own, key: 'b', protocolId: 'other' }], 'exa', NOW)).toEqual([
    { blockId: 'dose-iv', amount, since: { value: '10', unit: 'min' } },
  ]);
});
