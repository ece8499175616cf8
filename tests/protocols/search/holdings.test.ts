import { expect, test } from 'vitest';
import { membersOf } from '../../../protocols/search/bit-set';
import { Collection } from '../../../protocols/search/collection';
import { Holdings, seek } from '../../../protocols/search/holdings';
import type { Segment } from '../../../protocols/search/segment';
import { SegmentBuilder } from '../../../protocols/search/segment-builder';
import { toRandom } from '../../bench/search/corpus';

const ENTRIES = 3000;
/** In that share of the entries: some are kept as sets too, some as lists only. */
const SHARES = { common: 0.9, often: 0.5, seldom: 0.02, rare: 0.002 };
const WORDS = Object.entries(SHARES);

/** Notes of which some hold each word, and the words of each. */
function build(seed: number): { segment: Segment; texts: string[][] } {
  const random = toRandom(seed);
  const builder = new SegmentBuilder();
  const texts = Array.from({ length: ENTRIES }, () =>
    WORDS.filter(([, share]) => random() < share).map(([word]) => word),
  );
  for (const [at, text] of texts.entries())
    builder.addItem({ kind: 'note', id: String(at), heading: 'clinic', title: 'procedure', text: text.join(' ') });
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { segment: step.value, texts };
  }
}

test('entries that hold words are those whose texts say all of them, and no dead ones, over several segments', () => {
  const parts = [1, 2, 3].map(build);
  const isDead = (entry: number): boolean => entry % 7 === 3;
  const collection = new Collection(
    parts.map(({ segment }) => segment),
    () => Uint8Array.from({ length: ENTRIES }, (_, entry) => Number(isDead(entry))),
  );
  const texts = parts.flatMap((part) => part.texts.map((text, entry) => (isDead(entry) ? [] : text)));
  const holdings = new Holdings(collection);
  const pairs = WORDS.flatMap(([one]) => WORDS.map(([other]) => (one === other ? [one] : [one, other])));
  for (const words of [...pairs, Object.keys(SHARES), ['nowhere'], ['rare', 'nowhere']]) {
    const wanted = texts.flatMap((text, entry) => (words.every((word) => text.includes(word)) ? [entry] : []));
    const { entries, sets } = holdings.of(words);
    expect([...entries], `for ${words.join(' and ')}`).toEqual(wanted);
    if (sets !== undefined) expect([...membersOf(sets.any)]).toEqual(wanted);
  }
  expect(holdings.of(['common']).sets).toBeDefined();
  expect(holdings.of(['rare']).sets).toBeUndefined();
});

test('a list is leapt through to the first number that does not come before the wanted one', () => {
  const sorted = Uint32Array.from({ length: 200 }, (_, at) => at * 3);
  for (const from of [0, 1, 7, 150, 199, 200]) {
    for (let wanted = 0; wanted < 610; wanted++) {
      const plain = sorted.findIndex((number, at) => at >= from && number >= wanted);
      expect(seek(sorted, from, wanted)).toBe(plain < 0 ? sorted.length : plain);
    }
  }
});
