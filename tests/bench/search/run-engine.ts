// One step of the search bench in a process of its own: `prepare`, `build`, `serve`, `hostile` or `library`. Prints one JSON object a line.
import { closeSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { type BenchRecord, type Resampled, readLibrary, resample, toRandom, toRecords } from './corpus';
import { type BenchEngine, type BenchedEngine, ENGINES } from './engines';
import { toExactDoses, toPrecision } from './exact-doses';
import { measureLookAlikes } from './look-alikes';
import { answers, type BenchQuery, GOLD_QUERIES, HOSTILE, toGeneratedQueries } from './queries';

interface Task {
  readonly step: 'prepare' | 'build' | 'serve' | 'hostile' | 'library';
  readonly engine: string;
  readonly documents: string;
  readonly folder: string;
  readonly sections: number;
  /** Milliseconds a part of the measuring may take; then it is cut short, and says after how many queries. */
  readonly budget: number;
}

const ENOUGH_MS = 200;
const TURNS = 5;
const TYPED = 40;
const WARMED = 60;
const WARM_MS = 10_000;

const task = JSON.parse(process.argv[2] ?? '') as Task;
const recordsFile = join(task.folder, 'records.ndjson');
const queriesFile = join(task.folder, 'queries.json');
const indexFile = join(task.folder, `${task.engine.replace(' ', '-')}.index`);

switch (task.step) {
  case 'prepare':
    tell(prepare());
    break;
  case 'build':
    tell(build(chosen()));
    break;
  case 'serve':
    tell(serve(chosen()));
    break;
  case 'hostile':
    attack(chosen());
    break;
  case 'library':
    tell(writeLibrary());
    break;
}

function tell(found: object): void {
  writeSync(1, `${JSON.stringify(found)}\n`); // at once, also when what follows never ends
}

function chosen(): BenchedEngine {
  const engine = ENGINES.find(({ name }) => name === task.engine);
  if (engine === undefined) throw new Error(`there is no engine ${task.engine}`);
  return engine;
}

function documents(): Iterable<Resampled> {
  return resample(readLibrary(task.documents), task.sections);
}

function* protocols(): Generator<Resampled['protocol']> {
  for (const { protocol } of documents()) yield protocol;
}

/** Lines of a file that may be longer than a string can be. */
function* records(): Generator<BenchRecord> {
  const bytes = readFileSync(recordsFile);
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    yield JSON.parse(bytes.toString('utf8', start, end)) as BenchRecord;
    start = end + 1;
  }
}

function prepare(): object {
  const all = [...documents()];
  const file = openSync(recordsFile, 'w');
  let count = 0;
  let words = 0;
  let postings = 0;
  let text_bytes = 0;
  for (const record of toRecords(all)) {
    writeSync(file, `${JSON.stringify(record)}\n`);
    count++;
    text_bytes += Buffer.byteLength(`${record.title}${record.heading}${record.body}`);
    for (const text of [record.title, record.aliases, record.heading, record.body]) {
      const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      words += found.length;
      postings += new Set(found).size;
    }
  }
  closeSync(file);
  writeFileSync(queriesFile, JSON.stringify(toGeneratedQueries(all)));
  return {
    protocols: all.length,
    sections: all.reduce((sum, { protocol }) => sum + protocol.sections.length, 0),
    records: count,
    words,
    postings,
    text_bytes,
    pass_ms: passOver(postings),
  };
}

/** The same documents as files, as the program reads them from a folder. */
function writeLibrary(): object {
  let sections = 0;
  for (const { protocol } of documents()) {
    const home = join(task.folder, protocol.id);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, `${protocol.version}.json`), toCanonicalJson(protocol));
    sections += protocol.sections.length;
  }
  return { sections };
}

/** How long it takes to read every posting once: a place of four bytes and a weight of one. */
function passOver(postings: number): number {
  const places = new Uint32Array(postings).fill(3);
  const weights = new Uint8Array(postings).fill(5);
  const pass = (): number => {
    let read = 0;
    for (let at = 0; at < postings; at++) read += (places[at] ?? 0) + (weights[at] ?? 0);
    return read;
  };
  for (let turn = 0; turn < 3; turn++) if (pass() !== postings * 8) throw new Error('miscounted');
  return median(Array.from({ length: 9 }, () => time(pass)));
}

