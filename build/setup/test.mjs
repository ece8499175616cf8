// npm test: from a clean clone to one line that says how many tests passed.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { E2E_REPORT, runEndToEnd } from './e2e.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { withFaultDisks } from './fault-disks.mjs';
import { main, root, run, SetupError, toolCommand } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { countCheck, countPlaywright, countRun, countVitest, sumCounts, summaryLine } from './test-counts.mjs';
import { checkTypes } from './types.mjs';

const UNIT_REPORT = path.join(root, 'test-results/unit.json');

/** Runs one step under a headline; a step that throws has failed, and the next one still runs. */
function step(name, body) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  let count;
  try {
    count = body();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    count = countCheck(1);
  }
  console.log(`── ${name}: ${summaryLine(count)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return count;
}

function check(name, command) {
  return step(name, () => countCheck(run(command())));
}

function unitTests() {
  fs.rmSync(UNIT_REPORT, { force: true });
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  return countRun(run([...toolCommand('vitest'), 'run', ...reports]), readReport(UNIT_REPORT), countVitest);
}

function endToEndTests(electron) {
  fs.rmSync(E2E_REPORT, { force: true });
  return countRun(
    withFaultDisks(() => runEndToEnd(electron, [])),
    readReport(E2E_REPORT),
    countPlaywright,
  );
}

function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

await main(() => {
  let electron;
  const counts = [];
  const setUp = step('set-up', () => {
    ensureDependencies();
    electron = ensureElectron();
    ensureSystemPackages({ electron, tests: true });
    return sumCounts([]);
  });
  counts.push(setUp);
  if (fs.existsSync(path.join(root, 'node_modules/vitest'))) {
    counts.push(
      step('types', () => countCheck(checkTypes())),
      check('format', () => [...toolCommand('@biomejs/biome', 'biome'), 'format', '.']),
      check('lint', () => [...toolCommand('oxlint'), '--type-aware', '--deny-warnings']),
      step('unit tests', unitTests),
    );
    const build = step('build', () => {
      ensureBuild();
      return sumCounts([]);
    });
    counts.push(build);
    // Journeys through an old build, or without an Electron, would say nothing true.
    if (electron && setUp.failed === 0 && build.failed === 0)
      counts.push(step('end-to-end tests', () => endToEndTests(electron)));
    else console.log('\n── end-to-end tests: not run, because set-up or build failed');
  }
  const total = sumCounts(counts);
  console.log(`\n${summaryLine(total)}`);
  return total.failed === 0 ? 0 : 1;
});
