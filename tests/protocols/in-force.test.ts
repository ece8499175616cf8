import { expect, test } from 'vitest';
import { type Standing, findNewerInForce, toDay, toStanding } from '../../protocols/text/in-force';

const edition = {
  status: 'active',
  effectivePeriod: { start: '2031-02-01', end: '2031-12-31' },
  reviewBy: '2031-10-01',
} as const;

test.each<[string, Standing]>([
  ['2031-01-31', 'not-yet'],
  ['2031-02-01', 'in-force'],
  ['2031-08-31', 'in-force'],
  ['2031-09-01', 'review-due'],
  ['2031-10-01', 'review-due'],
  ['2031-10-02', 'review-overdue'],
  ['2031-12-31', 'review-overdue'],
  ['2032-01-01', 'ended'],
])('an active edition stands on %s as %s', (today, standing) => {
  expect(toStanding(edition, today)).toBe(standing);
});

test.each<[string, Standing]>([
  ['2031-01-31', 'not-yet'],
  ['2031-02-01', 'superseded'],
  ['2031-10-02', 'superseded'],
  ['2031-12-31', 'superseded'],
  ['2032-01-01', 'ended'],
])('with a newer edition in force it stands on %s as %s', (today, standing) => {
  expect(toStanding(edition, today, true)).toBe(standing);
});

test('an open period never ends', () => {
  const open = { ...edition, effectivePeriod: { start: '2031-02-01', end: null }, reviewBy: '2099-01-01' };
  expect(toStanding(open, '2098-01-01')).toBe('in-force');
});

test.each<['draft' | 'unknown' | 'retired', Standing]>([
  ['draft', 'draft'],
  ['unknown', 'draft'],
  ['retired', 'retired'],
])('status %s stands as %s whatever the day and the editions beside it', (status, standing) => {
  for (const today of ['2031-01-31', '2031-03-01', '2031-10-02', '2032-01-01']) {
    expect(toStanding({ ...edition, status }, today)).toBe(standing);
    expect(toStanding({ ...edition, status }, today, true)).toBe(standing);
  }
});

test('counts the thirty days across a month and a leap day', () => {
  const leap = {
    status: 'active',
    effectivePeriod: { start: '2031-02-01', end: null },
    reviewBy: '2032-03-30',
  } as const;
  expect(toStanding(leap, '2032-02-28')).toBe('in-force'); // 31 days, because 2032 has 29 February
  expect(toStanding(leap, '2032-02-29')).toBe('review-due');
});

test('a day is the one on the wall of this computer, padded', () => {
  expect(toDay(new Date(2031, 0, 5, 0, 0))).toBe('2031-01-05');
  expect(toDay(new Date(2031, 0, 5, 23, 59, 59))).toBe('2031-01-05');
});

test('a newer edition replaces an older one only from the day it is in force', () => {
  const older = { ...edition, id: 'exa', version: '1.9.0' };
  const newer = { ...edition, id: 'exa', version: '1.10.0', effectivePeriod: { start: '2031-06-01', end: null } };
  const editions = [
    older,
    newer,
    { ...newer, id: 'other', version: '2.0.0' },
    { ...newer, version: '3.0.0', status: 'draft' as const },
  ];
  expect(findNewerInForce(editions, older, '2031-05-31')).toBeUndefined();
  expect(findNewerInForce(editions, older, '2031-06-01')).toBe(newer);
  expect(findNewerInForce(editions, newer, '2031-06-01')).toBeUndefined();
});
