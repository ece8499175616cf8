import type { PrintJob, SheetKind } from '../contract/calls';
import type { BlockOf } from '../schema/blocks';
import { toDueTimes } from '../schema/due-times';
import type { Protocol } from '../schema/protocol';
import { walkBlocks } from '../schema/walk-blocks';

/** Every kind of sheet, in the order in which they are offered. */
export const SHEET_KINDS = [
  'checklist',
  'flowsheet',
  'dose',
  'protocol',
  'emergency',
  'esketamine-monitoring',
] as const satisfies readonly SheetKind[];

type AskedSheet =
  | { readonly sheet: Exclude<SheetKind, 'dose'> }
  | Pick<Extract<PrintJob, { sheet: 'dose' }>, 'sheet' | 'block'>;

/** Whether a protocol has what the sheet shows. */
export function hasContent(protocol: Protocol, asked: AskedSheet): boolean {
  switch (asked.sheet) {
    case 'checklist':
      return [...walkBlocks(protocol)].some(({ block }) => block.type === 'checklist');
    case 'flowsheet':
      return listTimedBlocks(protocol).length > 0;
    case 'dose':
      return findDoseBlock(protocol, asked.block) !== undefined;
    case 'protocol':
      return true;
    case 'emergency':
      return listEmergencies(protocol).length > 0;
    case 'esketamine-monitoring':
      return listReportPhases(protocol).length > 0;
    default:
      return asked satisfies never;
  }
}

/** Whether a sheet is for use in a session; an edition out of use prints only to be read. */
export function isForUse(sheet: SheetKind): boolean {
  return sheet !== 'protocol';
}

export function isLandscape(sheet: SheetKind): boolean {
  return sheet === 'flowsheet';
}

export function findDoseBlock(protocol: Protocol, id: string): BlockOf<'dose'> | undefined {
  return listDoseBlocks(protocol).find((block) => block.id === id);
}

export function listDoseBlocks(protocol: Protocol): BlockOf<'dose'>[] {
  return [...walkBlocks(protocol)].flatMap(({ block }) => (block.type === 'dose' ? [block] : []));
}

/** Monitoring with times to look at, in reading order; without any there is nothing to preprint. */
function listTimedBlocks(protocol: Protocol): BlockOf<'monitoring'>[] {
  return [...walkBlocks(protocol)].flatMap(({ block }) =>
    block.type === 'monitoring' && toDueTimes(block).length > 0 ? [block] : [],
  );
}

const SEVERITIES = ['emergency', 'serious', 'moderate'] as const;

/** The gravest responses a protocol has; a card that is merely serious stands among emergencies only where there are none. */
export function listEmergencies(protocol: Protocol): BlockOf<'adverse-response'>[] {
  const all = [...walkBlocks(protocol)].flatMap(({ block }) => (block.type === 'adverse-response' ? [block] : []));
  const gravest = SEVERITIES.find((severity) => all.some((block) => block.severity === severity));
  return all.filter(({ severity }) => severity === gravest);
}

/** A pause whose id begins so names fields of the form that is sent to the safety programme. */
const REPORT_PHASE = /^rems-form/;

/** The pauses of a protocol that hold the fields of its monitoring form, in reading order. */
export function listReportPhases(protocol: Protocol): BlockOf<'checklist'>['phases'] {
  return [...walkBlocks(protocol)].flatMap(({ block }) =>
    block.type === 'checklist' ? block.phases.filter(({ id }) => REPORT_PHASE.test(id)) : [],
  );
}
