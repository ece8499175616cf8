// How fast, how small and how right the search is, against plain Fuse.js and tuned MiniSearch over the same fields of the same
// documents, each in a process of its own, in one run. tests/README.md says how the documents are made and how to read it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { BenchError } from './bench-error.mjs';
import { toGoals } from './search/goals.mjs';
import { toReport } from './search/report.mjs';
import { summarise } from './search/summary.mjs';
import { round } from './statistics.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENTS = path.join(ROOT, 'protocols/documents');
const ENGINES = ['handrail', 'minisearch', 'fuse', 'fuse titles'];
const ALL_DAY_MS = 86_400_000;
const PATIENCE = 10; // budgets for the peer that is fast enough to be asked everything, up to so many sections:
const PATIENT_TO = 10_000;
const IN_WINDOW = 10_000; // sections
const HEAP = '--max-old-space-size=12288';

export const options = {
  sections: { type: 'string', default: '1000,10000' }, // with 100000 and --budget 15 less than half an hour; `none` leaves the engines out
  window: { type: 'boolean', default: false }, // also in the real window, over 10,000 sections
  budget: { type: 'string', default: '60' }, // seconds for each part of an engine that is too slow to be asked everything
};

/** Measures every size asked for; `log` hears how far it is. */
export async function measure({ sections, budget, window }, log) {
  const sizes = toSizes(sections);
  const seconds = Number(budget);
  if (!(seconds > 0)) throw new BenchError(`--budget must be a number of seconds above 0, not ${budget}`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-bench-'));
  try {
    const program = await bundle(folder);
    const rows = [];
    for (const size of sizes) rows.push(await measureSize(program, folder, size, seconds * 1000, log));
    const painted = window ? await measurePainted(program, folder, log) : null;
    const goals = toGoals(rows, painted);
    return {
      rows,
      window: painted,
      goals,
      met: goals.every(({ met }) => met),
      machine: { cpus: os.cpus().length, mem: `${round(os.totalmem() / 2 ** 30, 1)} GiB`, node: process.versions.node },
    };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The result for a person to read. */
export const toTable = toReport;

function toSizes(sections) {
  if (sections === 'none') return [];
  const sizes = sections.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1000))
    throw new BenchError(
      `--sections must be whole numbers from 1000 with commas between them, or none, not ${sections}`,
    );
  return sizes.toSorted((a, b) => a - b);
}

/** The step program as one file: what is measured is the code as it is shipped, not as a development server serves it. */
async function bundle(folder) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'search/run-engine.ts'),
      outDir: path.join(folder, 'program'),
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'run-engine.mjs' } },
    },
  });
  return path.join(folder, 'program/run-engine.mjs');
}

async function measureSize(program, parent, sections, budget, log) {
  const folder = path.join(parent, String(sections));
  fs.mkdirSync(folder);
  const toTask = (step, engine = '') => ({
    step,
    engine,
    documents: DOCUMENTS,
    folder,
    sections,
    budget: step === 'serve' ? toBudget(engine, sections, budget) : budget,
  });
  const corpus = await runStep(program, toTask('prepare'));
  log(`${sections} sections: ${corpus.protocols} documents, ${corpus.records} texts`);
  const engines = {};
  for (const engine of ENGINES) {
    const built = await runStep(program, toTask('build', engine));
    const served = await runStep(program, toTask('serve', engine));
    const hostile = await attack(program, toTask('hostile', engine));
    engines[engine] = { ...summarise(built, served), hostile };
    log(
      `${sections} sections, ${engine}: ${round(built.build_ms / 1000, 1)} s to build, p95 ${engines[engine].query_ms.p95} ms`,
    );
  }
  fs.rmSync(folder, { recursive: true });
  return { sections: corpus.sections, asked_for: sections, corpus, engines };
}

/** Ours is asked everything. */
function toBudget(engine, sections, budget) {
  if (engine === 'handrail') return ALL_DAY_MS;
  return engine === 'minisearch' && sections <= PATIENT_TO ? PATIENCE * budget : budget;
}

async function measurePainted(program, parent, log) {
  const { measureWindow } = await import('./search/window.mjs');
  const folder = path.join(parent, 'library');
  const task = { step: 'library', engine: '', documents: DOCUMENTS, folder, sections: IN_WINDOW };
  const { sections } = await runStep(program, task);
  return measureWindow(folder, sections, log);
}

/** Runs one step and answers with the object it prints. */
async function runStep(program, task) {
  const { code, lines } = await run(program, task);
  if (code === 0) return lines[0];
  throw new BenchError(`${task.step} ${task.engine} at ${task.sections} sections ended with code ${code}`);
}

/**
 * The worst time of the hostile queries, of which some may never end: when the budget is used up the process is ended, and the
 * query it was at counts with the time it had.
 */
async function attack(program, task) {
  const times = [];
  let since;
  const { code } = await run(program, task, (line, end) => {
    if (line.ready) setTimeout(end, task.budget).unref();
    else times.push(line.ms);
    since = performance.now();
  });
  const cut = code !== 0 ? [performance.now() - since] : [];
  return { worst_ms: round(Math.max(...times, ...cut), 1), answered: times.length, all: cut.length === 0 };
}

/** Runs the step program; `onLine` hears every object it prints, and may end it. */
function run(program, task, onLine = () => {}) {
  const child = spawn(process.execPath, ['--expose-gc', HEAP, program, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text);
    lines.push(line);
    onLine(line, () => child.kill('SIGKILL'));
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, lines }));
  });
}
