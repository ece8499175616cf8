import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesClinically, diffWords, isClinicalToken, toTokens } from '../../../protocols/changes/diff-words';
import { countProcessorTime } from '../../fixtures/processor-time';

/** `[-old-]{+new+}`, as a reader of plain text sees a redline. */
function redline(before: string, after: string): string {
  return diffWords(before, after)
    .map(({ text, change }) => (change === 'same' ? text : change === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

test.each([
  ['0.5 mg/kg over 40 min', '0.75 mg/kg over 40 min', '[-0.5 mg/kg-]{+0.75 mg/kg+} over 40 min'],
  ['Give 5 mg.', 'Give 5 mcg.', 'Give [-5 mg-]{+5 mcg+}.'],
  ['Give 10mg.', 'Give 100mg.', 'Give [-10mg-]{+100mg+}.'],
  ['Give 1,000 mg.', 'Give 1,500 mg.', 'Give [-1,000 mg-]{+1,500 mg+}.'],
  ['≥ 160 mmHg', '> 160 mmHg', '[-≥ 160 mmHg-]{+> 160 mmHg+}'],
  ['Do not stop.', 'Do stop.', 'Do [-not-][- -]stop.'],
  [
    'Start at {{dose-iv.amount.usual}}.',
    'Start at {{dose-iv.amount.min}}.',
    'Start at [-{{dose-iv.amount.usual}}-]{+{{dose-iv.amount.min}}+}.',
  ],
  ['| Dose (mg/kg) |', '| Dose (mg) |', '| Dose (mg[-/-][-kg-]) |'],
  ['Round to the nearest mg.', 'Round to the nearest mcg.', 'Round to the nearest [-mg-]{+mcg+}.'],
  ['Look every hour.', 'Look every minute.', 'Look every [-hour-]{+minute+}.'],
  ['Taux en %', 'Taux en mmHg', 'Taux en [-%-]{+mmHg+}'],
  ['0,5 mg par kg', '0,75 mg par kg', '[-0,5 mg par kg-]{+0,75 mg par kg+}'],
  ['from 0.4 mg/kg to 0.75 mg/kg', 'from 0.4 mg/kg to 0.8 mg/kg', 'from 0.4 mg/kg to [-0.75 mg/kg-]{+0.8 mg/kg+}'],
])('%s → %s', (before, after, shown) => {
  expect(redline(before, after)).toBe(shown);
  expect(changesClinically(diffWords(before, after))).toBe(true);
});

test.each([
  ['Weigh the patient today.', 'Weigh the patient on the day.'],
  ['Watch closely', 'Watch with care'],
])('%s → %s is wording', (before, after) => {
  expect(changesClinically(diffWords(before, after))).toBe(false);
});

describe('clinical pieces', () => {
  test.each([
    '5',
    '0.5 mg/kg',
    '{{a.b}}',
    '<',
    '≥ 5',
    'not',
    'Never',
    'ne',
    'jamais',
    'only',
    "can't",
    'can’t',
    'before',
  ])('%s', (token) => {
    expect(isClinicalToken(token)).toBe(true);
  });

  test.each(['patient', 'patients', 'nothing', 'Knot', 'a', 'A', 'Mg', 'sessions', '.', ' '])('not "%s"', (token) => {
    expect(isClinicalToken(token)).toBe(false);
  });
});

const text = fc
  .array(fc.constantFrom('0.5 mg/kg', '5', ' ', ' mg', 'not', 'the', '.', '≥', 'é', '{{a.b}}', '😀', '\n', 'per kg'), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('for any two texts', () => {
  test('the pieces are the text, and lose nothing', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
        expect(toTokens(any).join('')).toBe(any);
      }),
    );
  });

  test('what stayed and was removed is the old text, what stayed and was added the new', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const tokens = diffWords(before, after);
        expect(
          tokens
            .filter(({ change }) => change !== 'added')
            .map((token) => token.text)
            .join(''),
        ).toBe(before);
        expect(
          tokens
            .filter(({ change }) => change !== 'removed')
            .map((token) => token.text)
            .join(''),
        ).toBe(after);
        expect(tokens.every(({ change }) => change === 'same')).toBe(before === after);
      }),
    );
  });
});

test('two long texts with nothing in common are compared within a second', () => {
  const long = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const taken = countProcessorTime();
  expect(diffWords(long('a'), long('b')).length).toBeGreaterThan(1000);
  expect(taken()).toBeLessThan(1000);
});
