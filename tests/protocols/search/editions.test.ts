import { expect, test } from 'vitest';
import type { Protocol } from '../../../protocols/schema/protocol';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent } from './invented-documents';
import { TODAY } from './invented-session';

function edition(version: string, status: 'draft' | 'active', start = '2026-01-01'): Protocol {
  const more = version === '2.0.0' ? 'pump pump ' : '';
  const body = `# Priming {#priming}\n\nPrime the pump ${more}slowly. {#t verified s1}\n`;
  return invent({ id: 'one', title: 'Pump', version, status, start, body });
}

function versions(protocols: readonly Protocol[], options = {}): string[] {
  const { hits } = new SearchIndex(protocols).search('priming', 12, { ...TODAY, ...options });
  return hits.map((hit) => `${hit.version} ${hit.standing}`);
}

test('a replaced edition is left out unless asked for, and then comes last', () => {
  const both = [edition('1.0.0', 'active'), edition('2.0.0', 'active')];
  expect(versions(both)).toEqual(['2.0.0 in-force']);
  expect(versions(both, { superseded: true })).toEqual(['2.0.0 in-force', '1.0.0 superseded']);
});

test('a newer draft never outranks the edition in force', () => {
  expect(versions([edition('2.0.0', 'draft'), edition('1.0.0', 'active')])).toEqual(['1.0.0 in-force', '2.0.0 draft']);
});

test('an edition of next year leaves the one in force in its place until its day', () => {
  const both = [edition('2.0.0', 'active', '2027-01-01'), edition('1.0.0', 'active')];
  expect(versions(both)).toEqual(['1.0.0 in-force', '2.0.0 not-yet']);
  expect(versions(both, { today: '2027-01-01' })).toEqual(['2.0.0 in-force']);
});

test('a draft with no edition in force is found as a draft', () => {
  expect(versions([edition('1.0.0', 'draft')])).toEqual(['1.0.0 draft']);
});
