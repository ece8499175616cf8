import type { LintCode, TextFinding, TextRule } from './finding';
import type { Language } from './quantities';

interface WordRule {
  readonly rule: TextRule;
  readonly code: LintCode;
  readonly pattern: RegExp;
  readonly why: string;
  readonly advice: string;
  /** Left alone in this language, where the letters are a word. */
  readonly except?: Language;
}

// A word of its own: no letter, digit or hyphen on either side, and no "U.S."-like continuation.
const alone = (letters: string, flags = ''): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d.-])(?:${letters})(?![\p{L}\d-]|\.\p{L})`, `gu${flags}`);
// Straight after an amount, where two capitals are a route.
const afterAmount = (letters: string): RegExp =>
  new RegExp(String.raw`(?<=(?:\d|mg|mcg|mL|ml|kg|\bg|units?|%) )(?:${letters})(?![\p{L}\d-])`, 'gu');
// Straight before a number or a value repeated by reference; "p < 0.05" is a result, not an instruction.
const beforeNumber = (sign: string): RegExp =>
  new RegExp(String.raw`(?<!\b[pPn] ?|[-=<>])(?:${sign})(?=[ \u00A0]?(?:[.,]?\d|\{\{))`, 'gu');

const RULES: readonly WordRule[] = [
  {
    rule: 'frequency-abbreviation',
    code: 'word-qd-capital',
    pattern: alone(String.raw`Q\.?D\b\.?`),
    why: 'is read as QID',
    advice: 'Write "daily".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-qd-dotted',
    pattern: alone(String.raw`q\.d\b\.?`),
    why: 'is read as q.i.d.',
    advice: 'Write "daily".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-qd',
    pattern: alone('qd|Qd'),
    why: 'is read as qid',
    advice: 'Write "daily".',
    except: 'fr',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-q1d',
    pattern: alone('q1d|Q1D'),
    why: 'is read as qid',
    advice: 'Write "daily".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-qod',
    pattern: alone(String.raw`Q\.?O\.?D\b\.?`, 'i'),
    why: 'is read as daily or four times a day',
    advice: 'Write "every other day".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-qhs',
    pattern: alone(String.raw`Q\.?H\.?S\b\.?`, 'i'),
    why: 'is read as every hour',
    advice: 'Write "at bedtime".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-hs',
    pattern: alone(String.raw`HS|H\.S\b\.?|h\.s\b\.?`),
    why: 'is read as half-strength or as bedtime',
    advice: 'Write "at bedtime" or "half-strength".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-qn',
    pattern: alone(String.raw`q\.n\b\.?|qn|QN`),
    why: 'is read as every hour',
    advice: 'Write "every night".',
    except: 'fr',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-tiw',
    pattern: alone('TIW|tiw'),
    why: 'is read as three times a day or twice a week',
    advice: 'Write "three times a week".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-biw',
    pattern: alone('BIW|biw'),
    why: 'is read as twice a day',
    advice: 'Write "twice a week".',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-q-hour',
    pattern: alone(String.raw`q\d{1,2} ?[ap]m`, 'i'),
    why: 'is read as every so many hours',
    advice: 'Write "daily at", and the hour.',
  },
  {
    rule: 'frequency-abbreviation',
    code: 'word-x-days',
    pattern: alone(String.raw`x ?\d{1,2} ?d`),
    why: 'is read as so many doses',
    advice: 'Write "for", the number and "days".',
  },
  {
    rule: 'route-abbreviation',
    code: 'word-sq',
    pattern: alone('SQ|sub[ -]?q', 'i'),
    why: 'is read as 5 every, or as every',
    advice: 'Write "subcutaneous".',
  },
  {
    rule: 'route-abbreviation',
    code: 'word-sc',
    pattern: afterAmount('SC|S\\.C\\.|sc'),
    why: 'is read as SL, sublingual',
    advice: 'Write "subcutaneous".',
  },
  {
    rule: 'route-abbreviation',
    code: 'word-in',
    pattern: afterAmount('IN'),
    why: 'is read as IM or IV',
    advice: 'Write "intranasal".',
  },
  {
    rule: 'route-abbreviation',
    code: 'word-per-os',
    pattern: alone('per os', 'i'),
    why: 'is read as left eye',
    advice: 'Write "by mouth" or "oral".',
  },
  {
    rule: 'word-abbreviation',
    code: 'word-dc',
    pattern: alone('D/C', 'i'),
    why: 'is read as discharge or as discontinue',
    advice: 'Write "discharge" or "stop".',
  },
  {
    rule: 'word-abbreviation',
    code: 'word-sulfates',
    pattern: alone('MgSO4|MSO4', 'i'),
    why: 'is read as the other of magnesium and morphine sulfate',
    advice: 'Write the name in full.',
  },
  {
    rule: 'unit-abbreviation',
    code: 'word-iu',
    pattern: alone(String.raw`IU|I\.U\b\.?`),
    why: 'is read as IV or 10',
    advice: 'Write "units".',
  },
  {
    rule: 'unit-abbreviation',
    code: 'word-cc',
    pattern: /(?<=\b(?:per|par) |\/)cc(?![\p{L}\d])/gu,
    why: 'is read as u, or as two zeros',
    advice: 'Write "mL".',
  },
  {
    rule: 'unit-abbreviation',
    code: 'word-microgram',
    pattern: /(?<!\p{L})[µμ]g(?!\p{L})/gu,
    why: 'is read as mg, a thousand times as much',
    advice: 'Write "mcg".',
  },
  {
    rule: 'unit-abbreviation',
    code: 'word-microlitre',
    pattern: /(?<!\p{L})[µμ][lL](?!\p{L})/gu,
    why: 'is read as mL, a thousand times as much',
    advice: 'Write the volume in mL.',
  },
  {
    rule: 'symbol',
    code: 'word-less',
    pattern: beforeNumber('<=?|≤'),
    why: 'is read as its opposite',
    advice: 'Write "less than", or "at most".',
  },
  {
    rule: 'symbol',
    code: 'word-more',
    pattern: beforeNumber('>=?|≥'),
    why: 'is read as its opposite',
    advice: 'Write "more than", or "at least".',
  },
  {
    rule: 'symbol',
    code: 'word-plus-minus',
    pattern: beforeNumber('±|\\+/-'),
    why: 'is read as +, or as 4',
    advice: 'Write the range, such as "from 4 to 6".',
  },
  {
    rule: 'symbol',
    code: 'word-at-sign',
    pattern: /(?<![\p{L}\d._+-])@(?=\s|\d|$)/gu,
    why: 'is read as 2',
    advice: 'Write "at".',
  },
  { rule: 'symbol', code: 'word-ampersand', pattern: /(?<=\s)&(?=\s)/gu, why: 'is read as 2', advice: 'Write "and".' },
];

/** The rules about abbreviations and signs that are misread. */
export function lintWords(text: string, language: Language): TextFinding[] {
  return RULES.filter(({ except }) => except !== language).flatMap(({ rule, code, pattern, why, advice }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index: start }) => {
      if (found === '&' && joinsNames(text, start)) return [];
      return [
        { rule, start, end: start + found.length, message: `"${found}" ${why}`, advice, code, params: { found } },
      ];
    }),
  );
}

/** "Smith & Sons" is a name and stays as it is. */
function joinsNames(text: string, at: number): boolean {
  return (
    /\p{Lu}[\p{L}.]{0,30} $/u.test(text.slice(Math.max(0, at - 33), at)) && /^& \p{Lu}/u.test(text.slice(at, at + 4))
  );
}
