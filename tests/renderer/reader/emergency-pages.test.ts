import { expect, test } from 'vitest';
import type { Protocol } from '../../../protocols/schema/protocol';
import { toEmergencyPages } from '../../../renderer/reader/emergency-pages';
import { compileExample } from '../print/compile-example';

const TODAY = '2031-06-01';
const example = compileExample();

/** The example as an edition of its own. */
function edition(version: string, change: Partial<Protocol> = {}): Protocol {
  return {
    ...example,
    version,
    status: 'active',
    effectivePeriod: { start: '2031-01-01', end: null },
    reviewBy: '2032-01-01',
    ...change,
  };
}

const shown = (...protocols: Protocol[]) =>
  toEmergencyPages(protocols, TODAY).map(({ protocol: { id, version } }) => `${id}@${version}`);

test('a protocol with emergencies shows those of the edition in force, and of no other', () => {
  const pages = shown(edition('1.0.0'), edition('2.0.0'), edition('3.0.0', { status: 'draft' }));
  expect(pages.length).toBeGreaterThan(0);
  expect(new Set(pages)).toEqual(new Set([`${example.id}@2.0.0`]));
});

test('what is not in force yet does not take the place of what is', () => {
  const next = edition('2.0.0', { effectivePeriod: { start: '2031-06-02', end: null } });
  expect(new Set(shown(edition('1.0.0'), next))).toEqual(new Set([`${example.id}@1.0.0`]));
});

test('a draft is shown where there is nothing else, what was retired never', () => {
  expect(new Set(shown(edition('1.0.0', { status: 'draft' })))).toEqual(new Set([`${example.id}@1.0.0`]));
  expect(shown(edition('1.0.0', { status: 'retired' }))).toEqual([]);
});
