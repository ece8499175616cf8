import { app } from 'electron';
import type { PrintFailure } from '../../protocols/contract/calls';
import type { Result } from '../../protocols/schema/result';
import type { PrintContext } from './print-sheet';
import { findPrintable } from './print-sheet';
import type { PrintRequest } from './print-request';
import { writePdf } from './save-pdf';
import { toMessage } from '../files/system-error';

/** What a print without a window leaves on standard output, as one line of JSON. */
export type PrintAnswer =
  | {
      readonly printed: {
        readonly file: string;
        readonly pages: number;
        readonly protocol: string;
        readonly version: string;
      };
    }
  | { readonly failure: PrintFailure | { readonly kind: 'not-understood'; readonly message: string } };

/** Prints to a file without showing a window, answers on standard output, and ends the program. */
export async function printAndExit(request: Result<PrintRequest, string>, context: PrintContext): Promise<void> {
  await answerAndExit<PrintAnswer>(
    async () =>
      request.ok
        ? print(request.value, context)
        : { failure: { kind: 'not-understood' as const, message: request.error } },
    (answer) => ('printed' in answer ? 0 : answer.failure.kind === 'nothing-to-print' ? 1 : 2),
  );
}

/** Does what the program was started for without a window, writes the answer as one line of JSON, and ends. */
export async function answerAndExit<Answer>(
  work: () => Promise<Answer>,
  toExitCode: (answer: Answer) => number,
): Promise<void> {
  // Hidden windows are the only ones; the end of one must not end the program before the answer.
  app.on('before-quit', (event) => event.preventDefault());
  try {
    const answer = await work();
    await new Promise<void>((done) => process.stdout.write(`${JSON.stringify(answer)}\n`, () => done()));
    app.exit(toExitCode(answer));
  } catch (error) {
    // A fault of ours; without an end whoever asked would wait until they end the program.
    process.stderr.write(`${toMessage(error)}\n`);
    app.exit(2);
  }
}

async function print({ job: asked, newest, out }: PrintRequest, context: PrintContext): Promise<PrintAnswer> {
  const { id } = asked.key;
  const version = newest ? ((await (await context.library).find(id))?.version ?? '') : asked.key.version;
  const job = { ...asked, key: { id, version } };
  const printable = await findPrintable(job, context);
  if (!printable.ok) return { failure: printable.error };
  const saved = await writePdf(job, out, context);
  return saved.ok ? { printed: { ...saved.value, protocol: id, version } } : { failure: saved.error };
}
