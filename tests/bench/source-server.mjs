// Runs TypeScript as it stands in the repository; nothing is served.
import path from 'node:path';
import { createServer } from 'vite';

/** A server whose `ssrLoadModule` loads a module by its place in the repository, such as `/main/journal/journal.ts`. */
export function openSources() {
  return createServer({
    root: path.resolve(import.meta.dirname, '../..'),
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
}
