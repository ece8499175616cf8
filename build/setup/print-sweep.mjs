// npm run test:print: every sheet of every protocol on both papers in both languages, each PDF looked through; and the binder.
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { runEndToEnd } from './e2e.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { main } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

await main(() => {
  ensureDependencies();
  const electron = ensureElectron();
  ensureSystemPackages({ electron, tests: true });
  ensureBuild();
  process.env.HANDRAIL_PRINTS = 'all';
  return runEndToEnd(electron, ['sheets.spec.ts', 'binder.spec.ts', ...process.argv.slice(2)]);
});
