import type { PrintJob } from '../../../protocols/contract/calls';
import { findDoseBlock } from '../../../protocols/sheets/printable';
import type { SheetPart } from '../page/sheet-part';
import type { Setting, SheetPlan, SheetSources } from '../page/sheet-plan';
import { HalfSheet } from './half-sheet';
import { workOutDose } from './worked-dose';

/** The dose sheet: half a page, or the same half twice, one for the record and one for the syringe. */
export function planDoseSheet(
  setting: Setting,
  { block: id, entered, copies = 1 }: Extract<PrintJob, { sheet: 'dose' }>,
  sources: SheetSources,
): SheetPlan {
  const block = findDoseBlock(setting.protocol, id);
  const worked =
    block === undefined || entered === undefined ? undefined : workOutDose(block, entered, sources, setting.language);
  const parts =
    block === undefined
      ? []
      : Array.from(
          { length: copies },
          (_, index): SheetPart => ({
            id: `half-${index + 1}`,
            className: 'halfPage',
            node: <HalfSheet block={block} entered={entered} worked={worked} setting={setting} />,
          }),
        );
  return {
    orientation: 'portrait',
    first: null,
    later: null,
    // Where two halves do not fit one page, the second goes on a page of its own.
    attempts: [{ parts, mostPages: 1 }, { parts, mostPages: 1, look: 'dense' }, { parts }],
    leftOut: [],
  };
}
