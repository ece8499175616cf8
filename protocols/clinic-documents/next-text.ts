import { normaliseText, splitFrontMatter } from '../authoring/front-matter';
import { writeField } from '../forms/yaml-edits';
import type { Protocol } from '../schema/protocol';
import { type Result, fail, ok } from '../schema/result';
import { type CheckedText, type ClinicTextContext, checkClinicText, compileApproved } from './check-clinic-text';

/** Who releases a version, on which calendar day. */
export interface Approval {
  readonly name: string;
  readonly role: string;
  readonly day: string;
}

export type ApprovalFailure =
  /** The draft has problems of its own. */
  | { readonly kind: 'not-sound'; readonly problems: CheckedText['problems'] }
  /** Whoever approves is the only author. */
  | { readonly kind: 'only-author'; readonly name: string }
  /** Approved it would not hold together. */
  | { readonly kind: 'refused' };

/** The text of a draft as it stands once it is approved; its words and comments stay as they are. */
export function toApprovedText(
  text: string,
  approval: Approval,
  context: ClinicTextContext,
): Result<{ readonly text: string; readonly protocol: Protocol }, ApprovalFailure> {
  const checked = checkClinicText(text, context);
  if (checked.protocol === undefined) return fail({ kind: 'not-sound', problems: checked.problems });
  const { name, role, day } = approval;
  const { authors } = checked.protocol;
  if (authors.length === 1 && authors.every((author) => toPerson(author.name) === toPerson(name)))
    return fail({ kind: 'only-author', name });
  const approved = withHeader(text, {
    status: 'active',
    approvalDate: day,
    lastReviewDate: day,
    reviewers: [{ name, role, date: day }],
  });
  const protocol = compileApproved(approved);
  return protocol === undefined ? fail({ kind: 'refused' }) : ok({ text: approved, protocol });
}

/** What the next version of a released text begins as: the same words, a draft again, one step up. */
export function toNextText(text: string, released: Pick<Protocol, 'id' | 'version'>): string {
  const [major = '0', minor = '0', patch = '0'] = released.version.split('.');
  return withHeader(text, {
    version: `${major}.${minor}.${BigInt(patch) + 1n}`,
    status: 'draft',
    supersedes: `${released.id}@${released.version}`,
    approvalDate: undefined,
    reviewers: undefined,
    changes: undefined,
  });
}

/** Writes fields of the front matter, or takes them out, and leaves everything else of the text alone. */
function withHeader(text: string, fields: Readonly<Record<string, unknown>>): string {
  const normal = normaliseText(text);
  const parts = splitFrontMatter(normal);
  if (parts === undefined) return normal;
  let { yaml } = parts;
  for (const [name, value] of Object.entries(fields)) yaml = writeField(yaml, [name], value) ?? yaml;
  return `---\n${yaml}---\n${parts.body}`;
}

function toPerson(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
