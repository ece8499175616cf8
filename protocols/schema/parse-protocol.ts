import type { z } from 'zod';
import { type Protocol, ProtocolDocument } from './protocol';
import { type Issue, type Result, fail, ok } from './result';
import { checkAmounts } from './check-amounts';
import { checkCharacters } from './check-characters';
import { checkMonitoring } from './check-monitoring';
import { checkProse } from './check-prose';
import { checkReferences } from './check-references';
import { checkRelease } from './check-release';
import { checkSources } from './check-sources';
import { type Said, type SentenceCode, findCode, say } from './sentences';
import { type Readable, toReadable, toWholeReadable } from './readable';

const DEEPEST = 40;

/**
 * Turns data not yet trusted into a protocol, or into every issue found, each with its path. A document with one issue
 * is not a protocol: the caller withholds it whole. `lost` holds the paths of what could not even be read before this; a
 * document that lost something is never a protocol, and the error may then be empty.
 */
export function parseProtocol(data: unknown, lost: readonly string[] = []): Result<Protocol, Issue[]> {
  // The checks walk what they are given; they must not be led so deep that the program ends.
  if (isDeeperThan(DEEPEST, data)) return fail([{ path: '', ...say('deep', { levels: DEEPEST }) }]);
  const parsed = ProtocolDocument.safeParse(data);
  if (parsed.success && lost.length === 0) {
    const issues = check(toWholeReadable(parsed.data));
    return issues.length === 0 ? ok(parsed.data) : fail(issues);
  }
  const refused = (parsed.error?.issues ?? []).flatMap((issue) => toIssues(issue, []));
  return fail([...refused, ...check(toReadable(data, lost))]);
}

/** Level by level, since a walk that calls itself would end where it is meant to keep others from ending. */
function isDeeperThan(levels: number, data: unknown): boolean {
  let level = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}

function check(readable: Readable): Issue[] {
  return [
    checkReferences,
    checkSources,
    checkAmounts,
    checkMonitoring,
    checkRelease,
    checkCharacters,
    checkProse,
  ].flatMap((each) => each(readable));
}

/** Zod reports a failed union as one issue; the branch that came nearest tells the author more. */
function toIssues(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): Issue[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), ...say('unknown-field', { name: key }) }));
  }
  if (issue.code === 'invalid_union') {
    const nearest = nearestBranch(issue.errors);
    if (nearest !== undefined) return nearest.flatMap((inner) => toIssues(inner, path));
  }
  const code = findCode(issue.message);
  return [{ path: path.join('.'), ...(code === undefined ? sayIt(issue) : say(code)) }];
}

/** The schema library words what has no sentence of ours; its words are for programmers. */
function sayIt(issue: z.core.$ZodIssue): Said {
  if (issue.code === 'invalid_value') return say('one-of', { values: issue.values.map(String).join(', ') });
  if (issue.code === 'invalid_type') return say(EXPECTED[issue.expected] ?? 'not-in-form');
  if (issue.code === 'too_small') return say('too-few', { count: Number(issue.minimum) });
  return issue.code === 'too_big' ? say('too-many', { count: Number(issue.maximum) }) : say('not-in-form');
}

const EXPECTED: Readonly<Record<string, SentenceCode>> = {
  array: 'expected-list',
  object: 'expected-record',
  boolean: 'expected-flag',
  number: 'expected-number',
  int: 'expected-number',
  string: 'words-text',
};

function nearestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  // A branch that fails at the value itself, or for keys it does not know, was not the one meant.
  const meant = branches.filter((branch) =>
    branch.every((issue) => issue.path.length > 0 && issue.code !== 'unrecognized_keys'),
  );
  return meant.toSorted((a, b) => a.length - b.length)[0];
}
