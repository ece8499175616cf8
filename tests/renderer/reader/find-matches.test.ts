import { array, assert, boolean, constantFrom, pre, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMatches, foldQuery, foldText } from '../../../renderer/reader/find/find-matches';

function find(text: string, query: string, wholeWords = false): string[] {
  return findMatches(foldText(text), foldQuery(query), wholeWords).map(([start, end]) => text.slice(start, end));
}

describe('what counts as the same', () => {
  test.each([
    ['Ketamine, KETAMINE, ketamine', 'ketamine', 3],
    ['Dépression et perméabilité', 'depression', 1],
    ['De\u0301pression', 'dépression', 1],
    ['un œdème', 'oedeme', 1],
    ['SpO₂ and SpO2', 'spo2', 2],
    ['Guillain–Barré', 'guillain-barre', 1],
    ['l’anesthésie', "l'anesthesie", 1],
    ['0.5\u00A0mg per kg', '0.5 mg per kg', 1],
    ['blood\n   pressure', 'blood pressure', 1],
    ['sub\u00ADlingual', 'sublingual', 1],
    ['0,5 mg par kg, 0.5 mg per kg', '0.5 mg', 2],
    ['0,5 mg par kg, 0.5 mg per kg', '0,5 mg', 2],
    ['usually 0.5 mg', '.5 mg', 1],
    ['up to 1,000 mL', '1,000', 1],
  ])('%s holds "%s"', (text, query, count) => {
    expect(find(text, query)).toHaveLength(count);
  });

  test('what is marked is what is shown, from the first letter to the last', () => {
    expect(find('l’Œdème pulmonaire', 'oedeme pulmonaire')).toEqual(['Œdème pulmonaire']);
    expect(find('a  b', 'a b')).toEqual(['a  b']);
  });

  test('a thousand is not a one with three decimals', () => {
    expect(find('1,000 mL', '1.000')).toEqual([]);
    expect(find('0,125 mg', '0.125')).toEqual(['0,125']);
  });
});

describe('a number is never cut', () => {
  test.each([
    ['15 mg', '5 mg'],
    ['0.5 mg', '5 mg'],
    ['0,5 mg', '5 mg'],
    ['5.5 mg', '5'],
    ['50 mg', '5'],
    ['1,000 mL', '1'],
    ['1,000 mL', '000'],
    ['0.05', '0.0'],
  ])('%s does not hold "%s"', (text, query) => {
    expect(find(text, query)).toEqual([]);
    expect(find(text, query, true)).toEqual([]);
  });

  test.each([
    ['5 mg', '5 mg'],
    ['5–10 mg', '5'],
    ['5–10 mg', '10'],
    ['after 5.', '5'],
    ['5, 6 or 7', '5'],
    ['(5 mg)', '5 mg'],
  ])('%s holds "%s"', (text, query) => {
    expect(find(text, query, true)).toEqual([query]);
  });
});

describe('whole words', () => {
  test('are asked for, not assumed', () => {
    expect(find('sedation, sedated', 'sedat')).toHaveLength(2);
    expect(find('sedation, sedated', 'sedat', true)).toEqual([]);
    expect(find('esketamine and ketamine', 'ketamine')).toHaveLength(2);
    expect(find('esketamine and ketamine', 'ketamine', true)).toHaveLength(1);
    expect(find('5 mg per kg', '5 m')).toHaveLength(1);
    expect(find('5 mg per kg', '5 m', true)).toEqual([]);
  });
});

describe('for any text', () => {
  const texts = array(constantFrom('5', '1', ',', '.', ' ', 'é', 'É', 'œ', 'a', 'b', '\u00A0', '–', '₂', '\u0301'), {
    maxLength: 30,
  });

  test('matches stand in order, none within another, and each reads as what was looked for', () => {
    assert(
      property(texts, texts, boolean(), (text, query, wholeWords) => {
        const wanted = foldQuery(query.join(''));
        let last = 0;
        for (const [start, end] of findMatches(foldText(text.join('')), wanted, wholeWords)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a text is found in itself', () => {
    assert(
      property(texts, (text) => {
        const whole = text.join('').trim();
        const { folded } = foldText(whole);
        // A text of marks alone says nothing; one that begins a number with its decimal mark is given the zero.
        pre(folded !== '' && !/(?<!\d)[.,]\d/.test(folded));
        expect(find(whole, whole).length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test('what repeats is not found within itself', () => {
    expect(find('a'.repeat(10_000), 'a'.repeat(5_000))).toHaveLength(2);
  });
});
