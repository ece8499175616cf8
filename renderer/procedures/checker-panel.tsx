import { type ReactElement, useId } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CheckedText } from '../../protocols/clinic-documents/check-clinic-text';
import type { Finding } from '../../protocols/linting/finding';
import { Banner } from '../ui/tone';
import styles from './procedures.module.css';

const MOST = 20;

/** What is wrong with the text, each with its line and what to write instead. A press goes to the line. */
export function CheckerPanel({
  checked,
  current,
  onLine,
}: {
  checked: CheckedText | undefined;
  current: boolean;
  onLine: (line: number) => void;
}): ReactElement {
  const id = useId();
  return (
    <section className={styles['checker']} aria-labelledby={id} data-current={current}>
      <h2 id={id}>
        <FormattedMessage id="procedures.check" />
      </h2>
      {checked === undefined && (
        <p>
          <FormattedMessage id="procedures.check.running" />
        </p>
      )}
      {checked !== undefined && checked.problems.length === 0 && (
        <Banner tone="done" role="status" title={<FormattedMessage id="procedures.check.sound" />} />
      )}
      {checked !== undefined && checked.problems.length > 0 && (
        <Banner
          tone="stop"
          role="status"
          title={<FormattedMessage id="procedures.check.problems" values={{ count: checked.problems.length }} />}
        >
          <Findings findings={checked.problems} onLine={onLine} />
        </Banner>
      )}
      {checked !== undefined && checked.advice.length > 0 && (
        <Banner
          tone="caution"
          title={<FormattedMessage id="procedures.check.advice" values={{ count: checked.advice.length }} />}
        >
          <Findings findings={checked.advice} onLine={onLine} />
        </Banner>
      )}
    </section>
  );
}

function Findings({
  findings,
  onLine,
}: {
  findings: readonly Finding[];
  onLine: (line: number) => void;
}): ReactElement {
  return (
    <>
      <ul className={styles['findings']}>
        {findings.slice(0, MOST).map(({ rule, path, line = 1, message, advice }) => (
          <li key={`${rule} ${path} ${line} ${message}`} data-rule={rule}>
            <button type="button" className={styles['line']} onClick={() => onLine(line)}>
              <FormattedMessage id="procedures.check.line" values={{ line }} />
            </button>{' '}
            <span lang="en">
              {message}
              {/* Where the checker knows nothing to write instead, its advice repeats what is wrong. */}
              {advice.includes(message) ? '.' : `. ${advice}`}
            </span>
          </li>
        ))}
      </ul>
      {findings.length > MOST && (
        <FormattedMessage id="procedures.check.more" values={{ count: findings.length - MOST }} />
      )}
    </>
  );
}
