import { expect, test } from 'vitest';
import { isSet } from '../../../protocols/schema/is-set';
import type { Amount } from '../../../protocols/schema/values';
import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import { readWords } from '../../../protocols/search/analyser';
import { SearchIndex } from '../../../protocols/search/search-index';
import { toDisplayValue } from '../../../protocols/text/display';
import { compile, shipped } from '../../documents/shipped-documents';

const TODAY = { today: '2026-11-22' };
const protocols = shipped.map(compile);
const index = new SearchIndex(protocols);

const amounts = [
  ...new Set(
    protocols.flatMap((protocol) =>
      [...walkBlocks(protocol)].flatMap(({ block }) =>
        block.type === 'dose'
          ? [block.amount.min, block.amount.usual, block.amount.max, block.cap].flatMap(toShown)
          : [],
      ),
    ),
  ),
];

function toShown(amount: Amount | undefined): string[] {
  const shown = amount === undefined || !isSet(amount) ? undefined : toDisplayValue(amount, 'en');
  return shown === undefined ? [] : [shown];
}

test('the library holds amounts to ask for', () => {
  expect(amounts.length).toBeGreaterThan(20);
});

// Precision at five: of the first five, every one holds exactly the amount that was typed, as one word.
test.each(amounts)('%s leads only to places that hold just that amount', (amount) => {
  const [word] = readWords(amount);
  for (const typed of [amount, `${amount} `, amount.replace('\u00a0', ''), amount.replace('.', ',')]) {
    const { hits } = index.search(typed, 5, TODAY);
    expect(hits.length, `for ${typed}`).toBeGreaterThan(0);
    for (const { title, heading, snippet, marks, reasons } of hits) {
      expect(
        reasons.map(({ kind }) => kind),
        `for ${typed}`,
      ).toEqual(['number']);
      const marked = [
        ...marks.title.map(([start, end]) => title.slice(start, end)),
        ...marks.heading.map(([start, end]) => heading.slice(start, end)),
        ...marks.snippet.map(([start, end]) => snippet.slice(start, end)),
      ];
      expect(
        marked.flatMap((text) => readWords(text).map(({ whole }) => whole)),
        `for ${typed}`,
      ).toContain(word?.whole);
    }
  }
});
