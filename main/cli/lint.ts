import { readFile } from 'node:fs/promises';
import { parseCanonical } from '../../protocols/authoring/parse-canonical';
import type { Finding } from '../../protocols/linting/finding';
import { lintAuthored, lintProtocol } from '../../protocols/linting/lint-document';
import { toIssueFindings } from '../../protocols/linting/issue-findings';
import { isDay } from '../../protocols/schema/scalars';
import { toDay } from '../../protocols/text/in-force';
import { listAuthoredFiles } from './authored-files';
import { type Command, DOCUMENTS, readOptions } from './command';
import { Progress } from './progress';

/** Names everything in documents that is easily misread or does not hold together. */
export const lintCommand: Command = {
  usage: '[FILE|FOLDER …] [--today YYYY-MM-DD] [--json]',
  about: `Names what is easily misread or does not hold together in documents (everything below ${DOCUMENTS} unless said), each with file, line, rule and what to write instead.`,
  teaches: `It finds, beside all that check refuses:
  how amounts are written     1.0 mg, .5 mg, 10mg, 10000 units, drug5 mg; U, IU, cc and the micro sign
  abbreviations and signs     QD, QOD, HS, SQ, D/C, @, &, < and >
  hidden characters           those that turn the reading direction, those nobody sees, letters of another alphabet
  numbers in prose            with another unit than the block beside them, or in no block at all
  the review date             missing or past (--today judges it by another day)
Give one canonical .json file to judge what came in a pack; it has no lines.
  npm run protocols -- lint protocols/documents/exa-session/1.0.0.md
  npm run protocols -- lint --json | jq '.findings[] | .rule'`,
  async run(args) {
    const { words, json, find } = readOptions(args, ['today']);
    const today = find('today') ?? toDay(new Date());
    if (!isDay(today)) throw new Error(`--today must be a day such as 2031-04-30, not "${today}"`);
    const progress = new Progress('linting');
    const files = await listAuthoredFiles(words.length > 0 ? words : [DOCUMENTS]);
    const findings: (Finding & { file: string })[] = [];
    for (const [index, file] of files.entries()) {
      const found = lintFile(file, await readFile(file, 'utf8'), today);
      findings.push(...found.map((finding) => ({ file, ...finding })));
      progress.report(index + 1, files.length);
    }
    if (json) console.log(JSON.stringify({ documents: files.length, findings }));
    else {
      for (const { file, line, path, rule, message, advice } of findings) {
        const place = `${file}${line === undefined ? '' : `:${line}`}${path === '' ? '' : ` ${path}`}`;
        console.log(`${place}: ${message}. ${advice} [${rule}]`);
      }
      console.log(`documents: ${files.length}, findings: ${findings.length}`);
    }
    return findings.length === 0 ? 0 : 1;
  },
};

function lintFile(file: string, text: string, today: string): Finding[] {
  if (!file.endsWith('.json')) return lintAuthored(text, { today });
  const parsed = parseCanonical(text);
  return parsed.ok ? lintProtocol(parsed.value, { today }) : toIssueFindings(parsed.error, '');
}
