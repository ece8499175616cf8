import { type PrintContext, findTask, noteLaidOut } from '../print/print-sheet';
import { savePdf } from '../print/save-pdf';
import { printOnPaper } from '../print/to-printer';
import type { Handlers } from './handle';

/** Saves a sheet as PDF, prints it, tells the print page what to lay out and hears from it that its sheet stands. */
export function printHandlers(
  context: PrintContext,
): Handlers<'print:save-pdf' | 'print:to-printer' | 'print:job' | 'print:laid-out'> {
  return {
    'print:save-pdf': (_sender, job) => savePdf(job, context),
    'print:to-printer': (_sender, job) => printOnPaper(job, context),
    'print:job': findTask,
    'print:laid-out': noteLaidOut,
  };
}
