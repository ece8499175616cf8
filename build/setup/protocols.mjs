// npm run protocols -- <verb> …: the author's command line, with everything it needs at hand. Its exit code is passed on.
import path from 'node:path';
import { ensureBuild, ensureProgram } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay, onVirtualDisplay } from './display.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { main, nodeProgram, root, run } from './run.mjs';
import { confinementArguments, isRoot, requireSandbox } from './sandbox.mjs';
import { launchEnvironment } from './start.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

await main(() => {
  const args = process.argv.slice(2);
  const command = [nodeProgram(), path.join(root, 'out/cli/protocols.mjs'), ...args];
  // Paths an author types are meant from where he stands, not from the top of the checkout.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  ensureDependencies();
  if (args[0] !== 'print' && args[0] !== 'binder') {
    // Search asks the library the program reads. The others need none: they report on documents that do not compile.
    if (args[0] === 'search') ensureBuild();
    else ensureProgram();
    return run(command, { cwd });
  }
  // Printing takes the app itself, on a screen nobody sees.
  const electron = ensureElectron();
  ensureSystemPackages({ electron, display: !hasDisplay() });
  if (!isRoot()) requireSandbox(electron.dist);
  ensureBuild();
  const env = {
    ...launchEnvironment(),
    HANDRAIL_ELECTRON: electron.executable,
    HANDRAIL_ELECTRON_ARGS: confinementArguments().join(' '),
  };
  return run(hasDisplay() ? command : onVirtualDisplay(command), { cwd, env });
});
