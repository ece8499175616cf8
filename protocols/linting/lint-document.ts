import { type Draft, compileDraft, readDraft } from '../authoring/compile-protocol';
import type { Protocol } from '../schema/protocol';
import type { Issue, Result } from '../schema/result';
import { lintCharacters } from './character-rules';
import type { Finding } from './finding';
import { HeldAmounts } from './held-amounts';
import { type HumanText, listHumanTexts } from './human-texts';
import { toIssueFindings } from './issue-findings';
import { lintText } from './lint-text';
import { lintAmounts } from './prose-amounts';
import type { Language } from './quantities';

export interface LintDocumentOptions {
  /** The calendar day to judge the review date by, such as `2031-04-30`. */
  readonly today: string;
}

/** Everything wrong with an authored document in one pass, whether it compiles or not, with its lines. */
export function lintAuthored(authoredText: string, options: LintDocumentOptions): Finding[] {
  const draft = readDraft(authoredText);
  return lintDraft(authoredText, draft, compileDraft(draft), options);
}

/** The same for whoever has read and compiled the document already. */
export function lintDraft(
  authoredText: string,
  draft: Draft,
  compiled: Result<Protocol, Issue[]>,
  { today }: LintDocumentOptions,
): Finding[] {
  const issues = compiled.ok ? [] : compiled.error;
  const findings = [
    ...toIssueFindings(issues, authoredText),
    ...lintParts(draft.document, today, (path) => draft.lineOf(path)),
  ];
  const told = new Set(findings.map(({ rule, line }) => `${rule} ${line}`));
  // Keys and ids are no texts of the document, and a disguise there does harm too.
  const rest = listHiddenLines(authoredText).filter(({ rule, line }) => !told.has(`${rule} ${line}`));
  return toOnce([...findings, ...rest]).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Everything wrong with a document that is a protocol already, such as one that came in a pack. */
export function lintProtocol(protocol: Protocol, { today }: LintDocumentOptions): Finding[] {
  return toOnce(lintParts(protocol, today));
}

type Place = Pick<Finding, 'path' | 'line'>;

function lintParts(document: unknown, today: string, lineOf?: (path: string) => number): Finding[] {
  const header = isRecord(document) ? document : {};
  const language: Language = String(header['language']).startsWith('fr') ? 'fr' : 'en';
  const sections: unknown[] = Array.isArray(header['sections']) ? header['sections'] : [];
  const anywhere = new HeldAmounts(sections);
  const beside = sections.map((section) => new HeldAmounts(section));
  const findings: Finding[] = [];
  for (const human of listHumanTexts(document)) {
    const at = toPlacer(human, lineOf);
    const found = human.kind === 'name' ? lintCharacters(human.text) : lintText(human.text, { language });
    findings.push(...found.map(({ start, end: _end, ...said }) => ({ ...said, ...at(start) })));
    const near = human.section === undefined ? undefined : beside[human.section];
    if (human.kind === 'name' || near === undefined) continue;
    const amounts = lintAmounts(human.text, language, near, anywhere);
    findings.push(...amounts.map(({ start, ...said }) => ({ ...said, ...at(start) })));
  }
  const { reviewBy } = header;
  if (typeof reviewBy === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(reviewBy) && reviewBy < today) {
    findings.push({
      rule: 'review-date-past',
      ...toPlacer({ path: 'reviewBy', text: '' }, lineOf)(0),
      message: `was to be reviewed by ${reviewBy}, and today is ${today}`,
      advice: 'Review the document and publish a new version with a later reviewBy.',
      code: 'review-past',
      params: { day: reviewBy, today },
    });
  }
  return findings;
}

/** The place of an offset in a text; asked in rising order it reads the text once, however much there is to say of it. */
function toPlacer(
  { path, text }: Pick<HumanText, 'path' | 'text'>,
  lineOf: ((path: string) => number) | undefined,
): (start: number) => Place {
  if (lineOf === undefined) return () => ({ path });
  const first = lineOf(path);
  let counted = 0;
  let breaks = 0;
  return (start) => {
    if (start < counted) [counted, breaks] = [0, 0];
    for (; counted < start; counted++) if (text[counted] === '\n') breaks++;
    return { path, line: first + breaks };
  };
}

function listHiddenLines(authoredText: string): Finding[] {
  return authoredText
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) =>
      lintCharacters(line)
        .filter(({ rule }) => rule !== 'look-alike-character')
        .map(({ start: _start, end: _end, ...said }) => ({ ...said, path: '', line: index + 1 })),
    );
}

/** One line says a thing once: the checks and the text rules may both have seen it. */
function toOnce(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(({ rule, path, line, message }) => {
    const key = rule.endsWith('-character') ? `${rule} ${path} ${line}` : `${rule} ${path} ${line} ${message}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
