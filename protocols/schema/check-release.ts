import type { Readable } from './readable';
import type { Issue } from './result';

/** Dates run forwards, and what is active was approved and reviewed by someone other than its only author. */
export function checkRelease({ protocol }: Readable): Issue[] {
  const issues: Issue[] = [];
  const { effectivePeriod, reviewBy, approvalDate, authors, reviewers } = protocol;
  const refuse = (path: string, message: string): void => {
    issues.push({ path, rule: 'release-dates', message });
  };
  if (effectivePeriod.end !== null && effectivePeriod.end < effectivePeriod.start)
    refuse(
      'effectivePeriod.end',
      `ends ${effectivePeriod.end}, before it starts ${effectivePeriod.start}; write a later end, or open`,
    );
  if (reviewBy <= effectivePeriod.start)
    refuse('reviewBy', `review by ${reviewBy} must be after the start, ${effectivePeriod.start}; write a later day`);
  if (protocol.status !== 'active') return issues;
  if (approvalDate === undefined)
    refuse(
      'approvalDate',
      'an active protocol must say when it was approved; write approvalDate: and the day, or status: draft',
    );
  const [author, ...others] = authors;
  if (!reviewers.some((reviewer) => others.length > 0 || toPerson(reviewer.name) !== toPerson(author?.name ?? '')))
    refuse(
      'reviewers',
      'an active protocol needs a reviewer who is not its only author; name one under reviewers, or write status: draft',
    );
  return issues;
}

function toPerson(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
