import { expect, test } from 'vitest';
import { Lexicon } from '../../../protocols/search/lexicon';
import { LOOK_ALIKES } from '../../../protocols/search/look-alikes';
import { SearchIndex } from '../../../protocols/search/search-index';
import { invent, inventDose } from './invented-documents';

const TODAY = { today: '2026-11-22' };

/** Each name with every other it has been taken for. */
const pairs = LOOK_ALIKES.flatMap((names) =>
  names.flatMap((absent) => names.filter((other) => other !== absent).map((present) => [absent, present] as const)),
);

/** A library about the one drug only: its name in titles, headings and text, and where it says so a dose of it. */
function libraryOf(drug: string, dosed: boolean): SearchIndex {
  const name = drug.toLowerCase();
  const dose = dosed ? inventDose('dose', name, 'oral') : '';
  return new SearchIndex([
    invent({
      title: `${drug} guide`,
      body: `# ${drug} dose {#d}\n\n${dose}\n\nGive ${name} slowly. {#t verified s1}\n`,
    }),
  ]);
}

test('the list has the pairs the goal asks for', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(2 * 24);
});

test.each(pairs)('%s, which is not in the library, never brings %s', (absent, present) => {
  for (const dosed of [true, false]) {
    const index = libraryOf(present, dosed);
    for (const typed of [absent, absent.toLowerCase(), `${absent} dose`, `${absent} oral dose `]) {
      const { hits } = index.search(typed, 12, TODAY);
      const wrong = hits.filter(({ reasons }) =>
        reasons.some((reason) => 'shown' in reason && isName(reason.shown, present)),
      );
      expect(wrong, `for ${typed}`).toEqual([]);
      // Where other words were met, the answer says that this one was not.
      if (hits.length > 0)
        expect(index.search(typed, 12, TODAY).unmatched, `for ${typed}`).toContain(
          absent.toLowerCase() === typed ? typed : typed.split(' ')[0],
        );
    }
  }
});

test.each(pairs)('%s misspelt is at most offered as a drug, never read as %s', (name, other) => {
  const index = libraryOf(other, true);
  const misspelt = name.slice(0, 3).toLowerCase() + name.slice(4).toLowerCase();
  if (new Lexicon().drugOf(misspelt) !== undefined) return; // one letter less is another drug
  const { hits, repaired } = index.search(misspelt, 12, TODAY);
  expect(repaired).toEqual([]);
  expect(hits).toEqual([]);
});

function isName(text: string, name: string): boolean {
  return text.toLowerCase() === name.toLowerCase();
}
