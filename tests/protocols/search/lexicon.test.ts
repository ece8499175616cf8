import { expect, test } from 'vitest';
import { DRUGS } from '../../../protocols/search/drug-names';
import { toLexiconWords, Lexicon, toKey } from '../../../protocols/search/lexicon';
import { invent } from './invented-documents';

const shownFor = (lexicon: Lexicon, phrase: string): string[] =>
  lexicon.expand(toKey(phrase)).map(({ shown }) => shown);

test.each([
  ['IV', 'intravenous'],
  ['intraveineuse', 'IV'],
  ['drip', 'intravenous'],
  ['tension artérielle', 'blood pressure'],
  ['BP', 'blood pressure'],
  ['Spravato', 'esketamine'],
  ['Ketalar', 'ketamine'],
  ['max', 'maximum'],
  ['contre-indications', 'contraindication'],
  ['à jeun', 'fasting'],
])('reads %s as %s too', (written, meant) => {
  expect(shownFor(new Lexicon(), written)).toContain(meant);
});

test('never leads from one drug to another, in the curated list', () => {
  const lexicon = new Lexicon();
  for (const names of DRUGS) {
    for (const name of names) {
      const drug = lexicon.drugOf(toKey(name));
      for (const shown of shownFor(lexicon, name))
        expect([drug, undefined], `${name} to ${shown}`).toContain(lexicon.findDrug(shown));
    }
  }
  expect(shownFor(lexicon, 'ketamine')).not.toContain('esketamine');
  expect(shownFor(lexicon, 'S-ketamine')).toContain('esketamine');
});

test('leads from a class in a glossary to its members and back, never from member to member', () => {
  const lexicon = new Lexicon();
  lexicon.add(
    toLexiconWords(
      invent({
        title: 'Words',
        body: `# Words {#words}

\`\`\`yaml glossary
id: terms
terms:
  - { term: sedatives of the invented class, synonyms: [midazolam, lorazepam, Ativan], abbreviations: [SIC], definition: A class. }
  - { term: ketamine, synonyms: [esketamine, Ketalar], abbreviations: [], definition: A careless entry. }
\`\`\`
`,
      }),
    ),
  );
  expect(shownFor(lexicon, 'SIC')).toEqual(expect.arrayContaining(['midazolam', 'lorazepam']));
  expect(shownFor(lexicon, 'midazolam')).toContain('SIC');
  expect(shownFor(lexicon, 'midazolam')).not.toContain('lorazepam');
  expect(shownFor(lexicon, 'lorazepam')).toContain('Ativan');
  expect(shownFor(lexicon, 'ketamine')).not.toContain('esketamine');
  expect(shownFor(lexicon, 'esketamine')).not.toContain('Ketalar');
});

test('leads from a brand of a class to the class, which it does not stand for as an abbreviation does', () => {
  const expansion = (name: string): object | undefined =>
    new Lexicon().expand(toKey(name)).find(({ shown }) => shown === 'SSRI' || shown === 'opioid');
  expect(expansion('Prozac')).toMatchObject({ shown: 'SSRI', abbreviated: false });
  expect(expansion('OxyContin')).toMatchObject({ shown: 'opioid', abbreviated: false });
  expect(expansion('ISRS')).toMatchObject({ shown: 'SSRI', abbreviated: true });
});

test('takes a drug it has never heard of from the dose of a document', () => {
  const lexicon = new Lexicon();
  expect(lexicon.drugOf('examplamine')).toBeUndefined();
  lexicon.add(
    toLexiconWords(
      invent({
        title: 'A dose',
        body: '# Dose {#dose}\n\n```yaml dose\nid: d\ndrug: { name: examplamine }\nroute: oral\nmethod: bolus\nbasis: fixed\nevidence: verified s1\namount: { usual: 7 mg }\n```\n',
      }),
    ),
  );
  expect(lexicon.drugOf('examplamine')).toBe('examplamine');
});
