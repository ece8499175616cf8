import type { ReactElement } from 'react';
import type { Finding } from '../../protocols/linting/finding';

/** One finding as a sentence: what is wrong, and what to write instead. */
export function FindingWords({ finding: { message, advice } }: { finding: Finding }): ReactElement {
  return (
    <span lang="en">
      {message}
      {/* Where the checker knows nothing to write instead, its advice repeats what is wrong. */}
      {advice.includes(message) ? '.' : `. ${advice}`}
    </span>
  );
}
