import { describe, expect, test } from 'vitest';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { SearchHit } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent, inventDose } from './invented-documents';

const TODAY = { today: '2026-11-22' };
const places = (hits: readonly SearchHit[]): string[] => hits.map((hit) => hit.blockId || hit.sectionId);

const session = invent({
  id: 'session',
  title: 'Examplamine session',
  aliases: ['EXA'],
  body: `# Dose {#dosing}

${inventDose('dose-iv', 'examplamine', 'intravenous')}
${inventDose('dose-im', 'examplamine', 'intramuscular', '3 mg')}

# Who must not have it {#contraindications}

\`\`\`yaml contraindication
id: contra-porphyria
level: absolute
condition: Porphyria
rationale: Invented.
action: Do not give.
evidence: verified s1
\`\`\`

# Stop the session {#stop-session}

Text. {#stop-text verified s1}

# Watching {#watching}

Measure the blood pressure at rest. A porphyria clinic wrote this. {#watch-text verified s1}

Twice 0.01 mg/kg and never 0.1 mg/kg. {#number-text verified s1}

\`\`\`yaml adverse-response
id: stop-rule
title: Stop the session
trigger: Any reading over the limit
severity: emergency
evidence: verified s1
steps:
  - { id: stop, text: Stop the pump., role: nurse }
\`\`\`
`,
});
const index = new SearchIndex([session]);

describe('what comes first', () => {
  test.each([
    ['examplamine iv', 'dose-iv'],
    ['EXAMPLAMINE im', 'dose-im'],
    ['examplamine intramusculaire', 'dose-im'],
    ['examplamine intram', 'dose-im'], // still being typed
    ['how much examplamine', 'dose-iv'], // no route said: in reading order
    ['examplamine iv session', 'dose-iv'], // the other word names the protocol
    ['examplamine contraindications', 'contraindications'], // a drug with anything else is not a question for its dose
    ['porphyria', 'contra-porphyria'],
    ['stop the session', 'stop-rule'], // an emergency before a section of the same name
    ['0.01 mg/kg', 'number-text'],
  ])('%s opens %s', (query, wanted) => {
    expect(places(index.search(query, 3, TODAY).hits)[0]).toBe(wanted);
  });

  test('among several protocols with such a dose, the one called what was typed comes first', () => {
    const two = new SearchIndex([
      invent({
        id: 'a',
        title: 'Examplamine for pain',
        aliases: ['examplamine pain'],
        body: `# Dose {#d}\n\n${inventDose('pain', 'examplamine', 'intravenous')}`,
      }),
      invent({
        id: 'b',
        title: 'Examplamine for sleep',
        aliases: ['examplamine IV'],
        body: `# Dose {#d}\n\n${inventDose('sleep', 'examplamine', 'intravenous')}`,
      }),
    ]);
    expect(places(two.search('examplamine iv', 2, TODAY).hits)).toEqual(['sleep', 'pain']);
    expect(places(two.search('examplamine intraveineuse', 2, TODAY).hits)).toEqual(['sleep', 'pain']);
    expect(places(two.search('examplamine iv pain', 1, TODAY).hits)).toEqual(['pain']);
    // A title typed out means the protocol, also where it says drug and route.
    const titled = new SearchIndex([
      invent({ title: 'Examplamine oral course', body: `# Dose {#d}\n\n${inventDose('oral', 'examplamine', 'oral')}` }),
    ]);
    expect(titled.search('examplamine oral course', 1, TODAY).hits[0]?.kind).toBe('protocol');
  });

  test('the name of a protocol opens the protocol', () => {
    expect(index.search('examplamine', 3, TODAY).hits[0]).toMatchObject({ kind: 'protocol', blockId: '' });
    expect(index.search('EXA', 3, TODAY).hits[0]).toMatchObject({ kind: 'protocol', blockId: '' });
  });

  test('an alias that is another word for a part opens the part, and a drug only what doses it alone', () => {
    const cards = new SearchIndex([
      invent({
        title: 'Cards',
        aliases: ['à jeun', 'cards with examplamine'],
        body: `# Fasting {#fasting}

${inventDose('one', 'examplamine', 'oral')}
${inventDose('two', 'samplamine', 'oral')}
`,
      }),
    ]);
    expect(places(cards.search('à jeun', 3, TODAY).hits)[0]).toBe('fasting');
    expect(cards.search('cards with examplamine', 3, TODAY).hits[0]?.kind).toBe('protocol');
    expect(places(cards.search('samplamine', 3, TODAY).hits)[0]).toBe('two');
  });

  test('an abbreviation in capitals is not the start of another word', () => {
    const written = new SearchIndex([
      invent({
        title: 'Risks',
        body: '# Suicidal thoughts {#meant}\n\nText. {#a verified s1}\n\n# Significant {#begun}\n\nText. {#b verified s1}\n',
      }),
    ]);
    expect(places(written.search('SI', 3, TODAY).hits)).toEqual(['meant']);
    expect(places(written.search('sig', 3, TODAY).hits)).toEqual(['begun']);
  });

  test('a contraindication stands above prose that mentions it', () => {
    expect(places(index.search('porphyria', 12, TODAY).hits)).toEqual(['contra-porphyria', 'watch-text']);
  });

  test('a route the library has no dose for does not open another route', () => {
    expect(index.search('examplamine subcutaneous', 3, TODAY).hits[0]?.kind).not.toBe('dose');
    expect(index.search('examplamine subcutaneous', 3, TODAY).unmatched).toEqual(['subcutaneous']);
  });
});

