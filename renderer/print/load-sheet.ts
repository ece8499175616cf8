import { placeNotes } from '../../protocols/anchoring/place-notes';
import type { PrintTask, ProtocolSummary } from '../../protocols/contract/calls';
import { parseCalculator, parseClinicValue } from '../../protocols/dose/clinic-records';
import type { JournalEntry } from '../../protocols/journal/entry';
import { toSpokenOrder } from '../../protocols/journal/spoken-order';
import { toContentCode } from '../../protocols/print-identity/content-code';
import { toSheetCode } from '../../protocols/print-identity/print-record';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Result } from '../../protocols/schema/result';
import { compareVersions } from '../../protocols/schema/versions';
import { findEdition, findNewerInForce, listEditions } from '../../protocols/text/editions';
import { toDay, toStanding } from '../../protocols/text/in-force';
import { bridge } from '../bridge/bridge';
import { readOnce } from '../store/read-once';
import { listPrintedLocal } from './page/printed-local';
import type { SheetChanges, SheetClinic, SheetCode, SheetNotes, SheetSources } from './page/sheet-plan';

/** Gathers what a sheet is made from; throws where the edition cannot be opened, which main has ruled out before. */
export async function loadSheet({ job, moment, isBinder }: PrintTask, now: Date): Promise<SheetSources> {
  const [opened, settings, listing] = await Promise.all([
    bridge['library:open'](job.key),
    bridge['settings:read'](),
    bridge['library:list'](),
  ]);
  if (!opened.ok) throw new Error(`${job.key.id} ${job.key.version} cannot be opened: ${opened.error.kind}`);
  const protocol = opened.value;
  const printedAt = moment === undefined ? now : new Date(moment.printedAt);
  const today = toDay(printedAt);
  const newer = findNewerInForce(listing.protocols, protocol, today);
  const ofClinic = REPEATS_THE_CLINIC.has(job.sheet) ? await readClinic(protocol) : NOTHING;
  const local = listPrintedLocal({ job, ...ofClinic });
  const { contentHash } = findEdition(listing.protocols, job.key.id, job.key.version) ?? {};
  const toCode = (): SheetCode => {
    if (contentHash === undefined) return { kind: 'none' };
    if (isBinder === true) return { kind: 'content', code: toContentCode({ ...job, contentHash, local }) };
    if (moment === undefined) return { kind: 'none' };
    return { kind: 'given', code: toSheetCode({ ...job, contentHash, local, ...moment }) };
  };
  return {
    job,
    protocol,
    standing: toStanding(protocol, today, newer !== undefined),
    clinicName: settings.clinicName,
    printedAt,
    changes: job.sheet === 'protocol' ? await findChanges(protocol, listing.protocols) : undefined,
    ...ofClinic,
    local,
    code: toCode(),
  };
}

type OfClinic = Pick<SheetSources, 'notes' | 'clinic'>;

const REPEATS_THE_CLINIC: ReadonlySet<string> = new Set(['protocol', 'dose', 'checklist']);

// The other sheets repeat nothing the clinic wrote.
const NOTHING: OfClinic = {
  notes: { state: 'read', notes: [] },
  clinic: { state: 'read', values: [], switches: [] },
};

/** Compares with the edition next below, where it can be opened; what compares loads only for that. */
async function findChanges(
  protocol: Protocol,
  editions: readonly ProtocolSummary[],
): Promise<SheetChanges | undefined> {
  const before = listEditions(editions, protocol.id).find(
    ({ version }) => compareVersions(version, protocol.version) < 0,
  );
  if (before === undefined) return undefined;
  const opened = await bridge['library:open']({ id: before.id, version: before.version });
  if (!opened.ok) return undefined;
  const { diffProtocols } = await import('../../protocols/changes/diff-protocols');
  return { from: before.version, diff: diffProtocols(opened.value, protocol) };
}

/** What the clinic wrote and set; a sheet says so where it cannot be read, and gives no number that may rest on it. */
async function readClinic(protocol: Protocol): Promise<OfClinic> {
  const read = await readOnce(protocol.id);
  if (!read.ok) return { notes: { state: 'unread' }, clinic: { state: 'unread' } };
  const notes: SheetNotes = { state: 'read', notes: placeNotes(protocol, read.value.notes) };
  const values = parseAll(read.value.values, parseClinicValue);
  const switches = parseAll(read.value.switches, parseCalculator);
  const clinic: SheetClinic =
    values === undefined || switches === undefined ? { state: 'unread' } : { state: 'read', values, switches };
  return { notes, clinic };
}

/** One entry that cannot be read might be the one that lowered a maximum: then none of them is relied on. */
function parseAll<T>(entries: readonly JournalEntry[], parse: (body: unknown) => Result<T, string>): T[] | undefined {
  const records: T[] = [];
  for (const { body } of toSpokenOrder(entries)) {
    const parsed = parse(body);
    if (!parsed.ok) return undefined;
    records.push(parsed.value);
  }
  return records;
}
