import { type ReactElement, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { TextFinding } from '../../protocols/linting/finding';
import { toVisibleText } from '../../protocols/notes/visible-text';
import { Banner } from '../ui/tone';
import styles from './notes.module.css';
import { toLanguage } from './words';

const PAUSE_MILLISECONDS = 400;
const MOST = 5;

/** What in a note is easily misread, said while it is written. It blocks nothing; the rules load when somebody first writes. */
export function LintLines({ text, caret }: { text: string; caret: number }): ReactElement | null {
  const language = toLanguage(useIntl().locale);
  const [found, setFound] = useState<{ readonly text: string; readonly findings: readonly TextFinding[] }>();
  useEffect(() => {
    let ended = false;
    const lint = async (): Promise<void> => {
      const { lintText } = await import('../../protocols/linting/lint-text');
      if (!ended) setFound({ text, findings: lintText(text, { language, caret }) });
    };
    const timer = setTimeout(() => void lint(), PAUSE_MILLISECONDS);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [text, caret, language]);
  if (found === undefined || found.findings.length === 0) return null;
  const more = found.findings.length - MOST;
  return (
    <div className={styles['gentle']}>
      <Banner tone="caution" role="status" title={<FormattedMessage id="notes.lint" />}>
        <ul className={styles['findings']}>
          {found.findings.slice(0, MOST).map(({ rule, start, end }) => (
            <li key={`${rule} ${start}`} data-rule={rule}>
              <FormattedMessage
                id={`notes.lint.${rule}`}
                values={{ words: <q>{toVisibleText(found.text.slice(start, end)).slice(0, 60)}</q> }}
              />
            </li>
          ))}
        </ul>
        {more > 0 && <FormattedMessage id="notes.lint.more" values={{ count: more }} />}
      </Banner>
    </div>
  );
}
