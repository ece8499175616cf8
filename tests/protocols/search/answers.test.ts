import { describe, expect, test } from 'vitest';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent } from './invented-documents';
import { TODAY, places, session } from './invented-session';

const index = new SearchIndex([session]);

test('a snippet keeps every number with its label, and says which are not verified', () => {
  const contrast = invent({
    title: 'Contrast',
    body: `# Dose {#dosing}

\`\`\`yaml dose
id: d
drug: { name: examplamine }
route: intravenous
method: bolus
basis: fixed
evidence: verified s1
amount: { usual: 7 mg, max: 9 mg (recalled s1) }
contrast:
  - { label: Full sleep, amount: { max: 450 mg } }
\`\`\`
`,
  });
  const { hits } = new SearchIndex([contrast]).search('450 mg', 1, TODAY);
  expect(hits[0]?.snippet).toBe('Not this dose. Full sleep: maximum 450\u00A0mg'); // no line breaks inside a quantity
  expect(new SearchIndex([contrast]).search('examplamine iv', 1, TODAY).hits[0]?.snippet).toContain(
    'maximum 9\u00A0mg (not verified)',
  );
});

describe('nothing found', () => {
  test('names the three closest, nearest first, and opens none', () => {
    const more = invent({
      id: 'other',
      title: 'Exemplar review',
      aliases: ['Sample review'],
      body: '# Part {#part}\n\nText. {#t verified s1}\n',
    });
    const { hits, closest } = new SearchIndex([session, more]).search('exampalmnie', 12, TODAY);
    expect(hits).toEqual([]);
    expect(closest).toHaveLength(3);
    expect(closest[0]).toBe('examplamine');
    expect(closest).toContain('Examplamine session');
  });

  test('names three also for what is like none of them', () => {
    const { hits, closest } = index.search('qqqqzzzz', 12, TODAY);
    expect(hits).toEqual([]);
    expect(new Set(closest).size).toBe(3);
  });

  test('says which words nothing was found for while the others are', () => {
    expect(index.search('porphyria zzzzzz', 12, TODAY)).toMatchObject({ unmatched: ['zzzzzz'] });
    expect(places(index.search('porphyria zzzzzz', 12, TODAY).hits)).toContain('contra-porphyria');
  });
});

test('each block is one row, the total counts all of them, and the limit only shortens the list', () => {
  const all = index.search('examplamine', 999, TODAY);
  const keys = all.hits.map((hit) => `${hit.protocolId} ${hit.sectionId} ${hit.blockId} ${hit.kind}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(all.total).toBe(all.hits.length);
  const few = index.search('examplamine', 2, TODAY);
  expect(few.hits).toEqual(all.hits.slice(0, 2));
  expect(few.total).toBe(all.total);
});

test('a filter leaves only what it names, and the counts say what there is without it', () => {
  const all = index.search('examplamine', 999, TODAY);
  const doses = index.search('examplamine', 999, { ...TODAY, filter: { kinds: ['dose'], routes: ['intramuscular'] } });
  expect(places(doses.hits)).toEqual(['dose-im']);
  expect(doses.total).toBe(1);
  expect(doses.counts).toEqual(all.counts);
  expect(all.counts.all).toBe(all.total);
  expect(all.counts.kinds.dose).toBe(2);
  const none = index.search('examplamine', 999, { ...TODAY, filter: { standings: ['draft'] } });
  expect(none).toMatchObject({ hits: [], total: 0, closest: [], counts: { all: all.total } });
});

test('the same query gives the same answer, in whatever order the documents were loaded', () => {
  const other = invent({
    id: 'other',
    title: 'Examplamine at home',
    body: '# Watching {#watching}\n\nMeasure the blood pressure. {#t verified s1}\n',
  });
  const one = new SearchIndex([session, other]);
  const two = new SearchIndex([other]);
  two.add(session);
  const queries = ['examplamine', 'bp', 'watching', 'measure', 'dose', 'e', 'examplamine iv'];
  const answers = (from: SearchIndex): unknown[] => queries.map((query) => from.search(query, 99, TODAY));
  expect(answers(two)).toEqual(answers(one));
  expect(answers(one)).toEqual(answers(one));
});

test('marks the matched words by their places in the text as shown', () => {
  const hit = index.search('bp at rest', 1, TODAY).hits[0];
  const marked = (hit?.marks.snippet ?? []).map(([start, end]) => hit?.snippet.slice(start, end));
  expect(marked).toEqual(['blood', 'pressure', 'rest']);
  expect(hit?.reasons).toEqual([
    { kind: 'abbreviation', written: 'bp', shown: 'blood pressure' },
    { kind: 'exact', written: 'rest' },
  ]);
});

test('a number is found however it is written, and shown as the document writes it', () => {
  const written = new SearchIndex([
    invent({
      title: 'Numbers',
      body: `# Amounts {#a}

Draw 1.0 mg first. {#one verified s1}

Then 0.5 mL. {#half verified s1}

Never 1,000 mcg. {#thousand verified s1}
`,
    }),
  ]);
  const cases = [
    ['1 mg', 'one', '1.0 mg'],
    ['1.0mg', 'one', '1.0 mg'],
    ['1,0 mg', 'one', '1.0 mg'],
    ['.5 mL', 'half', '0.5 mL'],
    ['0.50 ml', 'half', '0.5 mL'],
    ['1000 µg', 'thousand', '1,000 mcg'],
    ['1,000 mcg', 'thousand', '1,000 mcg'],
  ] as const;
  for (const [typed, block, shown] of cases) {
    const [hit] = written.search(typed, 1, TODAY).hits;
    expect([typed, hit?.blockId]).toEqual([typed, block]);
    expect(hit?.marks.snippet.map(([start, end]) => hit.snippet.slice(start, end))).toEqual([shown]);
  }
});
