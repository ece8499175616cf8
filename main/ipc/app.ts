import { app } from 'electron';
import type { About } from '../../protocols/contract/calls';
import type { Handlers } from './handle';

/** What the page may know of the program it runs in. */
export function appHandlers(context: { about: () => Omit<About, 'version' | 'runtime'> }): Handlers<'app:about'> {
  return {
    'app:about': () => ({
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      ...context.about(),
    }),
  };
}
