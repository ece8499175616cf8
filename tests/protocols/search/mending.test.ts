import { describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent } from './invented-documents';
import { TODAY } from './invented-session';

const index = new SearchIndex([
  invent({
    title: 'Looking on',
    body: `# Sedation {#sedation}

Text. {#a verified s1}

# Sleepy {#sleepy}

Text. {#b verified s1}

# A crisis {#crisis}

Text. {#c verified s1}

# Blood pressure {#pressure}

Text. {#d verified s1}

# Monitoring {#monitoring}

Text. {#e verified s1}

# Antipsychotics {#antipsychotics}

Text. {#f verified s1}

# Suicide risk {#risk}

Text of a vitamin r. {#g verified s1}
`,
  }),
]);

function search(query: string): SearchAnswer {
  return index.search(query, 12, TODAY);
}

function sections(query: string): string[] {
  return search(query).hits.map(({ sectionId }) => sectionId);
}

describe('a mended word', () => {
  test('is never silent', () => {
    const { hits, repaired } = search('sedattion');
    expect(repaired).toEqual([{ written: 'sedattion', shown: 'sedation' }]);
    expect(hits[0]).toMatchObject({
      sectionId: 'sedation',
      reasons: [{ kind: 'repaired', written: 'sedattion', shown: 'sedation' }],
    });
  });

  test('stands above another word for it', () => {
    expect(sections('sedattion ')).toEqual(['sedation', 'sleepy']);
  });

  test.each([
    ['crisys', 'crisis'], // its last s is no plural
    ['blod presure', 'pressure'], // two words of one query
    ['noniotring', 'monitoring'], // the first letter too
  ])('is found for %s', (query, wanted) => {
    expect(sections(query)[0]).toBe(wanted);
  });

  test('may be the beginning of another while it is being typed, and only then', () => {
    expect(search('monotor').repaired).toContainEqual({ written: 'monotor', shown: 'monitoring' });
    expect(sections('monotor')[0]).toBe('monitoring');
    expect(search('presu').repaired).toEqual([{ written: 'presu', shown: 'pressure' }]);
    expect(search('presu ').repaired).toEqual([]);
    expect(search('prsu').repaired).toEqual([]); // too little is typed to tell
  });
});

describe('words run together or apart', () => {
  test('two in one are taken apart, and the answer says so', () => {
    const { hits, repaired } = search('bloodpressure');
    expect(hits[0]?.sectionId).toBe('pressure');
    expect(repaired).toEqual([{ written: 'bloodpressure', shown: 'blood pressure' }]);
  });

  test('a word too common to be asked for may be one of them', () => {
    expect(search('thesedation')).toMatchObject({ repaired: [{ shown: 'sedation' }] });
    expect(search('thefor')).toMatchObject({ repaired: [], unmatched: ['thefor'] });
  });

  test('one in two is put together, wherever it was cut', () => {
    expect(['anti psychotics', 'antips ychotics', 'antipsychot ics'].map((query) => sections(query)[0])).toEqual(
      Array.from({ length: 3 }, () => 'antipsychotics'),
    );
  });

  test('no number is taken apart', () => {
    expect(search('sedation5mgsedation')).toMatchObject({ repaired: [], suggested: [] });
  });
});

test('one letter more after other words changes nothing until the next', () => {
  for (const typed of ['suicide r', 'suicide ri', 'suicide risk']) expect(sections(typed)[0]).toBe('risk');
  expect(search('suicide r').total).toBe(search('suicide ').total);
  // Finished, or a capital, it is a word of its own.
  expect(search('vitamin r ').hits[0]?.reasons).toContainEqual({ kind: 'exact', written: 'r' });
  expect(search('vitamin R').hits[0]?.reasons).toContainEqual({ kind: 'exact', written: 'R' });
  expect(search('r').total).toBe(1);
});
