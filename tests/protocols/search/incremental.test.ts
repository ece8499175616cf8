import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { SearchHit, SearchItem } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent, inventDose } from './invented-documents';

const TODAY = { today: '2026-11-22' };

function edition(id: string, version: string, word: string): Protocol {
  const glossary = `\`\`\`yaml glossary\nid: words\nterms:\n  - { term: sedation, synonyms: [zz${word}], abbreviations: [], definition: Sleep. }\n\`\`\``;
  return invent({
    id,
    version,
    title: `Pump ${id}`,
    body: `# Dose {#d}\n\n${inventDose('dose', 'examplamine', 'oral')}\n# Priming {#p}\n\nPrime the pump, ${word} sedation. {#t verified s1}\n\n# Words {#w}\n\n${glossary}\n`,
  });
}

function note(id: string, text: string, protocolId = 'a'): SearchItem {
  const place = { protocolId, version: '1.0.0', sectionId: 'p', blockId: 't' };
  return { kind: 'note', id, heading: 'Clinic note', title: `Pump ${protocolId}`, text, place };
}

const found = (index: SearchIndex, query: string): string[] => index.search(query, 99, TODAY).hits.map(toKey);
const toKey = ({ kind, protocolId, version, blockId, sectionId, itemId, score }: SearchHit): string =>
  [kind, protocolId, version, sectionId, blockId, itemId, score].join(' ');

function merge(index: SearchIndex): void {
  for (let turns = 0; index.needsMerging; turns++) {
    expect(turns).toBeLessThan(20);
    for (const _ of index.merge());
  }
}

describe('notes and settings', () => {
  const index = new SearchIndex([edition('a', '1.0.0', 'alpha')]);
  index.putItems([
    note('n1', 'Our pump squeaks, call Biomed.'),
    note('n2', 'Elsewhere.', 'gone'),
    {
      kind: 'setting',
      id: 'theme',
      heading: 'Theme',
      title: 'Screen',
      aliases: ['Thème', 'dark mode'],
      text: 'Light or dark.',
    },
  ]);

  test('are found beside the protocols, by their words and by every name they have', () => {
    expect(index.search('biomed', 5, TODAY).hits).toMatchObject([
      {
        kind: 'note',
        itemId: 'n1',
        protocolId: 'a',
        version: '1.0.0',
        sectionId: 'p',
        blockId: 't',
        title: 'Pump a',
        standing: 'in-force',
      },
    ]);
    for (const query of ['theme', 'thème', 'dark mode', 'them']) {
      expect(index.search(query, 1, TODAY).hits, `for ${query}`).toMatchObject([
        { kind: 'setting', itemId: 'theme', protocolId: '', heading: 'Theme', standing: undefined },
      ]);
    }
    expect(index.search('elsewhere', 1, TODAY).hits[0]).toMatchObject({
      itemId: 'n2',
      protocolId: 'gone',
      status: undefined,
    });
  });

  test('stand below a protocol that is met as well', () => {
    expect(index.search('prime pump', 9, TODAY).hits[0]?.kind).toBe('section');
    expect(index.search('note', 9, { ...TODAY, filter: { kinds: ['note'] } }).total).toBe(2);
  });

  test('are found as they now are at once, and no more once they are gone', () => {
    const changing = new SearchIndex([edition('a', '1.0.0', 'alpha')]);
    changing.putItems([note('n1', 'Squeaks.')]);
    changing.putItems([note('n1', 'Whistles.')]);
    expect(changing.search('squeaks', 5, TODAY).total).toBe(0);
    expect(changing.search('whistles', 5, TODAY).hits).toMatchObject([{ itemId: 'n1' }]);
    changing.removeItems(['n1']);
    expect(changing.search('whistles', 5, TODAY).total).toBe(0);
    expect(found(changing, 'pump')).toEqual(found(new SearchIndex([edition('a', '1.0.0', 'alpha')]), 'pump'));
  });
});

test('an edition installed, replaced or taken away is found as it now is, and so is what its glossary explains', () => {
  const index = new SearchIndex([edition('a', '1.0.0', 'alpha')]);
  index.add(edition('b', '1.0.0', 'beta'));
  expect(index.search('zzbeta', 9, TODAY).hits.map(({ protocolId }) => protocolId)).toContain('b');
  index.add(edition('b', '1.0.0', 'gamma'));
  expect(index.search('zzbeta', 9, TODAY).hits.map(({ reasons }) => reasons)).toEqual([]);
  index.remove({ id: 'b', version: '1.0.0' });
  expect(index.search('pump', 99, TODAY).hits.every(({ protocolId }) => protocolId === 'a')).toBe(true);
  expect(index.search('zzgamma ', 9, TODAY).total).toBe(0);
});

