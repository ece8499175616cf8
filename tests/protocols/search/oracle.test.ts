import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchFilter } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import { compile, shipped } from '../../documents/shipped-documents';
import { GOLD } from './gold-queries';
import { invent, inventDose } from './invented-documents';
import { MiniSearchOracle, type Standing } from './minisearch-oracle';

const TODAY = { today: '2026-11-22' };
const SHORT_RUN = 60;
const RUNS = Number(process.env['SEARCH_RUNS'] ?? SHORT_RUN);
const EVERYTHING = 100_000;

const WORDS = [
  'sedation, sleepy, sedated, blood pressure, BP, pump, pumps, stop, stopping, follow-up, follow up, examplamine, ketamine',
  'spravato, 0.5 mg/kg, 0.5 mg, 5 mg, every 15 minutes, 140/90, SpO2, oxygen, nausea, vomiting, consent, informed consent',
  'the, anaesthesia, l’oxygène',
].flatMap((line) => line.split(', '));
const words = (most: number) =>
  array(constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((said) => said.join(' '));

const document = tuple(words(3), array(tuple(words(2), words(9)), { minLength: 1, maxLength: 4 })).map(
  ([title, sections]) => ({ title, sections }),
);

/** As typed: some words, perhaps cut short, perhaps with two letters swapped, perhaps with a blank at the end. */
const query = tuple(words(4), integer({ min: 0, max: 3 }), integer({ min: 0, max: 40 }), constantFrom('', ' ')).map(
  ([text, cut, at, end]) => {
    const short = text.slice(0, Math.max(2, text.length - cut));
    const swapped = short.slice(0, at) + (short[at + 1] ?? '') + (short[at] ?? '') + short.slice(at + 2);
    return (at % 3 === 0 ? swapped : short) + end;
  },
);

function expectSame(index: SearchIndex, oracle: MiniSearchOracle, text: string): number {
  // Asking for a dose lifts it above what the words alone say; that is not what the oracle judges.
  const plan = { ...index.plan(text), dose: undefined };
  const wanted = oracle.execute(plan);
  const { entries, total } = index.execute(plan, EVERYTHING, TODAY);
  expect(total, `for ${text}`).toBe(wanted.size);
  expect(new Set(entries), `for ${text}`).toEqual(new Set(wanted.keys()));
  const standings = entries.map((entry): Standing => wanted.get(entry) ?? [9, 9, 9]);
  expect(standings, `for ${text}`).toEqual(standings.toSorted(compareStandings));
  return total;
}

function compareStandings(a: Standing, b: Standing): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

test('finds what MiniSearch finds with the same plan, in the order of the same tiers, whatever the documents', {
  timeout: 60_000,
}, () => {
  let found = 0;
  assert(
    property(
      array(document, { minLength: 1, maxLength: 3 }),
      array(query, { minLength: 4, maxLength: 8 }),
      (documents, queries) => {
        const protocols = documents.map(({ title, sections }, at) =>
          invent({
            id: `exa-${at}`,
            title,
            body: sections
              .map(
                ([heading, text], section) =>
                  `# ${heading} {#s-${section}}\n\n${section === 0 ? inventDose('dose', 'examplamine', 'oral') : ''}\n${text}. {#t-${section} verified s1}\n`,
              )
              .join('\n'),
          }),
        );
        const [index, oracle] = [new SearchIndex(protocols), new MiniSearchOracle(protocols)];
        for (const text of queries) found += expectSame(index, oracle, text);
      },
    ),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS); // the words meet the documents, or nothing would be shown
});

test('finds in the library what MiniSearch finds there, for the gold list', { timeout: 60_000 }, () => {
  const protocols = shipped.map(compile);
  const [index, oracle] = [new SearchIndex(protocols), new MiniSearchOracle(protocols)];
  // MiniSearch takes its time over the beginnings of words: a quarter of the list, or in a longer run all of it.
  const asked = GOLD.filter((_, at) => RUNS > SHORT_RUN || at % 4 === 0);
  const found = asked.map(([text]) => expectSame(index, oracle, text));
  expect(found.filter((total) => total > 0).length).toBeGreaterThan(asked.length / 2);
});

test('the best few, found without looking at all that was found, are the first of all put in order', () => {
  const index = new SearchIndex(shipped.map(compile));
  const filters: readonly SearchFilter[] = [{}, { kinds: ['dose', 'section'] }, { routes: ['oral'] }];
  let spared = 0;
  for (const [at, [text]] of GOLD.entries()) {
    // The beginnings of words, short ones above all, are what finds most.
    for (const typed of [text, text.slice(0, 2 + (at % 5))]) {
      const [plan, filter] = [index.plan(typed), filters[at % filters.length] ?? {}];
      const options = { ...TODAY, filter, superseded: at % 2 === 0 };
      const all = index.execute(plan, EVERYTHING, options);
      for (const limit of [0, 1, 12, 50, 200]) {
        const { entries, total, counts, scored } = index.execute(plan, limit, options);
        expect(entries, `for ${typed}`).toEqual(all.entries.slice(0, limit));
        expect({ total, counts }).toEqual({ total: all.total, counts: all.counts });
        spared += total - scored;
      }
    }
  }
  expect(spared).toBeGreaterThan(0);
});
