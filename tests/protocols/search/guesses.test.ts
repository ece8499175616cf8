import { describe, expect, test } from 'vitest';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent, inventDose } from './invented-documents';
import { TODAY, places, session } from './invented-session';

const index = new SearchIndex([session]);

describe('what must not be guessed', () => {
  test('the name of a drug is offered, never searched for', () => {
    expect(index.search('examplamin', 12, TODAY).hits[0]?.kind).toBe('protocol'); // the start of the word, not a repair
    const answer = index.search('exampalmine', 12, TODAY);
    expect(answer).toMatchObject({ hits: [], total: 0, suggested: [{ written: 'exampalmine', shown: 'examplamine' }] });
    expect(answer.closest[0]).toBe('examplamine');
  });

  test.each([
    ['exampla', true], // typed so far, and right
    ['exampka', false], // the beginning of its name, misspelt
    ['examplaminedose', false], // run into the next word
    ['doseexamplamine', false],
    ['examplamin ', false], // near it, and the beginning of it
  ])('nor is what is near it: %s', (query, finds) => {
    const { hits, suggested } = index.search(query, 12, TODAY);
    expect(hits.length > 0).toBe(finds);
    expect(suggested.filter(({ shown }) => shown.includes('examplamine'))).toHaveLength(finds ? 0 : 1);
  });

  test.each([
    'labtalol dose',
    'hydroxyzine dose',
    'hydroxyzine iv',
    'hydroxyzine 7 mg',
    'max hydroxyzin dosse',
    'labe dose',
    'dose hydro',
  ])('the dose of another drug is no answer: %s', (query) => {
    const more = new SearchIndex([
      session,
      invent({ id: 'two', title: 'Labetalol', body: `# L {#l}\n\n${inventDose('d', 'labetalol', 'intravenous')}` }),
    ]);
    const { hits, closest, unmatched } = more.search(query, 12, TODAY);
    expect(hits).toEqual([]);
    expect(closest.length).toBeGreaterThan(0);
    expect(unmatched[0]).toMatch(/^(?:labe|labtalol|hydro|hydroxyzine?)$/);
    // Anything else that was asked is still looked for.
    expect(places(more.search(`${query} porphyria`, 12, TODAY).hits)).toContain('contra-porphyria');
  });

  test('a well-spelt drug that is not in the library brings nothing that looks like it', () => {
    const two = new SearchIndex([
      invent({ title: 'Hydralazine for pressure', body: '# Hydralazine {#h}\n\nText. {#t verified s1}\n' }),
    ]);
    expect(two.search('hydroxyzine', 12, TODAY)).toMatchObject({ hits: [], suggested: [], unmatched: ['hydroxyzine'] });
    const offered = ['hydroxyzine', 'hydroxyzine dose'].flatMap((query) => two.search(query, 12, TODAY).closest);
    expect(offered.filter((name) => /hydralazine/i.test(name))).toEqual([]);
    expect(two.search('hydrolazzine', 12, TODAY).closest[0]).toBe('hydralazine'); // misspelt, it is offered
  });

  test('a drug written in two words is that drug, not the one its second word names', () => {
    const one = new SearchIndex([
      invent({
        title: 'Ketamine',
        body: `# Dose {#d}\n\n${inventDose('iv', 'ketamine', 'intravenous')}\n\nNo S-ketamine here. {#t verified s1}\n`,
      }),
    ]);
    expect(one.search('r ketamine dose', 12, TODAY)).toMatchObject({ hits: [], unmatched: ['r ketamine'] });
    expect(places(one.search('s ketamine dose', 12, TODAY).hits)).toEqual(['t']);
    expect(places(one.search('ket amine dose', 12, TODAY).hits)[0]).toBe('iv');
    expect(places(one.search('ketamine dose', 12, TODAY).hits)[0]).toBe('iv');
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
