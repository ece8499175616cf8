// What keeping notes for good costs: a note in the journal against one fdatasync of the same bytes, and a start with 100,000
// notes against a start with none; each pair in the same run, by turns.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchError } from './bench-error.mjs';
import { timeToMark } from './electron-launch.mjs';
import { openSources } from './source-server.mjs';
import { comparePairs, median, round } from './statistics.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGETS = { saved: 3, start: 1.5 };
const SAVES = 300;
const MARK = 'handrail:search-ready';

export const options = {
  notes: { type: 'string', default: '100000' },
  pairs: { type: 'string', default: '7' },
};

/** Measures both; `log` hears how far it is. */
export async function measure({ notes: wanted, pairs: asked }, log) {
  const [notes, pairs] = [Number(wanted), Number(asked)];
  if (!Number.isInteger(notes) || notes < 1)
    throw new BenchError(`--notes must be a whole number from 1, not ${wanted}`);
  if (!Number.isInteger(pairs) || pairs < 1)
    throw new BenchError(`--pairs must be a whole number from 1, not ${asked}`);
  const server = await openSources();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-bench-'));
  try {
    const { Journal } = await server.ssrLoadModule('/main/journal/journal.ts');
    const saved = await measureSaves(Journal, home);
    log(`saved: ${saved.ratio_median}`);
    const start = await measureStarts(Journal, home, { notes, pairs, log });
    return { notes, pairs, saved, start, machine: { cpus: os.cpus().length, node: process.versions.node } };
  } finally {
    await server.close();
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureSaves(Journal, home) {
  const journal = new Journal({ folder: path.join(home, 'saves'), writable: true });
  const plain = await open(path.join(home, 'plain'), 'a');
  const [ours, alone] = [[], []];
  for (let index = -20; index < SAVES; index++) {
    const before = performance.now();
    const answer = await journal.append([toRecord(index + 20)]);
    const between = performance.now();
    if (!answer.ok) throw new BenchError(JSON.stringify(answer.error));
    const bytes = Buffer.from(`${JSON.stringify(answer.value[0])}\n`);
    const begun = performance.now();
    await plain.appendFile(bytes);
    await plain.datasync();
    if (index < 0) continue; // the first also pay for the code to warm up
    ours.push(between - before);
    alone.push(performance.now() - begun);
  }
  await plain.close();
  await journal.close();
  return toRatio(ours, alone, TARGETS.saved, 2);
}

async function measureStarts(Journal, home, { notes, pairs, log }) {
  const executable = process.env.HANDRAIL_ELECTRON;
  if (!executable) throw new BenchError('No Electron is named: run this through npm run bench');
  const args = (process.env.HANDRAIL_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  const [full, none] = ['full', 'none'].map((name) => path.join(home, name));
  fs.mkdirSync(none);
  await write(Journal, path.join(full, 'journal'), notes);
  log(`${notes} notes are in the journal; the first start fills the tables from it`);
  const launch = async (data, wait = 0) =>
    (await timeToMark({ executable, args, folder: ROOT, mark: MARK, data, inspect: () => sleep(wait) })).milliseconds;
  const began = performance.now();
  await launch(full, 1000);
  await filled(full, launch);
  log(`filled after ${Math.round((performance.now() - began) / 1000)} s`);
  await launch(none);
  const [ours, empty] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    ours.push(await launch(full));
    empty.push(await launch(none));
    log(`pair ${pair + 1} of ${pairs}: ${Math.round(ours.at(-1))} ms, ${Math.round(empty.at(-1))} ms`);
  }
  return toRatio(ours, empty, TARGETS.start, 0);
}

/** Starts until the tables no longer grow: filling them goes on where it was cut off. */
async function filled(data, launch) {
  let before = -1;
  for (;;) {
    const size = sizeOf(path.join(data, 'IndexedDB'));
    if (size === before) return;
    before = size;
    await launch(data, 20_000);
  }
}

function sizeOf(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ldb'))
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

async function write(Journal, folder, count) {
  const journal = new Journal({ folder, writable: true });
  for (let first = 0; first < count; first += 500) {
    const length = Math.min(500, count - first);
    const answer = await journal.append(Array.from({ length }, (_, each) => toRecord(first + each)));
    if (!answer.ok) throw new BenchError(JSON.stringify(answer.error));
  }
  await journal.close();
}

function toRecord(index) {
  const at = '2026-11-22T14:02:00+01:00';
  const target = {
    protocolId: `protocol-${index % 40}`,
    version: '1.0.0',
    sectionId: 'dose',
    blockId: `block-${index % 50}`,
    blockHash: 'a'.repeat(64),
    blockText: 'Words of the block that the note was written beside, as they were then.',
    heading: 'Dose',
  };
  const id = randomUUID();
  const body = `Note ${index}: what we do here, and why, in a sentence or two as people write them.`;
  const state = { id, target, body, author: 'AB', status: 'draft', created: at, modified: at };
  return { kind: 'note', body: { revision: randomUUID(), noteId: id, parents: [], state } };
}

function toRatio(ours, other, target, digits) {
  const compared = comparePairs(ours, other, target);
  return {
    ours_ms_median: round(median(ours), digits),
    other_ms_median: round(median(other), digits),
    ratio_median: round(compared.ratio_median, 2),
    ratio_min: round(compared.ratio_min, 2),
    ratio_max: round(compared.ratio_max, 2),
    target,
    met: compared.met,
  };
}

/** The result for a person to read. */
export function toTable({ notes, pairs, saved, start, machine }) {
  return [
    `Keeping notes: Node ${machine.node}, ${machine.cpus} CPUs, ${pairs} pairs of starts`,
    `  note in the journal / one fdatasync  ${line(saved)}`,
    `  start with ${notes} notes / with none  ${line(start)}`,
  ].join('\n');
}

function line({ ours_ms_median, other_ms_median, ratio_median, ratio_min, ratio_max, target, met }) {
  const range = `${ratio_min.toFixed(2)}–${ratio_max.toFixed(2)}`;
  return `${ours_ms_median} ms / ${other_ms_median} ms = ${ratio_median.toFixed(2)} (${range}), target ${target}: ${met ? 'met' : 'MISSED'}`;
}
