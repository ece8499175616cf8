import { toContentHash } from '../../../protocols/authoring/canonical-json';
import type { ClinicValueRecord } from '../../../protocols/dose/clinic-records';
import type { PrintedLocal } from '../../../protocols/print-identity/print-record';
import type { SheetSources } from './sheet-plan';

/** What the clinic added that stands on a sheet, in the state that is printed: notes in force, and values of its doses. */
export function listPrintedLocal({
  job,
  notes,
  clinic,
}: Pick<SheetSources, 'job' | 'notes' | 'clinic'>): readonly PrintedLocal[] {
  const ofNotes =
    notes.state === 'read' && job.sheet === 'protocol'
      ? notes.notes.filter(({ note }) => note.status === 'active')
      : [];
  const values = clinic.state === 'read' ? toPresentValues(clinic.values) : [];
  return [
    ...ofNotes.map(({ note }) => ({ kind: 'note' as const, id: note.id, revision: note.revision })),
    ...values
      .filter(({ protocolId }) => protocolId === job.key.id)
      .filter(({ blockId }) => job.sheet !== 'dose' || blockId === job.block)
      .filter(({ setting }) => job.sheet !== 'checklist' || setting === 'maximum')
      .map(toPrintedValue),
  ];
}

/** The last word on every value the clinic set, values that were taken back left out. */
export function toPresentValues(records: readonly ClinicValueRecord[]): readonly ClinicValueRecord[] {
  const present = new Map(records.map((record) => [toValueId(record), record]));
  return [...present.values()].filter(({ value }) => value !== null);
}

/** A value set by the clinic as a print keeps it: which one, and the very record that set it. */
export function toPrintedValue(record: ClinicValueRecord): PrintedLocal {
  return { kind: 'clinic-value', id: toValueId(record), revision: toContentHash(record) };
}

function toValueId({ protocolId, blockId, setting }: ClinicValueRecord): string {
  return `${protocolId}/${blockId}/${setting}`;
}
