import { describe, expect, test } from 'vitest';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent, inventDose } from './invented-documents';
import { TODAY, places, session } from './invented-session';

const index = new SearchIndex([session]);

describe('what comes first', () => {
  test.each([
    ['examplamine iv', 'dose-iv'],
    ['EXAMPLAMINE im', 'dose-im'],
    ['examplamine intramusculaire', 'dose-im'],
    ['examplamine intram', 'dose-im'], // still being typed
    ['im exampl', 'dose-im'], // and the drug
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

  test('a name that is only begun must be all that was typed to be said whole', () => {
    const drugs = new SearchIndex([
      invent({
        title: 'Controlled',
        body: `# Drills {#drills}\n\nText. {#a verified s1}\n\n# Controlled-drug log {#controlled-drug-log}\n\nText. {#b verified s1}\n`,
      }),
    ]);
    const first = (query: string): string | undefined => places(drugs.search(query, 1, TODAY).hits)[0];
    expect(['dri', 'controlled dr', 'controlled dri'].map(first)).toEqual(['drills', 'controlled-drug-log', 'drills']);
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

  test('another word for it stands above that word’s other word', () => {
    const kept = new SearchIndex([
      invent({
        title: 'Kept',
        body: '# Sleepy {#remote}\n\nText. {#a verified s1}\n\n# Sedation {#direct}\n\nText. {#b verified s1}\n',
      }),
    ]);
    expect(kept.search('drowsy ', 12, TODAY).hits.map(({ sectionId }) => sectionId)).toEqual(['direct', 'remote']);
  });

  test('where few things meet all words, what goes by one of them follows, if it holds the drug and the amount', () => {
    const few = new SearchIndex([
      invent({
        title: 'Stores',
        body: `# Theft {#theft}

Text. {#a verified s1}

# Vial {#vial}

Text. {#b verified s1}

# Books {#books}

A stolen vial of 7 mg of examplamine is written down. {#c verified s1}

${inventDose('dose', 'examplamine', 'oral')}
`,
      }),
    ]);
    const sections = { ...TODAY, filter: { kinds: ['section'] } } as const;
    const found = (query: string): string[] => places(few.search(query, 12, sections).hits);
    expect(found('stolen vial ')).toEqual(['c', 'vial', 'theft']);
    expect(found('examplamine vial ')).toEqual(['c']);
    expect(found('7 mg vial ')).toEqual(['c']);
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
});
