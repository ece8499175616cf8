import { type Draft, compileDraft, readDraft } from '../authoring/compile-protocol';
import { TEMPLATE_WORDS } from '../authoring/skeleton-french';
import { checkRelease } from '../changes/check-release';
import type { Finding } from '../linting/finding';
import { listHumanTexts } from '../linting/human-texts';
import { toIssueFindings } from '../linting/issue-findings';
import { lintDraft } from '../linting/lint-document';
import type { Protocol } from '../schema/protocol';
import type { Issue } from '../schema/result';
import { say } from '../schema/sentences';
import { SEMVER } from '../schema/versions';
import { isOwnId } from './own-id';

/** What a text is judged by, beside its own words. */
export interface ClinicTextContext {
  /** The id the procedure was begun with. */
  readonly id: string;
  /** Ids of all documents that are not this clinic's own. */
  readonly otherIds: ReadonlySet<string>;
  /** The newest released version, compiled; undefined while there is none. */
  readonly previous: Protocol | undefined;
  /** Calendar day. */
  readonly today: string;
}

export interface CheckedText {
  /** The procedure, where nothing keeps it from being one. */
  readonly protocol: Protocol | undefined;
  /** What keeps it from being shown, in the order of its lines. */
  readonly problems: readonly Finding[];
  /** What is easily misread, or still as the template had it; it keeps nothing back. */
  readonly advice: readonly Finding[];
  /** What the text says, where it says a version. */
  readonly version: string | undefined;
  readonly title: string | undefined;
}

/**
 * Judges the text of a clinic's own draft as the checker and the linter do, and by the rules for a clinic's own. `read` may
 * know parts of it from before.
 */
export function checkClinicText(
  text: string,
  context: ClinicTextContext,
  read: (text: string) => Draft = readDraft,
): CheckedText {
  const draft = read(text);
  const compiled = compileDraft(draft);
  const found = compiled.ok ? checkOwn(compiled.value, context) : compiled.error;
  const issues = found.map((issue) => ({ line: draft.lineOf(issue.path), ...issue }));
  const problems = toIssueFindings(issues, text).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const told = new Set(problems.map(toKey));
  // What the compiler refused is told once, among the problems.
  const advice = [...listTemplateWords(draft), ...lintDraft(text, draft, compiled, context)].filter(
    (finding) => !told.has(toKey(finding)),
  );
  const header: Readonly<Record<string, unknown>> = { ...(draft.document as object | undefined) };
  const { version, title } = header;
  return {
    protocol: compiled.ok && problems.length === 0 ? compiled.value : undefined,
    problems,
    advice,
    version: typeof version === 'string' && SEMVER.test(version) ? version : undefined,
    title: typeof title === 'string' && title.trim() !== '' ? title : undefined,
  };
}

/** What a procedure was begun with and nobody has written yet: it would stand in what is approved. */
function listTemplateWords(draft: ReturnType<typeof readDraft>): Finding[] {
  return [...listHumanTexts(draft.document)]
    .filter(({ text }) => TEMPLATE_WORDS.has(text.trim()))
    .map(({ path, text }) => ({
      rule: 'template-words',
      path,
      line: draft.lineOf(path),
      message: `still has the words of the template, "${text.trim()}"`,
      advice: 'Write your own, or delete the part.',
      code: 'template-words',
      params: { words: text.trim() },
    }));
}

/** What keeps a sound document from being the next version of this procedure. */
function checkOwn(protocol: Protocol, { id, otherIds, previous }: ClinicTextContext): Issue[] {
  const issues = checkId(protocol.id, id, otherIds);
  if (protocol.status !== 'draft')
    issues.push({
      path: 'status',
      ...say('own-status', { status: protocol.status }),
    });
  if (previous === undefined || issues.length > 0) return issues;
  // Approval writes these three; who approved what before is no change of the procedure.
  const { status, approvalDate, reviewers } = previous;
  const next = { ...protocol, status, reviewers, ...(approvalDate === undefined ? {} : { approvalDate }) };
  return checkRelease(previous, next);
}

/** An id is this procedure's own and no other document's: a clinic's own never takes the place of what was shipped. */
function checkId(written: string, id: string, otherIds: ReadonlySet<string>): Issue[] {
  if (otherIds.has(written)) return [{ path: 'id', ...say('own-id-taken', { written, id }) }];
  if (!isOwnId(written)) return [{ path: 'id', ...say('own-id-prefix', { written, id }) }];
  return written === id ? [] : [{ path: 'id', ...say('own-id-other', { written, id }) }];
}

function toKey({ rule, path, line, message }: Finding): string {
  return `${rule} ${path} ${line} ${message}`;
}

/** A text that compiles on its own, as one kept with an approval does; undefined where it does not. */
export function compileApproved(text: string): Protocol | undefined {
  const compiled = compileDraft(readDraft(text));
  return compiled.ok ? compiled.value : undefined;
}
