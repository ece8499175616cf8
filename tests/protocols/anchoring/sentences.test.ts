import { expect, test } from 'vitest';
import { listSentences, splitSentences } from '../../../protocols/anchoring/sentences';

test.each<[text: string, sentences: readonly string[]]>([
  ['Weigh the patient. Start low.', ['Weigh the patient.', 'Start low.']],
  ['Wait 5 minutes. Then go on.', ['Wait 5 minutes.', 'Then go on.']],
  ['Give 10. Then wait.', ['Give 10.', 'Then wait.']],
  ['Stay under 5 %. Then wait.', ['Stay under 5 %.', 'Then wait.']],
  ['Is it safe? Ask! (Then wait.)', ['Is it safe?', 'Ask!', '(Then wait.)']],
  ['“Stop.” Say it aloud.', ['“Stop.”', 'Say it aloud.']],
  ['  One\n  line.  ', ['One line.']],
  ['', []],
])('cuts %j where a sentence ends', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});

test.each([
  'Not above 0.5 mg. per kg',
  'Compare drug vs. Placebo first',
  'Give max. Two doses',
  'See Fig. A first',
  'Plan B. Then wait', // one letter may stand for a word
  'Stop. then wait',
  'Wait. 5 minutes later go on',
])('does not cut %j, where that is not certain', (text) => {
  expect(splitSentences(text)).toEqual([text]);
});

test('reads an item with the line above its list, and a row with the head of its table', () => {
  expect(listSentences('Do not give in:\n\n- fever\n- pain\n  - of the chest\n\nAsk first.')).toEqual([
    { text: 'Do not give in:', under: [] },
    { text: 'fever', under: ['Do not give in:'] },
    { text: 'pain', under: ['Do not give in:'] },
    { text: 'of the chest', under: ['Do not give in:', 'pain'] },
    { text: 'Ask first.', under: [] },
  ]);
  expect(listSentences('Ask first. Never in:\n\n- fever')[2]).toEqual({ text: 'fever', under: ['Never in:'] });
  expect(listSentences('- fever')).toEqual([{ text: 'fever', under: [] }]);
  expect(listSentences('Limits.\n\n| Who | Most |\n|---|---|\n| adult | **5** mg |')).toEqual([
    { text: 'Limits.', under: [] },
    { text: 'adult · 5 mg', under: ['Limits.', 'Who · Most'] },
  ]);
});

test('joins no words over a line end, and drops what Markdown only draws', () => {
  expect(listSentences('one\\\ntwo **three** `four`')).toEqual([{ text: 'one two three four', under: [] }]);
  expect(listSentences('```\nGive 5 mg\n```')).toEqual([{ text: 'Give 5 mg', under: [] }]);
  expect(listSentences('> quoted')).toEqual([{ text: 'quoted', under: [] }]);
});
