// npm run icons: draws every icon file from handrail.svg. Run it after changing the drawing, and commit what it makes.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { hasDisplay, onVirtualDisplay } from '../setup/display.mjs';
import { ensureElectron } from '../setup/ensure-electron.mjs';
import { main } from '../setup/run.mjs';
import { confinementArguments } from '../setup/sandbox.mjs';
import { launchEnvironment } from '../setup/start.mjs';
import { ensureSystemPackages } from '../setup/system-packages.mjs';
import { packIcns, packIco } from './containers.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

await main(() => {
  ensureDependencies();
  const electron = ensureElectron();
  ensureSystemPackages({ electron, display: !hasDisplay() });
  const here = import.meta.dirname;
  const command = [electron.executable, path.join(here, 'drawing'), ...confinementArguments(), SIZES.join(',')];
  const [program, ...args] = hasDisplay() ? command : onVirtualDisplay(command);
  const stdio = ['ignore', 'pipe', 'ignore']; // standard error holds only what Chromium misses on a bare machine
  const drawn = JSON.parse(execFileSync(program, args, { env: launchEnvironment(), stdio, maxBuffer: 2 ** 26 }));
  const pictures = SIZES.map((size) => ({ size, png: Buffer.from(drawn[size], 'base64') }));

  fs.mkdirSync(path.join(here, 'png'), { recursive: true });
  for (const { size, png } of pictures) fs.writeFileSync(path.join(here, 'png', `${size}x${size}.png`), png);
  const upTo = (limit) => pictures.filter(({ size }) => size <= limit);
  fs.writeFileSync(path.join(here, 'handrail.ico'), packIco(upTo(256)));
  fs.writeFileSync(path.join(here, 'handrail.icns'), packIcns(upTo(1024)));
});
