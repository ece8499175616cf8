import type { PrintContext } from '../print/print-sheet';
import { printRecalls } from '../print/print-recalls';
import { savePdf } from '../print/save-pdf';
import { printOnPaper } from '../print/to-printer';
import type { Handlers } from './handle';

/** Makes ready to print, saves a sheet as PDF, prints it, tells the print page what to lay out and hears from it that its sheet stands. */
export function printHandlers(
  context: PrintContext,
): Handlers<
  'print:prepare' | 'print:save-pdf' | 'print:to-printer' | 'print:recalls' | 'print:job' | 'print:laid-out'
> {
  return {
    'print:prepare': () => context.pages.prepare(),
    'print:save-pdf': (_sender, job) => savePdf(job, context),
    'print:to-printer': (_sender, job) => printOnPaper(job, context),
    'print:recalls': (_sender, recalls, target) => printRecalls(recalls, target, context),
    'print:job': (sender) => context.pages.next(sender),
    'print:laid-out': (sender, ticket, laidOut) => context.pages.stands(sender, ticket, laidOut),
  };
}
