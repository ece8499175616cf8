import { describe, expect, test } from 'vitest';
import { lintAuthored } from '../../../protocols/linting/lint-document';
import { toSoundDocument } from '../../fixtures/build-defects';

const SOUND = toSoundDocument({
  drug: 'examplamine',
  dose: 12,
  most: 24,
  tenth: 3,
  micro: 36,
  units: 48,
  volume: 61,
  minutes: 55,
  rate: 72,
  pressure: 503,
  thousands: 84,
});
const TODAY = '2030-06-15';
const INTRO = 'Weigh the patient first, then start.';

function lint(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  const text = changes.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`the document has no ${from}`);
    return whole.replace(from, to);
  }, SOUND);
  return lintAuthored(text, { today: TODAY }).map(({ rule, line }) => `${line} ${rule}`);
}

const lineOf = (words: string, text = SOUND): number => text.slice(0, text.indexOf(words)).split('\n').length;
const inProse = (sentence: string): string[] => lint([INTRO, sentence]).map((found) => found.split(' ')[1] ?? '');

describe('amounts in prose', () => {
  test.each<[string, readonly string[]]>([
    ['Give 12 mg.', []],
    ['Give 12 milligrams.', []],
    ['Give 0.036 mg.', []], // a block says 36 mcg
    ['Give 12,000 mcg.', []], // a block says 12 mg
    ['Run it for 3,300 seconds.', []], // a block says 55 minutes
    ['Run it for at most 180 minutes.', []], // a block says 3 hours
    ['The vial holds 84,000 units.', []],
    ['Give 12 mcg.', ['unit-mismatch']],
    ['Give 36 mg.', ['unit-mismatch']],
    ['Give 12 mg/kg.', ['unit-mismatch']],
    ['Give 13 mg.', ['number-in-no-block']],
    ['Give 13 mcg.', ['number-in-no-block']],
    ['Give half of it, and item 13 after.', []],
    ['Start at 12 mg, never above 24 mg.', []],
    ['Start at 24 mg, never above 24 mg.', []],
    ['Start at 24 mg, never above 12 mg.', ['maximum-below-start']],
    ['Start at 24 mg. Another drug: never above 12 mg.', []],
    ['Never above 24 mg, then 12 mg.', []],
    ['Wait 20 minutes.', []], // the schedule, in another section, says every 20 minutes
    ['Give B12 and PHQ-9, and 13 mmol/L.', []],
  ])('%s', (sentence, expected) => {
    expect(inProse(sentence)).toEqual(expected);
  });

  test('a time elsewhere may stand beside another time of the same number; a dose may not', () => {
    const beside = (sentence: string): string[] =>
      lint(['trigger: A reading over the stop limit', `trigger: ${sentence}`]).map(
        (found) => found.split(' ')[1] ?? '',
      );
    expect(beside('After 55 minutes')).toEqual([]);
    expect(beside('After 20 hours')).toEqual(['unit-mismatch']); // the schedule beside it says 20 minutes
    expect(beside('After 10 mg')).toEqual(['number-in-no-block']);
  });
});

describe('the review date', () => {
  test.each([
    ['2030-06-15', []],
    ['2030-06-14', [`${lineOf('reviewBy')} review-date-past`]],
  ])('%s is judged on 2030-06-15', (day, expected) => {
    expect(lint(['2031-02-01', day])).toEqual(expected);
  });
});

test('one pass names everything wrong with a document that does not compile', () => {
  const found = lint(
    ['reviewBy: 2031-02-01', 'reviewBy: soon'],
    [INTRO, 'Give 12.0 mg QD.'],
    ['route: intravenous', 'route: IV'],
    ['max: 24 mg', 'max: 24 cc'],
    ['id: figures-other', 'id: dose-main'],
    ['id: strength, label: A strength', 'id: strength, label: A\u202E strength'],
    ['goTo: "#stop-rule"', 'goTo: "#gone"'],
    ['text: Stop the pump., role: nurse }', 'text: Stop the pump., role: nurse, within: soon }'],
  );
  expect(found).toEqual([
    `${lineOf('reviewBy')} review-date-missing`,
    `${lineOf(INTRO)} trailing-zero`,
    `${lineOf(INTRO)} frequency-abbreviation`,
    `${lineOf('route:')} missing-route`,
    `${lineOf('max: 24 mg')} unit-abbreviation`,
    `${lineOf('id: figures-other')} duplicate-id`,
    `${lineOf('id: strength')} bidi-character`,
    `${lineOf('goTo:')} dangling-reference`,
    `${lineOf('id: pump')} not-in-form`,
  ]);
});

test('the words of others are quoted as they are, without hidden characters', () => {
  expect(lint(['citation: Invented label 2029', 'citation: "Give 10mg QD & wait, an invented paper"'])).toEqual([]);
  expect(lint(['citation: Invented label 2029', 'citation: Invented la\u200Bbel'])).toEqual([
    `${lineOf('Invented label')} invisible-character`,
  ]);
});

test('a hidden character in a comment is named by its line', () => {
  expect(lint(['title: Invented infusion', 'title: Invented infusion # a note'])).toEqual([]);
  expect(lint(['title: Invented infusion', 'title: Invented infusion # a \u202Enote'])).toEqual([
    `${lineOf('title: Invented infusion')} bidi-character`,
  ]);
});

test('the marks an editor leaves at the start and at line ends are no fault', () => {
  expect(lintAuthored(`\uFEFF${SOUND}`, { today: TODAY })).toEqual([]);
  expect(lintAuthored(SOUND.replaceAll('\n', '\r\n'), { today: TODAY })).toEqual([]);
});

test('a file that cannot be read at all is one finding', () => {
  for (const text of ['', '# No front matter', '\uFEFF---\nid: x\n---\n', '---\nid: [\n---\n']) {
    const findings = lintAuthored(text, { today: TODAY });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ advice }) => advice !== '')).toBe(true);
  }
});
