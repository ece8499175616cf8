import type { Readable } from './readable';
import type { Issue } from './result';
import { type Said, say } from './sentences';

/** Dates run forwards, and what is active was approved and reviewed by someone other than its only author. */
export function checkRelease({ protocol }: Readable): Issue[] {
  const issues: Issue[] = [];
  const { effectivePeriod, reviewBy, approvalDate, authors, reviewers } = protocol;
  const refuse = (path: string, said: Said): void => {
    issues.push({ path, rule: 'release-dates', ...said });
  };
  if (effectivePeriod.end !== null && effectivePeriod.end < effectivePeriod.start)
    refuse('effectivePeriod.end', say('period-ends-early', { end: effectivePeriod.end, start: effectivePeriod.start }));
  if (reviewBy <= effectivePeriod.start)
    refuse('reviewBy', say('review-early', { day: reviewBy, start: effectivePeriod.start }));
  if (protocol.status !== 'active') return issues;
  if (approvalDate === undefined) refuse('approvalDate', say('approval-missing'));
  const [author, ...others] = authors;
  if (!reviewers.some((reviewer) => others.length > 0 || toPerson(reviewer.name) !== toPerson(author?.name ?? '')))
    refuse('reviewers', say('reviewer-missing'));
  return issues;
}

function toPerson(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
