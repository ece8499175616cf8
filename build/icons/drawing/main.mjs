// Runs in Electron: draws ../handrail.svg at each of the sizes named last on the command line, and prints the PNGs as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

const sizes = process.argv.at(-1).split(',').map(Number);
const svg = fs.readFileSync(path.join(import.meta.dirname, '../handrail.svg'), 'utf8');

// Runs in the page, the only place that knows how to paint an SVG.
const draw = async (text, size) => {
  const image = new Image(size, size);
  image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
};

async function drawAll() {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  const drawn = {};
  for (const size of sizes) {
    drawn[size] = await window.webContents.executeJavaScript(`(${String(draw)})(${JSON.stringify(svg)}, ${size})`);
  }
  fs.writeSync(1, `${JSON.stringify(drawn)}\n`);
  app.exit(0);
}

void app.whenReady().then(drawAll);
