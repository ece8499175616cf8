import type { Protocol } from './protocol';
import type { Issue } from './result';

/** Dates run forwards, and what is active was approved and reviewed by someone other than its only author. */
export function checkRelease(protocol: Protocol): Issue[] {
  const issues: Issue[] = [];
  const { effectivePeriod, reviewBy } = protocol;
  if (effectivePeriod.end !== null && effectivePeriod.end < effectivePeriod.start) {
    issues.push({
      path: 'effectivePeriod.end',
      message: `ends ${effectivePeriod.end}, before it starts ${effectivePeriod.start}`,
    });
  }
  if (reviewBy <= effectivePeriod.start)
    issues.push({
      path: 'reviewBy',
      message: `review by ${reviewBy} must be after the start, ${effectivePeriod.start}`,
    });
  if (protocol.status !== 'active') return issues;
  if (protocol.approvalDate === undefined)
    issues.push({ path: 'approvalDate', message: 'an active protocol must say when it was approved' });
  const [author, ...others] = protocol.authors;
  if (!protocol.reviewers.some((reviewer) => others.length > 0 || reviewer.name !== author?.name)) {
    issues.push({ path: 'reviewers', message: 'an active protocol needs a reviewer who is not its only author' });
  }
  return issues;
}
