import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type EnvironmentOptions, defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Main, preload and the command line: bundled whole, so that the app archive needs no node_modules. */
function nodeSide(
  entry: string,
  outDir: string,
  file: string,
  format: 'es' | 'cjs',
  target: string,
): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron'], builtins: ['electron', /^node:/, ...builtinModules] },
    build: {
      ssr: true,
      outDir: at(outDir),
      emptyOutDir: true,
      target,
      sourcemap: true,
      minify: false,
      rolldownOptions: { input: at(entry), output: { format, entryFileNames: file } },
    },
  };
}

/** Style sheets load in any order once the page is split; the order of their layers must not depend on it. */
const layerOrder = {
  postcssPlugin: 'layer-order',
  Once: (root: { prepend: (css: string) => unknown }): void => {
    root.prepend('@layer tokens, base, ui;');
  },
};

// Targets are the oldest runtime we must run on: Electron 33 (Chromium 130, Node 20.18).
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  css: { postcss: { plugins: [layerOrder] } },
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
      },
    },
    main: nodeSide('main/main.ts', 'out/main', 'main.mjs', 'es', 'node20.18'),
    // A sandboxed preload must be one CommonJS file.
    preload: nodeSide('main/preload/preload.ts', 'out/preload', 'preload.cjs', 'cjs', 'chrome130'),
    cli: nodeSide('main/cli/protocols.ts', 'out/cli', 'protocols.mjs', 'es', 'node20.18'),
  },
  builder: {
    buildApp: async (builder) => {
      await Promise.all(
        Object.values(builder.environments)
          .filter((e) => e.name !== 'ssr')
          .map((e) => builder.build(e)),
      );
    },
  },
});
