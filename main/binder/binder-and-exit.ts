import type { BinderFailure, MadeBinder } from '../../protocols/contract/calls';
import type { Result } from '../../protocols/schema/result';
import { answerAndExit } from '../print/print-and-exit';
import type { BinderRequest } from './binder-request';
import { type BinderContext, makeBinder } from './make-binder';

/** What making a binder without a window leaves on standard output, as one line of JSON. */
export type BinderAnswer =
  | { readonly made: MadeBinder }
  | { readonly failure: BinderFailure | { readonly kind: 'not-understood'; readonly message: string } };

/** Makes the binder without showing a window, answers on standard output, and ends the program. */
export function makeBinderAndExit(request: Result<BinderRequest, string>, context: BinderContext): Promise<void> {
  return answerAndExit<BinderAnswer>(
    async () => {
      if (!request.ok) return { failure: { kind: 'not-understood', message: request.error } };
      const made = await makeBinder(request.value.folder, request.value.language, context);
      return made.ok ? { made: made.value } : { failure: made.error };
    },
    (answer) => ('made' in answer ? 0 : 2),
  );
}
