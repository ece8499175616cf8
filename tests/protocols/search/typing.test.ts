import { expect, test } from 'vitest';
import { SearchIndex } from '../../../protocols/search/search-index';
import { compile, shipped } from '../../documents/shipped-documents';
import { rankGold } from './gold-figures';
import { GOLD } from './gold-queries';

const index = new SearchIndex(shipped.map(compile));
const typed = GOLD.filter((_, at) => at % 2 === 0);

/** For each key from the second on, whether what is wanted is among the first three, and whether anything was found. */
function typeOut([query, ...wanted]: (typeof GOLD)[number]): { shown: boolean[]; empty: number } {
  const ranks = Array.from({ length: query.length - 1 }, (_, at) =>
    rankGold(index, [query.slice(0, at + 2), ...wanted]),
  );
  return {
    shown: ranks.map(({ rank }) => rank >= 0 && rank < 3),
    empty: ranks.filter(({ places }) => places.length === 0).length,
  };
}

test('what is wanted stays while the rest of the query is typed, and hardly a key leads to nothing', async ({
  annotate,
}) => {
  const all = typed.map(typeOut);
  const keys = all.reduce((sum, { shown }) => sum + shown.length, 0);
  const gone = all.reduce(
    (sum, { shown }) => sum + shown.filter((now, at) => !now && shown[at - 1] === true).length,
    0,
  );
  const empty = all.reduce((sum, one) => sum + one.empty, 0);
  await annotate(`${keys} keys, wanted and gone again ${gone}, nothing found ${empty}`);
  expect(keys).toBeGreaterThan(900);
  // Where an amount, a pair or a short word is passed on the way, it goes and comes back.
  expect(gone / keys).toBeLessThan(0.025);
  expect(empty / keys).toBeLessThan(0.02);
});
