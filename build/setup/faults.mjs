// npm run test:faults: every fault of notes as often as it takes to be sure of it.
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runEndToEnd } from './e2e.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { withFaultDisks } from './fault-disks.mjs';
import { main } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

await main(() => {
  ensureDependencies();
  const electron = ensureElectron();
  ensureSystemPackages({ electron, tests: true });
  ensureBuild();
  process.env.HANDRAIL_FAULTS = 'full';
  return withFaultDisks(() => runEndToEnd(electron, ['tests/faults', ...process.argv.slice(2)]));
});
