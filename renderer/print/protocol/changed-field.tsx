import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { FieldChange } from '../../../protocols/changes/diff-fields';
import type { Language } from '../../../protocols/contract/calls';
import type { Comparison } from '../../../protocols/schema/values';
import { toComparisonWords, toDisplayValue } from '../../../protocols/text/display';

/** What became of one field: words with what came and went, a value before and after. */
export function ChangedField({
  field: { words, before, after },
  language,
}: {
  field: FieldChange;
  language: Language;
}): ReactElement {
  if (words !== undefined)
    return (
      <>
        {words.map(({ text, change }, index) =>
          change === 'same' ? (
            <span key={`word-${index + 1}`}>{text}</span>
          ) : change === 'removed' ? (
            <del key={`word-${index + 1}`}>−{text}</del>
          ) : (
            <ins key={`word-${index + 1}`}>+{text}</ins>
          ),
        )}
      </>
    );
  const shown = (data: unknown): ReactNode => toWords(data, language);
  return (
    <>
      {before !== undefined && <del>−{shown(before)}</del>} {after !== undefined && <ins>+{shown(after)}</ins>}
    </>
  );
}

/** A piece of a document in words: a value as everywhere on paper, a limit with its comparison, the rest as it stands. */
function toWords(data: unknown, language: Language): ReactNode {
  if (typeof data === 'string') return data;
  if (isLimit(data)) {
    const { before, after } = toComparisonWords(data, language);
    return (
      <>
        {before} {toWords(data.amount, language)} {after}
      </>
    );
  }
  if (isValue(data)) return toDisplayValue(data, language) ?? <FormattedMessage id="print.mark.local" />;
  return JSON.stringify(data);
}

function isLimit(data: unknown): data is Comparison {
  return typeof data === 'object' && data !== null && 'op' in data && 'amount' in data;
}

function isValue(data: unknown): data is Parameters<typeof toDisplayValue>[0] {
  return (
    typeof data === 'object' &&
    data !== null &&
    'mark' in data &&
    ('duration' in data || ('value' in data && 'unit' in data) || data.mark === 'local')
  );
}
