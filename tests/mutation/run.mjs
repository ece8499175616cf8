// npm run mutation [-- GROUP…] [-- --mutate FILE]: how many planted faults the tests of a group notice. Works on a copy in
// out/mutation with packages of its own; all other packages are the repository's.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { nodeProgram, root } from '../../build/setup/run.mjs';
import { GROUPS } from './groups.mjs';

const folder = path.join(root, 'out/mutation');
const COPIED = [
  'protocols',
  'main',
  'tests/protocols',
  'tests/fixtures',
  'tests/tsconfig.json',
  'renderer/tsconfig.json',
  'tsconfig.base.json',
];
const OWN = ['package.json', 'package-lock.json'];

function run(program, args) {
  const env = {
    ...process.env,
    PATH: `${path.dirname(nodeProgram())}${path.delimiter}${process.env.PATH}`,
    HANDRAIL_PROPERTY_RUNS: '50', // every mutant waits for them
  };
  const { status, error } = spawnSync(program, args, { cwd: folder, stdio: 'inherit', env });
  if (error) throw error;
  return status ?? 1;
}

function prepare() {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of COPIED) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  for (const name of OWN) fs.cpSync(path.join(import.meta.dirname, name), path.join(folder, name));
  // The test runner is the repository's own, so it is not installed again.
  if (fs.existsSync(path.join(folder, 'node_modules/@stryker-mutator/core'))) return true;
  const install = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return run('npm', install) === 0;
}

/** Whether enough of the group's faults were noticed. */
function judge(name, more) {
  const { mutate, tests, least } = GROUPS[name];
  const vitest = `export default { test: { environment: 'node', isolate: false, include: ${JSON.stringify(tests)} } };\n`;
  fs.writeFileSync(path.join(folder, 'vitest.config.mjs'), vitest);
  const stryker = {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.config.mjs' },
    mutate,
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    // Most strings are sentences for people; the tests hold what they must name, not their every word.
    mutator: { excludedMutations: ['StringLiteral'] },
    timeoutMS: 10_000,
    reporters: ['clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
    jsonReporter: { fileName: `reports/${name}.json` },
    thresholds: { high: 95, low: least, break: least },
    tempDirName: 'sandbox',
  };
  fs.writeFileSync(path.join(folder, 'stryker.config.json'), JSON.stringify(stryker, undefined, 2));
  return run(nodeProgram(), ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', ...more]) === 0;
}

const args = process.argv.slice(2);
const options = args.findIndex((arg) => arg.startsWith('-'));
const asked = options < 0 ? args : args.slice(0, options);
const unknown = asked.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  console.error(`Nothing was run: there is no group ${unknown.join(', ')}. Groups: ${Object.keys(GROUPS).join(', ')}.`);
  process.exitCode = 2;
} else if (!prepare()) {
  console.error('Nothing was run: the packages could not be installed; npm has said why.');
  process.exitCode = 2;
} else {
  const names = asked.length > 0 ? asked : Object.keys(GROUPS);
  const short = names.filter((name) => !judge(name, options < 0 ? [] : args.slice(options)));
  if (short.length > 0) console.error(`Below what is asked: ${short.join(', ')}.`);
  process.exitCode = short.length > 0 ? 1 : 0;
}
