import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Reason, SearchAnswer, SearchHit } from '../../protocols/search/answer';
import { isDay } from '../../protocols/schema/scalars';
import { toDay } from '../../protocols/text/in-force';
import { type Command, readOptions } from './command';
import { openSearch } from './open-search';
import { Progress } from './progress';

const BUILT = join(import.meta.dirname, '../../out/library'); // this file runs as out/cli/protocols.mjs
const SHOWN = 12; // as many rows as the program shows
const MOST_SHOWN = 1000;

/** Runs the search of the program without its window, so that a script or an author sees the very order a clinician sees. */
export const searchCommand: Command = {
  usage: '[QUERY …] [--file FILE] [--limit N] [--library FOLDER] [--superseded] [--today YYYY-MM-DD] [--json]',
  about: 'Searches the built library as the program does: for each hit its place, its score, and why it was found.',
  teaches: `The words after search are one query. --file has one query a line; - reads them from standard input.
Each hit is one line: place, kind, score, why. A place is PROTOCOL@VERSION SECTION/BLOCK; without a block the section is meant.
  as written        every word stands there as it was typed
  bp → blood pressure (synonym)      found by another word for it, or by what it abbreviates
  anaphyl → anaphylaxis (prefix)     found by the beginning of the word
  siezure → seizure (repaired)       mended, because no document holds the word as typed
Names of drugs are never mended: what was perhaps meant is offered, not searched, and no dose of another drug is shown instead. A
query in quotes is one argument, but quotes mean nothing to the search. Write -- before a query that begins with a dash.
  --limit N          at most N hits a query (${SHOWN} unless said, ${MOST_SHOWN} at most)
  --library FOLDER   a built library, or a folder of documents, which is compiled first
  --superseded       also editions that a newer one has replaced
  --today DAY        the day that decides which edition is in force
With --json one object a line, in the order of the queries. Exit 1 when nothing was found for one of them.
  npm run protocols -- search max esketamine dose
  npm run --silent protocols -- search --json --limit 3 --file queries.txt | jq -r '.hits[0].sectionId'`,
  async run(args) {
    const { words, json, find, has } = readOptions(args, ['file', 'limit', 'library', 'today'], ['superseded']);
    const limit = toLimit(find('limit'));
    const today = find('today') ?? toDay(new Date());
    if (!isDay(today)) throw new Error(`--today must be a day such as 2031-04-30, not "${today}"`);
    const queries = await readQueries(words, find('file'));
    const { engine, documents, withheld } = await openSearch(find('library') ?? BUILT);
    for (const { file } of withheld) console.error(`${file} was left out: it has problems; run check`);
    const progress = new Progress('searching');
    let missed = 0;
    for (const [at, query] of queries.entries()) {
      const answer = engine.search(query, limit, { today, superseded: has('superseded') });
      if (answer.hits.length === 0) missed++;
      console.log(json ? JSON.stringify(toData(answer)) : toLines(answer, documents).join('\n'));
      progress.report(at + 1, queries.length);
    }
    return missed === 0 ? 0 : 1;
  },
};

function toLimit(given: string | undefined): number {
  const limit = given === undefined ? SHOWN : Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_SHOWN) return limit;
  throw new Error(`--limit must be a whole number from 1 to ${MOST_SHOWN}, not "${given}"`);
}

async function readQueries(words: readonly string[], file: string | undefined): Promise<string[]> {
  if (file === undefined) {
    const query = words.join(' ').trim();
    if (query === '') throw new Error('say what to search for, or where the queries are with --file FILE');
    return [query];
  }
  if (words.length > 0) throw new Error('say a query or --file FILE, not both');
  const lines = (file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')).split(/\r?\n/);
  const queries = lines.map((line) => line.replace(/^\uFEFF/, '').trim()).filter((line) => line !== '');
  if (queries.length === 0) throw new Error(`${file === '-' ? 'standard input' : file} holds no query`);
  return queries;
}

/** What a script needs; where the words stand in the texts is for a screen. */
function toData({ hits, ...answer }: SearchAnswer): object {
  return { ...answer, hits: hits.map(({ marks: _marks, reasons, ...hit }) => ({ ...hit, reason: reasons })) };
}

function toLines(answer: SearchAnswer, documents: number): string[] {
  const { query, cutAfter, hits, total, closest, repaired, suggested, unmatched } = answer;
  const found = total === 0 ? 'nothing found' : `${hits.length} of ${total} hits`;
  const lines = [`${query}: ${found}, documents: ${documents}`];
  if (cutAfter !== '') lines.push(`  the text is too long: nothing after ${cutAfter} was searched; use fewer words`);
  for (const { written, shown } of repaired) lines.push(`  ${written}: not in any document, read as ${shown}`);
  for (const { written, shown } of suggested) lines.push(`  ${written}: not searched for; perhaps ${shown}`);
  if (unmatched.length > 0 && total > 0) lines.push(`  left out, since nothing holds it: ${unmatched.join(', ')}`);
  if (closest.length > 0) lines.push(`  closest names: ${closest.join(', ')}`);
  for (const [at, hit] of hits.entries()) lines.push(...toHitLines(at + 1, hit));
  return lines;
}

function toHitLines(rank: number, hit: SearchHit): string[] {
  const { protocolId, version, sectionId, blockId, kind, standing = '', score, reasons, title, heading } = hit;
  const place = `${protocolId}@${version} ${sectionId}${blockId === '' ? '' : `/${blockId}`}`;
  const why = reasons.flatMap((reason) => toWhy(reason)).join(', ') || 'as written';
  return [
    `${String(rank).padStart(3)}  ${place}  ${kind}  ${score.toFixed(3)}  ${why}`,
    `     ${[title, heading].filter((part) => part !== '').join(' · ')} (${standing})`,
  ];
}

function toWhy(reason: Reason): string[] {
  return 'shown' in reason ? [`${reason.written} → ${reason.shown} (${reason.kind})`] : [];
}
