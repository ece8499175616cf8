// What our layout adds to what Chromium needs anyway: from the press to the file on disk for a sheet of three pages, against an
// empty page in a hidden window of the same kind to a file, in one running program, by turns. The sheet has the page main keeps
// ready, as after a look at the print dialog; the empty page has a window opened for it. What a PDF of nothing takes in a
// window that stands already is told beside it: that is the least there is.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { BenchError } from './bench-error.mjs';
import { comparePairs, median, round } from './statistics.mjs';

const TARGET = 2;
const PAGES = 3;
const ROOT = path.resolve(import.meta.dirname, '../..');

export const options = { prints: { type: 'string', default: '9' } };

/** Measures so many pairs; `log` hears how far it is. */
export async function measure({ prints: wanted }, log) {
  const pairs = Number(wanted);
  if (!Number.isInteger(pairs) || pairs < 1)
    throw new BenchError(`--prints must be a whole number from 1, not ${wanted}`);
  const executablePath = process.env.HANDRAIL_ELECTRON;
  if (!executablePath) throw new BenchError('No Electron is named: run this through npm run bench');
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'handrail-bench-'));
  const flags = (process.env.HANDRAIL_ELECTRON_ARGS ?? '').split(' ').filter(Boolean);
  const app = await _electron.launch({
    executablePath,
    chromiumSandbox: !flags.includes('--no-sandbox'),
    args: [...flags, ROOT, '--disable-gpu', `--user-data-dir=${data}`],
  });
  try {
    const page = await app.firstWindow();
    const file = path.join(data, 'sheet.pdf');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    const job = await findJob(page);
    const [ours, blank, least] = [[], [], []];
    // The first pair fetches what the later ones have at hand.
    for (let turn = -1; turn < pairs; turn++) {
      const sheet = await timeSheet(page, job);
      const [empty, again] = await timeBlank(app, path.join(data, 'blank.pdf'));
      log(
        `${turn < 0 ? 'warming up' : `pair ${turn + 1} of ${pairs}`}: sheet ${round(sheet, 0)} ms, blank ${round(empty, 0)} ms`,
      );
      if (turn < 0) continue;
      ours.push(sheet);
      blank.push(empty);
      least.push(again);
    }
    const print = comparePairs(ours, blank, TARGET);
    return { pairs, pages: PAGES, sheet: job, print: { ...print, least_median: median(least) } };
  } finally {
    await app.close();
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The first sheet of the library that has three pages. */
async function findJob(page) {
  const protocols = await page.evaluate(async () => (await window.bridge['library:list']()).protocols);
  for (const { id, version } of protocols) {
    const job = { sheet: 'checklist', key: { id, version }, paper: 'A4', language: 'en' };
    const saved = await page.evaluate((asked) => window.bridge['print:save-pdf'](asked), job);
    if (saved.ok && saved.value.pages === PAGES) return job;
  }
  throw new BenchError(`no checklist of the library has ${PAGES} pages`);
}

function timeSheet(page, job) {
  return page.evaluate(async (asked) => {
    const start = performance.now();
    const saved = await window.bridge['print:save-pdf'](asked);
    if (!saved.ok) throw new Error(saved.error.kind);
    return performance.now() - start;
  }, job);
}

/** An empty page to a file, with a window opened for it and once more without; milliseconds of both. */
function timeBlank(app, file) {
  return app.evaluate(async ({ BrowserWindow }, out) => {
    const { open, rename } = process.getBuiltinModule('node:fs/promises');
    // Of our own window: preload and confinement are the same.
    const [ours] = BrowserWindow.getAllWindows();
    const { preload, sandbox, contextIsolation } = ours.webContents.getLastWebPreferences();
    const webPreferences = { preload, sandbox, contextIsolation, spellcheck: false, backgroundThrottling: false };
    const margins = { top: 0, bottom: 0, left: 0, right: 0 };
    const settings = { margins, pageSize: 'A4', landscape: false, printBackground: true, generateTaggedPDF: true };
    const print = async (browser) => {
      const pdf = await browser.webContents.printToPDF(settings);
      const handle = await open(`${out}.part`, 'w');
      await handle.writeFile(pdf);
      await handle.sync();
      await handle.close();
      await rename(`${out}.part`, out);
    };
    const start = performance.now();
    const browser = new BrowserWindow({ show: false, webPreferences });
    await browser.loadURL('about:blank');
    await print(browser);
    const between = performance.now();
    await print(browser);
    const end = performance.now();
    browser.destroy();
    return [between - start, end - between];
  }, file);
}

/** The same for people. */
export function toTable({ pairs, pages, print }) {
  const { ours_median, blank_median, least_median, ratio_median, target, met } = print;
  return [
    `print: ${pages} pages to PDF against a blank page, ${pairs} pairs`,
    `  sheet ${round(ours_median, 0)} ms, blank ${round(blank_median, 0)} ms (in a window that stands, ${round(least_median, 0)} ms), ratio ${round(ratio_median, 2)} (target at most ${target}: ${met ? 'met' : 'missed'})`,
  ].join('\n');
}
