import { array, assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { openFile, packFile } from '../../../protocols/search/index-file';
import { KeptTexts, TextsBuilder } from '../../../protocols/search/kept-texts';

function end<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function keep(texts: readonly string[]): KeptTexts {
  const builder = new TextsBuilder();
  for (const text of texts) builder.add(text);
  return end(builder.finish(100));
}

const readAll = (kept: KeptTexts, count: number): string[] => Array.from({ length: count }, (_, at) => kept.at(at));

test('whatever was kept is read back as it was, from a file too', () => {
  const word = constantFrom(
    'ketamine',
    '0.5',
    'mg/kg',
    ' ',
    '  ',
    '-',
    'S-ketamine',
    'é',
    '酮胺',
    '🧠',
    '\n',
    '"',
    '',
    'µg',
  );
  const text = array(word, { maxLength: 12 }).map((words) => words.join(''));
  assert(
    property(array(text), array(string({ unit: 'grapheme' })), (some, others) => {
      const texts = [...some, ...others];
      const kept = keep(texts);
      expect(readAll(kept, texts.length)).toEqual(texts);
      const file = openFile(packFile('test', kept.toParts()));
      if (file === undefined) throw new Error('not read back');
      expect(readAll(KeptTexts.from(file), texts.length)).toEqual(texts);
    }),
  );
});

test('more words than two bytes can number are told apart', () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `word${at}`);
  expect(readAll(keep(texts), texts.length)).toEqual(texts);
});

test('a frequent word costs one byte, however long it is', () => {
  const [once, often] = [keep(['esketamine']), keep(Array.from({ length: 101 }, () => 'esketamine'))];
  // Beside it where each text begins, in four.
  expect(often.byteLength - once.byteLength).toBe(100 * (1 + 4));
});

test('what is taken over from others is what was kept there, in the order it is taken', () => {
  const [one, other] = [keep(['Ketamine, oral', 'IV dose ', 'left behind']), keep(['dose IV', 'ketamine,'])];
  const builder = new TextsBuilder();
  const known = new Int32Array(one.wordCount).fill(-1);
  builder.add('first');
  for (const place of [1, 0]) builder.absorb(one, place, known);
  const others = new Int32Array(other.wordCount).fill(-1);
  for (const place of [0, 1]) builder.absorb(other, place, others);
  const kept = end(builder.finish(1));
  expect(readAll(kept, 5)).toEqual(['first', 'IV dose ', 'Ketamine, oral', 'dose IV', 'ketamine,']);
  expect(kept.byteLength).toBeLessThan(
    keep(['first', 'IV dose ', 'Ketamine, oral', 'dose IV', 'ketamine,', 'left']).byteLength,
  );
});