function build(benched: BenchedEngine): object {
  let save = (): Uint8Array | string => '';
  const build_ms = time(() => ({ save } = benched.build({ protocols, records })));
  try {
    const saved = save();
    writeFileSync(indexFile, saved);
    return {
      build_ms,
      bytes: statSync(indexFile).size,
      shown_bytes: benched.shownBytes?.(readFileSync(indexFile)) ?? 0,
    };
  } catch (error) {
    // JSON of more characters than a string can have.
    if (error instanceof RangeError) return { build_ms, bytes: null, not_saved: error.message };
    throw error;
  }
}

function serve(benched: BenchedEngine): object {
  const before = heldBytes();
  const { found: loaded, load_ms } = loadOrBuild(benched);
  const memory_bytes = heldBytes() - before;
  const queries = readQueries();
  warmUp(loaded, queries);
  const asked = ask(loaded, queries);
  return {
    load_ms,
    memory_bytes,
    queries: asked,
    typing_ms: type(loaded, queries),
    doses: measureDoses(loaded),
    look_alikes: measureLookAlikes(benched, readLibrary(task.documents)),
  };
}

function readQueries(): BenchQuery[] {
  return shuffled([...GOLD_QUERIES, ...(JSON.parse(readFileSync(queriesFile, 'utf8')) as BenchQuery[])]);
}

/** For code not yet compiled: every engine answers a few first that are not counted. */
function warmUp(loaded: BenchEngine, queries: readonly BenchQuery[]): void {
  const until = performance.now() + Math.min(task.budget / 4, WARM_MS);
  for (const { query } of queries.slice(-WARMED)) if (performance.now() < until) loaded.find(query);
}

function loadOrBuild(benched: BenchedEngine): { found: BenchEngine; load_ms: number | null } {
  if (!statSync(indexFile, { throwIfNoEntry: false }))
    return { found: benched.build({ protocols, records }).engine, load_ms: null };
  const bytes = readFileSync(indexFile);
  const loaded: BenchEngine[] = [];
  const load_ms = time(() => loaded.push(benched.load(bytes, records)));
  const [found] = loaded;
  if (found === undefined) throw new Error('it did not load');
  return { found, load_ms };
}

/** Each query until the time is up: the median of its turns, the first of them, and the rank of the first answer, 0 for none in ten. */
function ask(loaded: BenchEngine, queries: readonly BenchQuery[]): object[] {
  const until = performance.now() + task.budget;
  const asked = [];
  for (const query of queries) {
    if (performance.now() > until) break;
    let places: readonly string[] = [];
    const turn = (): number => time(() => (places = loaded.find(query.query).places));
    const times = [turn()];
    // Slow ones too are asked twice where there is time: a pause of the machine must not pass for the engine's.
    while (times.length < TURNS && total(times) < ENOUGH_MS) times.push(turn());
    const rank = places.slice(0, 10).findIndex((place) => answers(query, place)) + 1;
    asked.push({ name: query.name, query: query.query, ms: median(times), first_ms: times[0] ?? 0, rank });
  }
  return asked;
}

/** The time of every key of some queries, typed from their second letter on: the lower of two, where two are not too slow. */
function type(loaded: BenchEngine, queries: readonly BenchQuery[]): number[] {
  const until = performance.now() + task.budget;
  const times = [];
  for (const { query } of queries.filter(({ query: text }) => text.length >= 5).slice(0, TYPED)) {
    for (let length = 2; length <= query.length && performance.now() < until; length++) {
      const turn = (): number => time(() => loaded.find(query.slice(0, length)));
      const first = turn();
      times.push(first > ENOUGH_MS ? first : Math.min(first, turn()));
    }
  }
  return times;
}

/** Every dose until the time is up, and the share of the first five found for it that hold it. */
function measureDoses(loaded: BenchEngine): object[] {
  const until = performance.now() + task.budget;
  const found = toExactDoses(readLibrary(task.documents)).flatMap((dose) =>
    performance.now() < until ? [{ dose, places: loaded.find(dose).places.slice(0, 5) }] : [],
  );
  return toPrecision(found, records());
}

/** Says when it is ready, and then after each hostile query how long that one took. */
function attack(benched: BenchedEngine): void {
  const { found } = loadOrBuild(benched);
  warmUp(found, readQueries());
  tell({ ready: true });
  for (const query of HOSTILE) tell({ ms: time(() => found.find(query)) });
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Milliseconds of the processor: the clock would count what else runs on the machine. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

function shuffled<T>(list: readonly T[]): T[] {
  const random = toRandom(7);
  return list
    .map((value) => ({ value, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
