import { join } from 'node:path';
import type { WebPreferences } from 'electron';

/** What every page of ours runs under: confined, without Node, with the bridge as its only way out. */
export function pagePreferences(): WebPreferences {
  return {
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    spellcheck: false, // would look up a dictionary host
    navigateOnDragDrop: false,
  };
}
