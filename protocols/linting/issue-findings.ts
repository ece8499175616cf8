import type { Issue } from '../schema/result';
import { ROUTES } from '../schema/vocabulary';
import type { DocumentRule, Finding, TextFinding, TextRule } from './finding';
import { lintText } from './lint-text';

/** What to write instead, where the sentence of the check says only what is wrong. */
const ADVICE: Readonly<Partial<Record<DocumentRule, string>>> = {
  'missing-route': `Write route: and one of ${ROUTES.join(', ')}.`,
  'missing-source': 'Name the sources, such as (verified S1), or write local where each clinic sets it.',
  'review-date-missing': 'Write reviewBy: and a day, such as 2031-04-30.',
};

// How an amount is written; the rules about words do not hold for a line of YAML.
const WRITING = new Set<TextRule>([
  'trailing-zero',
  'bare-decimal',
  'unit-abbreviation',
  'unit-run-into-number',
  'ungrouped-number',
  'look-alike-character',
]);

/** What the compiler refuses, each under the name of its rule and with what to write instead. */
export function toIssueFindings(issues: readonly Issue[], authoredText: string): Finding[] {
  const lines = authoredText.split('\n');
  const read = new Map<number, TextFinding[]>();
  const readLine = (line: number): TextFinding[] => {
    const found = read.get(line) ?? lintText(lines[line - 1] ?? '').filter(({ rule }) => WRITING.has(rule));
    read.set(line, found);
    return found;
  };
  const told = new Set<number>();
  return issues.flatMap((issue) => {
    const { path, line, message, code, params, rule = toRule(issue) } = issue;
    const place = line === undefined ? { path } : { path, line };
    if (rule === 'not-in-form' && line !== undefined) {
      // An amount the compiler could not read is often one the text rules know by name.
      const written = readLine(line);
      const isTold = told.has(line);
      told.add(line);
      if (written.length > 0 && isTold) return []; // all of the line was named with its first issue
      if (written.length > 0) return written.map(({ start: _start, end: _end, ...found }) => ({ ...found, ...place }));
    }
    const [wrong = message, advice] = message.split(/; (?=[^;]*$)/);
    const asked = ADVICE[rule] ?? (advice === undefined ? `This ${message}.` : toSentence(advice));
    const said = code === undefined ? {} : { code, ...(params === undefined ? {} : { params }) };
    return [{ rule, ...place, message: wrong, advice: asked, ...said }];
  });
}

function toRule({ path }: Issue): DocumentRule {
  if (path.endsWith('.route')) return 'missing-route';
  if (path === 'reviewBy') return 'review-date-missing';
  return /\.(sources|mark)$/.test(path) && path.startsWith('sections.') ? 'missing-source' : 'not-in-form';
}

function toSentence(advice: string): string {
  return `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`;
}
