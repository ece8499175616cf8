import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { bridge } from '../../renderer/bridge/bridge';
import { type ElectronApplication, type Page, _electron, test as base, expect } from '@playwright/test';

export { expect };

/** What preload puts on the page, as the journeys call it. */
export type PageBridge = typeof bridge;

/** The folder of the built app: what a person starts, not what a developer edits. */
export const ROOT = join(import.meta.dirname, '../..');

/** A picture and a copy of the page at each step cost a quarter of the time: only to look into one journey. */
const TRACES_PAGES = process.env['HANDRAIL_TRACE'] === 'pages';

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Its own data folder; start again on it to see what was kept. */
  readonly data: string;
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  readonly data?: string;
  readonly library?: string;
  readonly args?: readonly string[];
  /** Console errors this journey brings about on purpose. */
  readonly expects?: RegExp;
}

/** `launch` starts the real app; the journey fails on any console error, page error or request that is not the app's own. */
export const test = base.extend<{
  launch: (options?: LaunchOptions) => Promise<Running>;
  folder: (name: string) => string;
}>({
  folder: async ({}, use) => {
    const folders: string[] = [];
    await use((name) => {
      const folder = mkdtempSync(join(tmpdir(), `handrail-${name}-`));
      folders.push(folder);
      return folder;
    });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  },

  launch: async ({ folder }, use, testInfo) => {
    const open = new Set<Running>();
    const wrong: string[] = [];
    await use(async ({ data = folder('data'), library, args = [], expects }: LaunchOptions = {}) => {
      const app = await startElectron([
        `--user-data-dir=${data}`,
        ...(library === undefined ? [] : [`--library=${library}`]),
        ...args,
      ]);
      const program = app.process(); // cannot be asked for once it has ended
      const page = await app.firstWindow();
      watch(page, wrong, expects);
      app.on('window', (window) => watch(window, wrong, expects));
      await app.context().tracing.start({ screenshots: TRACES_PAGES, snapshots: TRACES_PAGES });
      const running: Running = {
        app,
        page,
        data,
        close: async () => {
          if (!open.delete(running)) return;
          if (program.exitCode !== null) return; // it ended as the journey wanted
          const failed = testInfo.status !== testInfo.expectedStatus;
          await app.context().tracing.stop(failed ? { path: testInfo.outputPath('trace.zip') } : {});
          await app.close();
        },
      };
      open.add(running);
      return running;
    });
    for (const running of open) {
      if (testInfo.status !== testInfo.expectedStatus) {
        for (const [index, window] of running.app.windows().entries()) {
          await window
            .screenshot({ path: testInfo.outputPath(`window-${index}.png`) })
            .catch((error: unknown) => testInfo.annotations.push({ type: 'no picture', description: String(error) }));
        }
      }
      await running.close();
    }
    expect(wrong, 'console errors, page errors and requests that are not the app’s own').toEqual([]);
  },
});

/** Starts the app as a person does; as an ordinary user Chromium’s sandbox stays on. */
export async function startElectron(args: readonly string[]): Promise<ElectronApplication> {
  const executablePath = process.env['HANDRAIL_ELECTRON'];
  if (executablePath === undefined)
    throw new Error('HANDRAIL_ELECTRON names no Electron; run the journeys with npm run test:e2e');
  const isRoot = process.getuid?.() === 0;
  return _electron.launch({
    executablePath,
    chromiumSandbox: !isRoot,
    args: [ROOT, '--disable-gpu', '--lang=en', ...args],
    timeout: 30_000,
  });
}

function watch(page: Page, wrong: string[], expects: RegExp | undefined): void {
  const note = (what: string): void => {
    if (expects?.test(what) !== true) wrong.push(what);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`page error: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(app:\/\/bundle\/|data:|blob:)/.test(request.url())) note(`request: ${request.url()}`);
  });
}

/** Waits until the index can answer. */
export async function searchReady(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('handrail:search-ready').length > 0);
}

/** Opens a place or an edition by its address, as a link would. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

export const IV = '/p/iv-ketamine-depression@1.0.0';
