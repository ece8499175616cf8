import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { lintAuthored, lintProtocol } from '../../../protocols/linting/lint-document';
import { lintText } from '../../../protocols/linting/lint-text';
import { findQuantities, toDecimal } from '../../../protocols/linting/quantities';
import { countProcessorTime } from '../../fixtures/processor-time';

const example = readFileSync(new URL('../../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

// The pieces the rules are made of, so that chance lands near them.
const PIECES = [
  '1',
  '0',
  '.',
  ',',
  '.5',
  '10',
  '1,000',
  '1.0',
  ' ',
  '\n',
  '\u00A0',
  'mg',
  'mL',
  'U',
  'IU',
  'µg',
  'cc',
  '/kg',
  ' per ',
  'QD',
  'q.d.',
  'HS',
  'D/C',
  '@',
  '&',
  '<',
  '>=',
  '±',
  '{{',
  '}}',
  'a.b',
  'to',
  '-',
  '\u202E',
  '\u200D',
  '\uFE0F',
  'м',
  'ο',
  '５',
  '😀',
  '\uD800',
  'start at ',
  ' max ',
  'https://',
  '#',
  'é',
];
const nearText = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(nearText, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }));

test('any text is linted without fault, in either language, with offsets inside it', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en' as const, 'fr' as const), (text, language) => {
      for (const { start, end, message, advice } of lintText(text, { language })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(message).not.toBe('');
        expect(advice).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

test('the same text gives the same findings twice', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(lintText(text)).toEqual(lintText(text));
    }),
  );
});

test('what is said of a text is said of it inside a longer one', () => {
  fc.assert(
    fc.property(nearText, (text) => {
      const inside = lintText(`Now then. \n\n ${text} \n\n And so on.`);
      for (const { rule, start } of lintText(` \n\n ${text} \n\n `))
        expect(inside.some((other) => other.rule === rule && other.start === start + 9)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('every amount written as the rules ask is left alone, and read as what it is', () => {
  const whole = fc.integer({ min: 0, max: 999 });
  const places = fc.constantFrom('', '5', '05', '25', '125', '001');
  fc.assert(
    fc.property(whole, places, fc.constantFrom('mg', 'mL', 'mcg', 'mg/kg', 'units', 'mmHg'), (number, part, unit) => {
      const value = part === '' ? `${number}` : `${number}.${part}`;
      const text = `Give ${value} ${unit} now.`;
      expect(lintText(text)).toEqual([]);
      expect(findQuantities(text, 'en').map((found) => toDecimal(found.number))).toEqual([value]);
    }),
  );
});

test('every trailing zero and every bare decimal is named, whatever the number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom('mg', 'mL', 'mcg/kg', 'units'), (number, unit) => {
      expect(lintText(`Give ${number}.0 ${unit}.`).map(({ rule }) => rule)).toEqual(['trailing-zero']);
      const tenth = (number % 9) + 1;
      expect(lintText(`Give .${tenth} ${unit}.`).map(({ rule }) => rule)).toEqual(['bare-decimal']);
    }),
  );
});

describe('a text takes the longer to lint the longer it is, and no more than that', () => {
  const UNITS = [
    'Weigh the patient on the day and give 5 mg over 40 minutes. ',
    'a',
    '1',
    '.',
    '1.',
    ',',
    '0.',
    '{',
    '{{',
    '{{a',
    '}',
    'é',
    'µ',
    'а',
    ' ',
    '\n',
    '1 ',
    'mg ',
    '@',
    'a@',
    '& ',
    '<',
    'q.',
    'Q.D.S.',
    '1O',
    'l.',
    '5 mg, ',
    '1,000 mg to ',
    'max ',
    'a.',
    'A. & ',
    'https://',
    '\u200D',
    '\uFE0F1',
    'x3',
    'per ',
    'sub ',
  ];
  const MEGABYTE = 1_000_000;

  // Four times the text would take sixteen times as long if the work grew with its square.
  test.each(UNITS)('%j over and over', (unit) => {
    const time = (size: number, enough?: number): number => {
      const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
      return fastest(() => lintText(text), enough);
    };
    const most = Math.max(9 * time(MEGABYTE / 4), 400);
    expect(time(MEGABYTE, most)).toBeLessThan(most);
  });

  test('ten times the text takes about ten times as long, not a hundred', () => {
    const sentence = 'Start at 1.0 mg, never above .5 mg QD; 10000 units @ 5 mL & more. ';
    const time = (size: number): number => {
      const text = sentence.repeat(Math.ceil(size / sentence.length));
      return fastest(() => lintText(text));
    };
    time(10_000); // warm
    expect(time(500_000)).toBeLessThan(Math.max(40 * time(50_000), 200));
  });
});

test('a document with anything in it, anywhere, is linted without fault', () => {
  const lines = example.split('\n');
  fc.assert(
    fc.property(fc.nat(lines.length - 1), anyText, fc.boolean(), (at, text, isInside) => {
      const line = isInside ? `${lines[at]} ${text}` : text;
      const broken = lines.toSpliced(at, 1, line).join('\n');
      for (const { line: found = 1, advice } of lintAuthored(broken, { today: '2030-01-01' })) {
        expect(found).toBeGreaterThan(0);
        expect(found).toBeLessThanOrEqual(broken.split('\n').length);
        expect(advice).not.toBe('');
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('a paragraph full of faults takes the longer the longer it is, and no more than that', () => {
  const compiled = compileProtocol(example);
  if (!compiled.ok) throw new Error('the document does not compile');
  const [section, ...rest] = compiled.value.sections;
  if (section === undefined) throw new Error('the document has no section');
  const lint = (lines: number): number => {
    const paragraph = { type: 'narrative' as const, id: 'long', md: 'Give 1.0 mg QD.\n'.repeat(lines) };
    const protocol = { ...compiled.value, sections: [{ ...section, blocks: [paragraph] }, ...rest] };
    return lintProtocol(protocol, { today: '2030-01-01' }).length;
  };
  expect(lint(4000)).toBeGreaterThan(0);
  const most = Math.max(9 * fastest(() => lint(4000)), 400);
  expect(fastest(() => lint(16_000), most)).toBeLessThan(most);
});

test('a document full of faults is told them all, each on its line', () => {
  const text = example.replace('Weigh the patient on the day.', 'Give 2.0 mg now.\n'.repeat(500));
  const lines = lintAuthored(text, { today: '2030-01-01' }).flatMap(({ rule, line }) =>
    rule === 'trailing-zero' ? [line] : [],
  );
  const first = example.slice(0, example.indexOf('Weigh')).split('\n').length;
  expect(lines).toEqual(Array.from({ length: 500 }, (_, index) => first + index));
});

test('a document that compiles is told the same things without its lines', () => {
  const text = example.replace('Weigh the patient on the day.', 'Give 2.0 mg QD; 8.5 mcg/kg.');
  const compiled = compileProtocol(text);
  if (!compiled.ok) throw new Error('the document does not compile');
  const withLines = lintAuthored(text, { today: '2030-01-01' });
  const without = lintProtocol(compiled.value, { today: '2030-01-01' });
  expect(without).toEqual(withLines.map(({ line: _line, ...finding }) => finding));
  expect(without.map(({ rule }) => rule).toSorted()).toEqual([
    'frequency-abbreviation',
    'number-in-no-block',
    'trailing-zero',
    'unit-mismatch',
  ]);
});

/** The best of a few tries, so that a busy machine is not taken for a slow rule. */
function fastest(work: () => unknown, enough = 0): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4 && best > enough; tries++) {
    const taken = countProcessorTime();
    work();
    best = Math.min(best, taken());
  }
  return best;
}
