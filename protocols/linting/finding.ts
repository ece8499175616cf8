import type { IssueRule } from '../schema/result';
import type { SentenceCode, SentenceParams } from '../schema/sentences';

/** Which sentence the linter says; a rule may have several. */
export const LINT_CODES = [
  'review-past',
  'template-words',
  'run-name',
  'run-unit',
  'no-zero',
  'end-zero',
  'no-group',
  'unit-misread',
  'turning',
  'unseen',
  'foreign-digits',
  'styled',
  'letter-in-number',
  'foreign-letter',
  'mismatch',
  'in-no-block',
  'most-below-start',
  'word-qd-capital',
  'word-qd-dotted',
  'word-qd',
  'word-q1d',
  'word-qod',
  'word-qhs',
  'word-hs',
  'word-qn',
  'word-tiw',
  'word-biw',
  'word-q-hour',
  'word-x-days',
  'word-sq',
  'word-sc',
  'word-in',
  'word-per-os',
  'word-dc',
  'word-sulfates',
  'word-iu',
  'word-cc',
  'word-microgram',
  'word-microlitre',
  'word-less',
  'word-more',
  'word-plus-minus',
  'word-at-sign',
  'word-ampersand',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/**
 * What the linter looks for in any text, a note being typed as well as a document. Chosen from the ISMP list of
 * error-prone abbreviations, symbols and dose designations; README.md says what was left out and why.
 */
export const TEXT_RULES = [
  'trailing-zero',
  'bare-decimal',
  'unit-abbreviation',
  'frequency-abbreviation',
  'route-abbreviation',
  'word-abbreviation',
  'symbol',
  'name-run-into-dose',
  'unit-run-into-number',
  'ungrouped-number',
  'bidi-character',
  'invisible-character',
  'look-alike-character',
] as const;
export type TextRule = (typeof TEXT_RULES)[number];

/** What can only be told of a whole document. */
export type DocumentRule =
  | TextRule
  | IssueRule
  | 'unit-mismatch'
  | 'number-in-no-block'
  | 'missing-route'
  | 'missing-source'
  | 'review-date-missing'
  | 'review-date-past'
  | 'template-words'
  | 'not-in-form';

/** One thing wrong with a text. Offsets are UTF-16 units, as a text field counts them. */
export interface TextFinding {
  readonly rule: TextRule;
  readonly start: number;
  readonly end: number;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly advice: string;
  /** By which the page says both in its reader's language, and what fills the blanks. */
  readonly code: LintCode;
  readonly params: SentenceParams;
}

/** One thing wrong with a document. */
export interface Finding {
  readonly rule: DocumentRule;
  /** Dotted path into the document; empty when it is about the file itself. */
  readonly path: string;
  /** Line in the authored file, counted from 1; absent when the document never had one. */
  readonly line?: number;
  readonly message: string;
  readonly advice: string;
  /** By which the page says both in its reader's language, and what fills the blanks; absent where an issue came from elsewhere. */
  readonly code?: SentenceCode | LintCode;
  readonly params?: SentenceParams;
}
