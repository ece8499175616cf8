import type { PrintJob } from '../../protocols/contract/calls';
import { findNewerInForce } from '../../protocols/text/editions';
import { toDay, toStanding } from '../../protocols/text/in-force';
import { bridge } from '../bridge/bridge';
import type { SheetSources } from './page/sheet-plan';

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
    previous: undefined,
    notes: { state: 'read', notes: [] },
  };
}
