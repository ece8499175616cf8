import type { ReactElement } from 'react';
import { useIntl } from 'react-intl';
import type { Finding } from '../../protocols/linting/finding';
import { type SentenceParams, fillIn } from '../../protocols/schema/sentences';
import { toLanguage } from '../notes/words';
import { CHECKER_FRENCH, FRENCH_NAMES } from './checker-french';

/** One finding as a sentence in the reader's language: what is wrong, and what to write instead. */
export function FindingWords({ finding }: { finding: Finding }): ReactElement {
  const language = toLanguage(useIntl().locale);
  const { code, params, message, advice } = finding;
  if (language === 'fr' && code !== undefined) return <span>{toFrench(code, params)}</span>;
  return (
    <span lang="en">
      {message}
      {/* Where the checker knows nothing to write instead, its advice repeats what is wrong. */}
      {advice.includes(message) ? '.' : `. ${advice}`}
    </span>
  );
}

/** A sentence of the checker in French; names of the model stay as they are typed. */
export function toFrench(code: keyof typeof CHECKER_FRENCH, params: SentenceParams = {}): string {
  const named = Object.entries(params).map(([name, value]): [string, SentenceParams[string]] => [
    name,
    typeof value === 'object' ? value.map((each) => FRENCH_NAMES[each] ?? each) : value,
  ]);
  return fillIn(CHECKER_FRENCH[code], Object.fromEntries(named), ' ou ');
}
