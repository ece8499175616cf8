import type { PrintFailure, Printed } from '../../../protocols/contract/calls';
import type { Result } from '../../../protocols/schema/result';
import type { Outcome } from './print-outcome';

/** What came of a print that main was asked for; a fault in main is told like any failure and leaves nobody waiting. */
export async function askMain(
  target: 'paper' | 'pdf',
  ask: () => Promise<Result<Printed & { readonly file?: string }, PrintFailure>>,
): Promise<Outcome> {
  try {
    const answer = await ask();
    if (answer.ok) {
      const { file, ...printed } = answer.value;
      return file === undefined ? { kind: 'printed', ...printed } : { kind: 'saved', file, ...printed };
    }
    if (answer.error.kind === 'cancelled') return { kind: target === 'pdf' ? 'notSaved' : 'notPrinted' };
    return { kind: 'failed', failure: answer.error };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', failure: { kind: 'not-laid-out', message } };
  }
}
