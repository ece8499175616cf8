// npm run test:e2e -- …: the journeys through the real Electron, on a screen of their own, with Chromium's sandbox on.
import path from 'node:path';
import { ensureBuild } from './compile.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { onVirtualDisplay } from './display.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { openOrdinaryCopy, ordinaryEnvironment } from './ordinary-user.mjs';
import { isEntry, main, nodeProgram, root, run } from './run.mjs';
import { isRoot, requireSandbox } from './sandbox.mjs';
import { launchEnvironment } from './start.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const RESULTS = 'test-results/e2e';
export const E2E_REPORT = path.join(root, RESULTS, 'report.json');

/** Runs Playwright on what is built, as an ordinary user in any case; answers with its exit code. */
export function runEndToEnd(electron, args) {
  if (isRoot()) return runAsOrdinaryUser(electron, args);
  requireSandbox(electron.dist);
  const command = [nodeProgram(), path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args];
  const env = { ...launchEnvironment(), HANDRAIL_ELECTRON: electron.executable, HANDRAIL_E2E_REPORT: E2E_REPORT };
  const isXAtHand = process.platform !== 'linux' || Boolean(process.env.DISPLAY); // the oldest runtime knows no Wayland
  return run(isXAtHand ? command : onVirtualDisplay(command), { env });
}

function runAsOrdinaryUser(electron, args) {
  const copy = openOrdinaryCopy(electron);
  try {
    requireSandbox(copy.dist, copy.as);
    const command = [copy.node, path.join(copy.tree, 'node_modules/@playwright/test/cli.js'), 'test', ...args];
    const env = {
      ...ordinaryEnvironment(process.env),
      ...copy.env,
      HANDRAIL_ELECTRON: copy.executable,
      HANDRAIL_E2E_REPORT: path.join(copy.tree, RESULTS, 'report.json'),
    };
    // Always a screen of its own: root's is not this user's to draw on.
    return run([...copy.as, ...onVirtualDisplay(command)], { cwd: copy.tree, env });
  } finally {
    copy.close(RESULTS);
  }
}

if (isEntry(import.meta)) {
  await main(() => {
    ensureDependencies();
    const electron = ensureElectron();
    ensureSystemPackages({ electron, tests: true });
    ensureBuild();
    return runEndToEnd(electron, process.argv.slice(2));
  });
}
