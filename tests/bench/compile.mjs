// How many documents a second are read, compiled and checked, and whether ten times as many take ten times as long. The documents
// are generated, each with every kind of block; the code is the one the program and the author's command line run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BenchError } from './bench-error.mjs';
import { openSources } from './source-server.mjs';
import { round } from './statistics.mjs';

const SIZES = [100, 1000, 10_000];
const TARGETS = { perSecond: 20, growth: 1.3 };
const ROOT = path.resolve(import.meta.dirname, '../..');

export const options = {
  most: { type: 'string', default: String(SIZES.at(-1)) }, // the largest library; 1000 takes seconds, 10000 minutes
};

/** Measures libraries of rising size; `log` hears how far it is. */
export async function measure({ most: wanted }, log) {
  const most = Number(wanted);
  if (!Number.isInteger(most) || most < SIZES[0])
    throw new BenchError(`--most must be a whole number from ${SIZES[0]}, not ${wanted}`);
  const server = await openSources();
  const { loadDocuments } = await server.ssrLoadModule('/main/library/load-documents.ts');
  const sizes = [...SIZES.filter((size) => size < most), most];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-bench-'));
  try {
    await time(loadDocuments, folder, 50); // the first documents also pay for the code to warm up
    const rows = [];
    for (const size of sizes) {
      // The smallest runs several times: one pause of the machine would be a tenth of it.
      const times = [];
      for (let turn = 0; turn < Math.max(1, Math.round((sizes[0] * 5) / size)); turn++)
        times.push(await time(loadDocuments, folder, size));
      const milliseconds = Math.min(...times);
      rows.push({
        documents: size,
        milliseconds: round(milliseconds, 0),
        per_document_ms: round(milliseconds / size, 3),
        per_second: round((1000 * size) / milliseconds, 1),
      });
      log(`${size} documents: ${round(milliseconds / 1000, 1)} s`);
    }
    return toResult(rows);
  } finally {
    await server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function toResult(rows) {
  const [first, last] = [rows[0], rows.at(-1)];
  const thousand = rows.find(({ documents }) => documents === 1000) ?? last;
  const growth = round(last.per_document_ms / first.per_document_ms, 3);
  return {
    rows,
    bytes_per_document: Buffer.byteLength(toDocument(0)),
    per_second: thousand.per_second,
    growth,
    targets: TARGETS,
    met: thousand.per_second >= TARGETS.perSecond && growth <= TARGETS.growth,
    machine: { cpus: os.cpus().length, mem: `${round(os.totalmem() / 2 ** 30, 1)} GiB`, node: process.versions.node },
  };
}

async function time(loadDocuments, folder, count) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (let index = 0; index < count; index++) {
    const home = path.join(folder, `exa-${index}`);
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(path.join(home, '1.0.0.md'), toDocument(index));
  }
  globalThis.gc?.();
  const start = performance.now();
  const { loaded, withheld } = await loadDocuments(folder);
  const milliseconds = performance.now() - start;
  if (loaded.length !== count)
    throw new BenchError(`${withheld.length} generated documents have problems: ${JSON.stringify(withheld[0])}`);
  return milliseconds;
}

/** The result for a person to read. */
export function toTable({ rows, bytes_per_document, growth, targets, met, machine }) {
  return [
    `Compiling and checking generated documents of ${round(bytes_per_document / 1024, 1)} KiB: Node ${machine.node}, ${machine.cpus} CPUs, ${machine.mem}`,
    ...rows.map(
      (row) =>
        `  ${String(row.documents).padStart(6)} documents  ${String(row.milliseconds).padStart(7)} ms  ${row.per_document_ms.toFixed(2)} ms each  ${row.per_second} a second`,
    ),
    `  growth per document ${growth.toFixed(2)}, targets: ${targets.perSecond} a second, growth ${targets.growth}: ${met ? 'met' : 'MISSED'}`,
  ].join('\n');
}

/** An invented document like the example of the tests, its numbers and words its own. */
function toDocument(index) {
  const example = exampleText();
  const shift = (index % 90) / 100;
  return example
    .replace('id: exa-session', `id: exa-${index}`)
    .replace('title: Examplamine supervised session', `title: Examplamine ${index} supervised session`)
    .replace('usual: 8.5 mg/kg,', `usual: ${(8 + shift).toFixed(2).replace(/\.?0+$/, '')} mg/kg,`)
    .replace('Weigh the patient on the day.', `Weigh the patient on the day, in room ${index}.`);
}

let text;
function exampleText() {
  text ??= fs.readFileSync(path.join(ROOT, 'tests/fixtures/documents/exa-session/1.0.0.md'), 'utf8');
  return text;
}
