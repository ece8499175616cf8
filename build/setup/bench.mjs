// npm run bench -- [name…] [--json]: what it costs to start and to run, measured on the built app.
import path from 'node:path';
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay, onVirtualDisplay } from './display.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { main, nodeProgram, root, run } from './run.mjs';
import { confinementArguments, isRoot, requireSandbox } from './sandbox.mjs';
import { launchEnvironment } from './start.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

await main(() => {
  ensureDependencies();
  const electron = ensureElectron();
  ensureSystemPackages({ electron, display: !hasDisplay() });
  if (!isRoot()) requireSandbox(electron.dist);
  ensureBuild();
  const command = [nodeProgram(), path.join(root, 'tests/bench/run.mjs'), ...process.argv.slice(2)];
  const env = {
    ...launchEnvironment(),
    HANDRAIL_ELECTRON: electron.executable,
    HANDRAIL_ELECTRON_VERSION: electron.version,
    HANDRAIL_ELECTRON_ARGS: confinementArguments().join(' '),
  };
  return run(hasDisplay() ? command : onVirtualDisplay(command), { env });
});
