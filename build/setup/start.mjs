// npm start: from a clean clone to the open window. Anything after `--` goes to the app: npm start -- --lang=fr
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { hasDisplay, virtualDisplayLine } from './display.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { isEntry, main, root, runInForeground } from './run.mjs';
import { confinementArguments, isRoot, requireSandbox } from './sandbox.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Electron's command line: our folder comes first, as scripts that drive the app rely on. */
export function launchCommand(executable, folder, extra, isRootUser) {
  return [executable, folder, ...confinementArguments(isRootUser), ...extra];
}

/** The environment of the app: an editor's terminal may ask every Electron below it to be a plain Node. */
export function launchEnvironment(env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return rest;
}

if (isEntry(import.meta)) {
  await main(() => {
    ensureDependencies();
    const electron = ensureElectron();
    ensureSystemPackages({ electron, display: !hasDisplay() });
    ensureBuild();
    const extra = process.argv.slice(2);
    if (!hasDisplay()) {
      const again = extra.length > 0 ? `npm start -- ${extra.join(' ')}` : 'npm start';
      console.error(
        `There is no display here, so no window can open. Everything is set up; to start on a virtual one:\n  ${virtualDisplayLine(again)}`,
      );
      return 2;
    }
    if (isRoot()) console.error("NOTICE: started by root, so Chromium's sandbox is off. For development only.");
    else requireSandbox(electron.dist);
    return runInForeground(launchCommand(electron.executable, root, extra, isRoot()), { env: launchEnvironment() });
  });
}
