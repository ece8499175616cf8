import type { Calls, RecallList } from '../../protocols/contract/calls';
import type { PrintRecord } from '../../protocols/print-identity/print-record';
import { fail, ok } from '../../protocols/schema/result';
import { replaceFile } from '../files/replace-file';
import { type PrintContext, toPdf } from './print-sheet';
import { askWhere } from './save-pdf';
import { findPrintingWindow, print } from './to-printer';

type Done = ReturnType<Calls['print:recalls']>;

/** Puts the list of sheets to take out of use on paper, to be carried along. It is no sheet itself: no log keeps it. */
export async function printRecalls(
  recalls: RecallList,
  target: PrintRecord['target'],
  context: Pick<PrintContext, 'window' | 'pages'>,
): Promise<Done> {
  const paper = { pageSize: recalls.paper, landscape: false };
  if (target === 'paper') {
    const parent = await findPrintingWindow(context);
    if (parent === undefined) return fail({ kind: 'no-printer' });
    return context.pages.withPage({ recalls }, parent, async ({ webContents }, { pages }): Promise<Done> => {
      const printed = await print(webContents, paper);
      return printed.ok ? ok({ pages }) : printed;
    });
  }
  const file = await askWhere('sheets-to-take-out-of-use', context);
  if (file === undefined) return fail({ kind: 'cancelled' });
  return context.pages.withPage({ recalls }, undefined, async ({ webContents }, { pages }): Promise<Done> => {
    const pdf = await toPdf(webContents, paper, pages);
    if (!pdf.ok) return pdf;
    const written = await replaceFile(file, pdf.value);
    return written.ok ? ok({ pages, file }) : written;
  });
}
