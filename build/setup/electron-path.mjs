// npm run --silent electron-path: the Electron to launch, alone on standard output.
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './ensure-electron.mjs';
import { main } from './run.mjs';

await main(() => {
  ensureDependencies();
  console.log(ensureElectron().executable);
});
