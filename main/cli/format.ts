import { readFile } from 'node:fs/promises';
import { formatAuthored } from '../../protocols/authoring/format-authored';
import type { Issue } from '../../protocols/schema/result';
import { replaceFile } from '../files/replace-file';
import { listAuthoredFiles, toFindingLine } from './authored-files';
import { type Command, DOCUMENTS, readOptions } from './command';
import { Progress } from './progress';

type Outcome =
  | { file: string; outcome: 'unchanged' | 'formatted' | 'would-change' }
  | { file: string; issues: readonly Issue[] };

/** Rewrites authored documents in the one layout, or says which are not in it. */
export const formatCommand: Command = {
  usage: '[FILE|FOLDER …] [--check] [--json]',
  about: `Rewrites documents in the one layout (everything below ${DOCUMENTS} unless said). Changes no meaning: a document with issues is left as it is.`,
  teaches: `Yours stay: words, comments, quotes, the order of fields, which blocks share a fence, which lists stand on one line.
Ours are: one blank line between parts, indents, spaces in { a: b } and [a, b], line ends, the last line end.
After formatting, the document compiles to the same bytes as before, or it is not written.
  npm run protocols -- format protocols/documents/exa-session/1.0.0.md
  npm run protocols -- format --check          exit 1 when a document is not in the layout; writes nothing`,
  async run(args) {
    const { words, json, has } = readOptions(args, [], ['check']);
    const progress = new Progress('formatting');
    const files = await listAuthoredFiles(words.length > 0 ? words : [DOCUMENTS]);
    const outcomes: Outcome[] = [];
    for (const [index, file] of files.entries()) {
      outcomes.push(await formatFile(file, has('check')));
      progress.report(index + 1, files.length);
    }
    if (json) console.log(JSON.stringify({ documents: outcomes }));
    else for (const line of outcomes.flatMap(toLines)) console.log(line);
    const isClean = outcomes.every((each) => 'outcome' in each && each.outcome !== 'would-change');
    return isClean ? 0 : 1;
  },
};

async function formatFile(file: string, onlyCheck: boolean): Promise<Outcome> {
  const text = await readFile(file, 'utf8');
  const formatted = formatAuthored(text);
  if (!formatted.ok) return { file, issues: formatted.error };
  if (formatted.value === text) return { file, outcome: 'unchanged' };
  if (onlyCheck) return { file, outcome: 'would-change' };
  const written = await replaceFile(file, new TextEncoder().encode(formatted.value));
  if (!written.ok) throw new Error(`${file} was not written: ${written.error.message}; it is as it was`);
  return { file, outcome: 'formatted' };
}

function toLines(each: Outcome): string[] {
  if ('issues' in each) return each.issues.map((issue) => toFindingLine({ file: each.file, ...issue }));
  return each.outcome === 'unchanged'
    ? []
    : [`${each.file}: ${each.outcome === 'formatted' ? 'formatted' : 'is not in the one layout; run format'}`];
}