test('whatever was added and taken away, and merged or not, the answers are those of an index built at once', {
  timeout: 60_000,
}, () => {
  const step = record({
    does: constantFrom('add', 'remove', 'note', 'unnote', 'merge'),
    which: constantFrom('a', 'b', 'c'),
    version: constantFrom('1.0.0', '2.0.0'),
    word: constantFrom('alpha', 'beta', 'gamma'),
    number: integer({ min: 1, max: 3 }),
  });
  const base = ['a', 'b', 'c'].map((id) => edition(id, '1.0.0', 'alpha'));
  assert(
    property(array(step, { minLength: 1, maxLength: 10 }), (steps) => {
      const index = new SearchIndex(base);
      const [protocols, items] = [new Map(base.map((one) => [`${one.id}@1.0.0`, one])), new Map<string, SearchItem>()];
      for (const { does, which, version, word, number } of steps) {
        const id = `n${number}`;
        if (does === 'add') {
          index.add(edition(which, version, word));
          protocols.set(`${which}@${version}`, edition(which, version, word));
        } else if (does === 'remove') {
          index.remove({ id: which, version });
          protocols.delete(`${which}@${version}`);
        } else if (does === 'note') {
          index.putItems([note(id, `The pump is ${word}.`, which)]);
          items.set(id, note(id, `The pump is ${word}.`, which));
        } else if (does === 'unnote') {
          index.removeItems([id]);
          items.delete(id);
        } else merge(index);
      }
      const fresh = new SearchIndex([...protocols.values()]);
      fresh.putItems([...items.values()]);
      for (const query of ['pump', 'prime the pump', 'examplamine', 'examplamine oral', 'sedation pum', 'clinic note'])
        expect(found(index, query), `for ${query}`).toEqual(found(fresh, query));
    }),
    { numRuns: Number(process.env['SEARCH_RUNS'] ?? 25) },
  );
});

test('a word that only what was taken away holds is as unknown as one never heard of', () => {
  const index = new SearchIndex([edition('a', '1.0.0', 'alpha')]);
  index.putItems([note('n1', 'The pump is alpha.')]);
  index.remove({ id: 'a', version: '1.0.0' });
  const fresh = new SearchIndex();
  fresh.putItems([note('n1', 'The pump is alpha.')]);
  expect(index.search('prime the pump', 9, TODAY).unmatched).toEqual(['prime']);
  expect(found(index, 'prime the pump')).toEqual(found(fresh, 'prime the pump'));
});

test('a merge leaves every answer as it was, in between too, and is left undone when something came meanwhile', () => {
  const index = new SearchIndex([edition('a', '1.0.0', 'alpha')]);
  for (const word of ['beta', 'gamma']) index.add(edition(word, '1.0.0', word));
  index.putItems([note('n1', 'Squeaks.')]);
  const before = found(index, 'pump');
  const steps = index.merge();
  for (let done = steps.next(); done.done !== true; done = steps.next()) expect(found(index, 'pump')).toEqual(before);
  expect(found(index, 'pump')).toEqual(before);
  expect(index.needsMerging).toBe(false);

  for (const word of ['delta', 'epsilon']) index.add(edition(word, '1.0.0', word));
  const late = index.merge();
  late.next();
  index.putItems([note('n2', 'Whistles.')]);
  for (const _ of late);
  expect(index.needsMerging).toBe(true);
  merge(index);
  expect(index.search('whistles', 5, TODAY).total).toBe(1);
  expect(index.needsMerging).toBe(false);
});

test('while documents are taken in, searches find what was there before', () => {
  const index = new SearchIndex([edition('a', '1.0.0', 'alpha')]);
  const before = found(index, 'pump');
  const steps = index.addInSteps([edition('b', '1.0.0', 'beta'), edition('a', '1.0.0', 'gamma')]);
  let turns = 0;
  for (let step = steps.next(); step.done !== true; step = steps.next(), turns++)
    expect(found(index, 'pump')).toEqual(before);
  expect(turns).toBeGreaterThan(2);
  expect(found(index, 'pump')).toEqual(
    found(new SearchIndex([edition('b', '1.0.0', 'beta'), edition('a', '1.0.0', 'gamma')]), 'pump'),
  );
});
