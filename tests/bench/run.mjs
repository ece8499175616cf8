// npm run bench -- [name…] [--json] …: runs the named benches, or all of them. Prints a table for people, or with --json one
// object a line for programs. Whether a target was met is in what it prints; the exit code only says whether it could measure.
import { parseArgs } from 'node:util';
import { BenchError } from './bench-error.mjs';

/** Each bench exports `options` for parseArgs, `measure(values, log)` and `toTable(result)`. */
const BENCHES = {
  'cold-start': () => import('./cold-start.mjs'),
  compile: () => import('./compile.mjs'),
  journal: () => import('./journal.mjs'),
  print: () => import('./print.mjs'),
  search: () => import('./search.mjs'),
};

const names = process.argv.slice(2).filter((argument) => argument in BENCHES);
const flags = process.argv.slice(2).filter((argument) => !(argument in BENCHES));

try {
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const bench = await BENCHES[name]();
    const options = { ...bench.options, json: { type: 'boolean', default: false } };
    const { values } = parseArgs({ args: flags, options });
    const result = { bench: name, ...(await bench.measure(values, (line) => console.error(line))) };
    console.log(values.json ? JSON.stringify(result) : bench.toTable(result));
  }
} catch (error) {
  const isArgument = error.code?.startsWith('ERR_PARSE_ARGS') ?? false;
  const known = `Known benches: ${Object.keys(BENCHES).join(', ')}.`;
  console.error(isArgument ? `${error.message}\n${known}` : error instanceof BenchError ? error.message : error);
  process.exitCode = 2;
}
