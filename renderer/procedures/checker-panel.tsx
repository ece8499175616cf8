import { type ReactElement, useId } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CheckedText } from '../../protocols/clinic-documents/check-clinic-text';
import type { Finding } from '../../protocols/linting/finding';
import { FindingPlace } from '../forms/finding-place';
import { FindingWords } from '../forms/finding-words';
import { FormsIntl } from '../forms/forms-intl';
import { Banner } from '../ui/tone';
import styles from './procedures.module.css';
import type { View } from './writing-area';

const MOST = 20;

/** What is wrong with the text, each with its line and what to write instead. A press goes to the line. */
export function CheckerPanel({
  checked,
  current,
  view,
  onShow,
}: {
  checked: CheckedText | undefined;
  current: boolean;
  view: View;
  onShow: (finding: Finding) => void;
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
          <Findings findings={checked.problems} view={view} onShow={onShow} />
        </Banner>
      )}
      {checked !== undefined && checked.advice.length > 0 && (
        <Banner
          tone="caution"
          title={<FormattedMessage id="procedures.check.advice" values={{ count: checked.advice.length }} />}
        >
          <Findings findings={checked.advice} view={view} onShow={onShow} />
        </Banner>
      )}
    </section>
  );
}

function Findings({
  findings,
  view,
  onShow,
}: {
  findings: readonly Finding[];
  view: View;
  onShow: (finding: Finding) => void;
}): ReactElement {
  return (
    <FormsIntl>
      <ul className={styles['findings']}>
        {findings.slice(0, MOST).map((finding) => {
          const { rule, path, line = 1, message } = finding;
          return (
            <li key={`${rule} ${path} ${line} ${message}`} data-rule={rule}>
              <button type="button" className={styles['line']} onClick={() => onShow(finding)}>
                {view === 'form' ? (
                  <FormattedMessage id="procedures.check.show" />
                ) : (
                  <FormattedMessage id="procedures.check.line" values={{ line }} />
                )}
              </button>{' '}
              {view === 'form' ? <FindingPlace path={path} /> : <TypedPlace path={path} />}
              <FindingWords finding={finding} />
            </li>
          );
        })}
      </ul>
      {findings.length > MOST && (
        <FormattedMessage id="procedures.check.more" values={{ count: findings.length - MOST }} />
      )}
    </FormsIntl>
  );
}

/** The last name of a path, as it stands in the text at the line that is named. */
function TypedPlace({ path }: { path: string }): ReactElement | null {
  const name = path.split('.').findLast((each) => !/^\d+$/.test(each));
  return name === undefined || name === '' || name === 'blocks' || name === 'sections' ? null : (
    <>
      <code>{name}</code>:{' '}
    </>
  );
}