describe('how a word was met', () => {
  const words = new SearchIndex([
    invent({
      title: 'Three ways',
      body: `# Sedation {#exact}

Text. {#exact-text verified s1}

# Sleepy {#expanded}

Text. {#expanded-text verified s1}

# Sedated {#begun}

Text. {#begun-text verified s1}
`,
    }),
  ]);

  test('as written stands above another word for it', () => {
    const { hits } = words.search('sedation ', 12, TODAY);
    expect(hits.map(({ sectionId, reasons }) => [sectionId, reasons[0]?.kind])).toEqual([
      ['exact', 'exact'],
      ['expanded', 'synonym'],
    ]);
    expect(hits[1]?.reasons).toEqual([{ kind: 'synonym', written: 'sedation', shown: 'sleepy' }]);
  });

  test('the start of a word counts only for the last one, from two letters, and only while it is being typed', () => {
    expect(words.search('seda', 12, TODAY).hits.map(({ sectionId }) => sectionId)).toEqual([
      'begun',
      'exact',
      'expanded',
    ]);
    expect(words.search('s', 12, TODAY).total).toBe(0);
    expect(words.search('seda ', 12, TODAY).total).toBe(0);
    expect(words.search('seda three', 12, TODAY).unmatched).toEqual(['seda']);
  });

  test('a mended word is never silent and stands below real matches of the other words', () => {
    const { hits, repaired } = words.search('sedattion', 12, TODAY);
    expect(repaired).toContainEqual({ written: 'sedattion', shown: 'sedation' });
    expect(hits[0]).toMatchObject({
      sectionId: 'exact',
      reasons: [{ kind: 'repaired', written: 'sedattion', shown: 'sedation' }],
    });
  });
});

describe('what must not be guessed', () => {
  test('the name of a drug is offered, never searched for', () => {
    expect(index.search('examplamin', 12, TODAY).hits[0]?.kind).toBe('protocol'); // the start of the word, not a repair
    const answer = index.search('exampalmine', 12, TODAY);
    expect(answer).toMatchObject({ hits: [], total: 0, suggested: [{ written: 'exampalmine', shown: 'examplamine' }] });
    expect(answer.closest[0]).toBe('examplamine');
  });

  test('a well-spelt drug that is not in the library brings nothing that looks like it', () => {
    const two = new SearchIndex([
      invent({ title: 'Hydralazine for pressure', body: '# Hydralazine {#h}\n\nText. {#t verified s1}\n' }),
    ]);
    expect(two.search('hydroxyzine', 12, TODAY)).toMatchObject({ hits: [], suggested: [], unmatched: ['hydroxyzine'] });
  });

  test('a drug never opens another drug, though one name ends with the other', () => {
    const both = new SearchIndex([
      invent({
        id: 'one',
        title: 'Ketamine',
        body: `# Dose {#one-dose}\n\n${inventDose('one-iv', 'ketamine', 'intravenous')}`,
      }),
      invent({
        id: 'two',
        title: 'Esketamine',
        body: `# Dose {#two-dose}\n\n${inventDose('two-in', 'esketamine', 'intranasal')}`,
      }),
    ]);
    const opened = (query: string): string[] => [
      ...new Set(both.search(query, 99, TODAY).hits.map((hit) => hit.protocolId)),
    ];
    expect(['ketamine', 'Ketalar dose', 'ket iv'].map(opened)).toEqual([['one'], ['one'], ['one']]);
    expect(['esketamine', 'spravato dose', 'S-ketamine dose'].map(opened)).toEqual([['two'], ['two'], ['two']]);
  });

  test.each(['0.1 mg/kgg', '0.02 mg/kg', '1 mg/kg', '01 mg/kg', '10 mg/kg', '0.010 g/kg'])(
    '%s finds no other amount',
    (query) => {
      expect(places(index.search(query, 12, TODAY).hits)).not.toContain('number-text');
    },
  );

  test('the start of a number is not the number', () => {
    const doses = new SearchIndex([
      invent({ title: 'Amounts', body: '# Big {#big}\n\nGive 100 mg now. {#t verified s1}\n' }),
    ]);
    expect(doses.search('10', 12, TODAY).total).toBe(0);
    expect(doses.search('10 mg', 12, TODAY).total).toBe(0);
    expect(doses.search('100', 12, TODAY).total).toBe(1);
    expect(doses.search('100 m', 12, TODAY).total).toBe(1);
  });

  test('an amount is not the start of a rate', () => {
    const rates = new SearchIndex([
      invent({ title: 'Rates', body: '# Big {#big}\n\nGive 7 mg/kg/h from 40 mg/mL. {#t verified s1}\n' }),
    ]);
    expect(rates.search('7 mg/kg', 12, TODAY).total).toBe(0);
    expect(rates.search('40 mg', 12, TODAY).total).toBe(0);
    expect(rates.search('7 mg/kg/h', 12, TODAY).total).toBe(1);
    expect(rates.search('40 m', 12, TODAY).total).toBe(1);
  });
});

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

