import { expect, test } from 'vitest';
import { toRandom } from '../../bench/search/corpus';
import { Common } from '../../../protocols/search/common';
import { PostingReader } from '../../../protocols/search/posting-list';
import type { Segment } from '../../../protocols/search/segment';
import { SegmentBuilder } from '../../../protocols/search/segment-builder';

const ENTRIES = 3000;
/** In that share of the entries: some lists have many marks, some none. */
const SHARES = { common: 0.9, often: 0.5, seldom: 0.02, rare: 0.002 };
const WORDS = Object.entries(SHARES);

function build(seed: number): Segment {
  const random = toRandom(seed);
  const builder = new SegmentBuilder();
  for (let at = 0; at < ENTRIES; at++) {
    const text = WORDS.filter(([, share]) => random() < share).map(([word]) => word);
    builder.addItem({ kind: 'note', id: String(at), heading: 'clinic', title: 'procedure', text: text.join(' ') });
  }
  const steps = builder.finish();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function entriesOf({ buffers }: Segment, word: string): Set<number> {
  const reader = new PostingReader(buffers.postings, buffers.postingStarts[buffers.terms.find(word)] ?? 0);
  const found = new Set<number>();
  while (reader.step()) found.add(reader.entry);
  return found;
}

test('entries that hold several words are those in the list of each, wherever a list is entered', () => {
  const common = new Common(ENTRIES);
  for (const seed of [1, 2, 3]) {
    const segment = build(seed);
    for (const words of WORDS.flatMap(([one]) => WORDS.map(([other]) => [one, other])).concat([Object.keys(SHARES)])) {
      const ids = words.map((word) => segment.buffers.terms.find(word));
      common.meet(segment, ids);
      const lists = words.map((word) => entriesOf(segment, word));
      const wanted = [...(lists[0] ?? [])].filter((entry) => lists.every((list) => list.has(entry)));
      expect([...common.entries.subarray(0, common.count)], `for ${words.join(' and ')}`).toEqual(wanted);
    }
  }
});

test('a rare word is looked up in the list of a common one without walking it', () => {
  const segment = build(1);
  const ids = ['common', 'rare'].map((word) => segment.buffers.terms.find(word));
  const [all, few] = ['common', 'rare'].map((word) => entriesOf(segment, word).size);
  expect(few).toBeGreaterThan(0);
  expect(new Common(ENTRIES).meet(segment, ids)).toBeLessThan((all ?? 0) / 4);
});
