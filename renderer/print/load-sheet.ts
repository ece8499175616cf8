import { placeNotes } from '../../protocols/anchoring/place-notes';
import type { PrintJob, ProtocolSummary } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { compareVersions } from '../../protocols/schema/versions';
import { findNewerInForce, listEditions } from '../../protocols/text/editions';
import { toDay, toStanding } from '../../protocols/text/in-force';
import { bridge } from '../bridge/bridge';
import { openStore } from '../store/store';
import type { SheetChanges, SheetNotes, SheetSources } from './page/sheet-plan';

/** Gathers what a sheet is made from; throws where the edition cannot be opened, which main has ruled out before. */
export async function loadSheet(job: PrintJob, printedAt: Date): Promise<SheetSources> {
  const [opened, settings, listing] = await Promise.all([
    bridge['library:open'](job.key),
    bridge['settings:read'](),
    bridge['library:list'](),
  ]);
  if (!opened.ok) throw new Error(`${job.key.id} ${job.key.version} cannot be opened: ${opened.error.kind}`);
  const protocol = opened.value;
  const today = toDay(printedAt);
  const newer = findNewerInForce(listing.protocols, protocol, today);
  return {
    job,
    protocol,
    standing: toStanding(protocol, today, newer !== undefined),
    clinic: settings.clinicName,
    printedAt,
    ...(job.sheet === 'protocol'
      ? { changes: await findChanges(protocol, listing.protocols), notes: await readNotes(protocol) }
      : { changes: undefined, notes: { state: 'read', notes: [] } }),
  };
}

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

/** The clinic's notes as they stand in the edition; a sheet says so where they cannot be read, and is printed without. */
async function readNotes(protocol: Protocol): Promise<SheetNotes> {
  const store = await openStore();
  if (!store.ok) return { state: 'unread' };
  try {
    const notes = await store.value.readNotesOf(protocol.id);
    return { state: 'read', notes: placeNotes(protocol, notes) };
  } catch {
    return { state: 'unread' };
  } finally {
    store.value.close();
  }
}
