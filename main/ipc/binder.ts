import { join } from 'node:path';
import { type OpenDialogOptions, app, dialog } from 'electron';
import { fail } from '../../protocols/schema/result';
import { toDay } from '../../protocols/text/in-force';
import { type BinderContext, makeBinder } from '../binder/make-binder';
import type { Handlers } from './handle';

/** Asks for a folder and makes a downtime binder of its own in it. */
export function binderHandlers(context: BinderContext): Handlers<'binder:make'> {
  return {
    'binder:make': async (_sender, language) => {
      const options: OpenDialogOptions = {
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      };
      const parent = context.window();
      const { canceled, filePaths } = await (parent === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options));
      const [chosen] = filePaths;
      if (canceled || chosen === undefined) return fail({ kind: 'cancelled' });
      return makeBinder(join(chosen, `handrail-binder-${toDay(new Date())}`), language, context);
    },
  };
}
