import { describe, expect, test } from 'vitest';
import { findEdition, findNewerInForce, findPresentEdition } from '../../protocols/text/editions';
import { type Standing, isInForce, toDay, toStanding } from '../../protocols/text/in-force';

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

test('of several newer editions in force the newest is the one to go by', () => {
  const [first, second, third] = ['1.0.0', '1.1.0', '1.2.0'].map((version) => ({ ...edition, id: 'exa', version }));
  const editions = [first!, second!, third!];
  expect(findNewerInForce(editions, first!, '2031-03-01')).toBe(third);
});

describe('of several editions', () => {
  const old = { ...edition, id: 'exa', version: '1.9.0' };
  const present = { ...edition, id: 'exa', version: '1.10.0' };
  const coming = { ...edition, id: 'exa', version: '2.0.0', status: 'draft' as const };
  const editions = [coming, old, { ...coming, id: 'other', version: '9.0.0' }, present];

  test('the newest is found by number, and a named one by name', () => {
    expect(findEdition(editions, 'exa')).toBe(coming);
    expect(findEdition(editions, 'exa', '1.9.0')).toBe(old);
    expect(findEdition(editions, 'exa', '1.8.0')).toBeUndefined();
    expect(findEdition(editions, 'none')).toBeUndefined();
  });

  test('the one in force goes before a newer draft', () => {
    expect(findPresentEdition(editions, 'exa', '2031-03-01')).toBe(present);
  });

  test('the newest stands in where none is in force', () => {
    expect(findPresentEdition(editions, 'exa', '2031-01-31')).toBe(coming);
    expect(findPresentEdition(editions, 'none', '2031-03-01')).toBeUndefined();
  });
});

test.each<[Standing, boolean]>([
  ['in-force', true],
  ['review-due', true],
  ['review-overdue', true],
  ['not-yet', false],
  ['superseded', false],
  ['ended', false],
  ['draft', false],
  ['retired', false],
])('an edition that stands as %s may be followed: %s', (standing, answer) => {
  expect(isInForce(standing)).toBe(answer);
});
