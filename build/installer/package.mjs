// npm run package [-- --release] [targets…]: the unpacked folder and the installers, into release/.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuild } from '../setup/compile.mjs';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { ensureElectron } from '../setup/ensure-electron.mjs';
import { main, root, run, toolCommand } from '../setup/run.mjs';
import { builderArguments, builderEnvironment } from './package-arguments.mjs';

await main(() => {
  const targets = process.argv.slice(2).filter((argument) => argument !== '--release');
  const isRelease = process.argv.includes('--release');
  ensureDependencies();
  const electron = ensureElectron({ officialOnly: isRelease });
  ensureBuild({ force: isRelease });
  if (electron.source !== 'official') {
    console.error(
      [
        '',
        '  ┌──────────────────────────────────────────────────────────────────────┐',
        '  │  UNOFFICIAL: made of a stand-in Electron, to be tried out, never to  │',
        '  │  be given to a clinic. Releases: npm run package -- --release        │',
        '  └──────────────────────────────────────────────────────────────────────┘',
        '',
      ].join('\n'),
    );
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const command = [...toolCommand('electron-builder'), ...builderArguments(electron, version, targets)];
  return run(command, { env: builderEnvironment(process.env, path.join(root, 'build/installer/fpm-deb.mjs')) });
});