function edition(version: string, status: 'draft' | 'active', start = '2026-01-01'): Protocol {
  const more = version === '2.0.0' ? 'pump pump ' : '';
  const body = `# Priming {#priming}\n\nPrime the pump ${more}slowly. {#t verified s1}\n`;
  return invent({ id: 'one', title: 'Pump', version, status, start, body });
}

function versions(protocols: readonly Protocol[], options = {}): string[] {
  const { hits } = new SearchIndex(protocols).search('priming', 12, { ...TODAY, ...options });
  return hits.map((hit) => `${hit.version} ${hit.standing}`);
}

describe('editions', () => {
  test('a replaced edition is left out unless asked for, and then comes last', () => {
    const both = [edition('1.0.0', 'active'), edition('2.0.0', 'active')];
    expect(versions(both)).toEqual(['2.0.0 in-force']);
    expect(versions(both, { superseded: true })).toEqual(['2.0.0 in-force', '1.0.0 superseded']);
  });

  test('a newer draft never outranks the edition in force', () => {
    expect(versions([edition('2.0.0', 'draft'), edition('1.0.0', 'active')])).toEqual([
      '1.0.0 in-force',
      '2.0.0 draft',
    ]);
  });

  test('an edition of next year leaves the one in force in its place until its day', () => {
    const both = [edition('2.0.0', 'active', '2027-01-01'), edition('1.0.0', 'active')];
    expect(versions(both)).toEqual(['1.0.0 in-force', '2.0.0 not-yet']);
    expect(versions(both, { today: '2027-01-01' })).toEqual(['2.0.0 in-force']);
  });

  test('a draft with no edition in force is found as a draft', () => {
    expect(versions([edition('1.0.0', 'draft')])).toEqual(['1.0.0 draft']);
  });
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

test.each([
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand words', 'dose '.repeat(10_000)],
  ['a costly pattern', '(a+)+$'.repeat(500)],
  ['only marks', '*.?+^$[](){}|\\/-'.repeat(600)],
  ['units without end', 'mg/kg/'.repeat(2000)],
  ['digits without end', '1,000,'.repeat(2000)],
  ['slashes and blanks', ' / per '.repeat(2000)],
  ['accents upon accents', `e${'\u0301'.repeat(10_000)}`],
  ['no-break blanks', `every${'\u00a0'.repeat(10_000)}`],
])('reads no more for %s than for a sentence', (_, query) => {
  const { words, groups } = index.plan(query);
  expect(words.length).toBeLessThanOrEqual(16);
  expect(words.at(-1)?.end ?? 0).toBeLessThanOrEqual(200);
  expect(groups.every(({ alternatives }) => alternatives.length <= 500)).toBe(true);
  // However it is written, few of the entries it finds are looked at one by one.
  const { scored, total } = index.execute(index.plan(query), 12, TODAY);
  expect(scored).toBeLessThanOrEqual(total);
  expect(index.search(query, 12, TODAY).query).toBe(query);
});

test('says after which word a query too long to be read was cut, and nothing of one that was read whole', () => {
  const sixteen = Array.from({ length: 16 }, (_, at) => `word${at}`).join(' ');
  const cutAfter = (query: string): string => index.search(query, 1, TODAY).cutAfter;
  expect(cutAfter(sixteen)).toBe('');
  expect(cutAfter(`${sixteen} `)).toBe('');
  expect(cutAfter(`${sixteen} more`)).toBe('word15');
  expect(cutAfter(`sedation ${'x'.repeat(191)}`)).toBe('');
  expect(cutAfter(`sedation ${'x'.repeat(192)}`)).not.toBe('');
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
