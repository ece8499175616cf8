import type { ReactElement } from 'react';
import type { Finding } from '../../protocols/linting/finding';
import { ToneIcon } from '../ui/tone';
import { FindingWords } from './finding-words';
import styles from './forms.module.css';

/** What the checker says of one thing, each with what to write instead. */
export function FindingLines({ findings }: { findings: readonly Finding[] }): ReactElement | null {
  if (findings.length === 0) return null;
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.path} ${finding.message}`} data-rule={finding.rule} data-tone="caution">
          <ToneIcon tone="caution" />
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  );
}
