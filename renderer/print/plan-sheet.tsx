import { toClinicValues } from '../../protocols/dose/clinic-records';
import { unreachable } from '../../protocols/schema/unreachable';
import { toNumbers } from '../../protocols/text/numbering';
import { planChecklist } from './checklist/plan';
import { planDoseSheet } from './dose/plan';
import { planEmergency } from './emergency/plan';
import { planFlowsheet } from './flowsheet/plan';
import type { Setting, SheetPlan, SheetSources } from './page/sheet-plan';
import { planProtocol } from './protocol/plan';
import { planReportForm } from './report-form/plan';

/** What stands on the sheet a job asks for. */
export function planSheet(sources: SheetSources): SheetPlan {
  const { job, protocol, clinic } = sources;
  const setting: Setting = {
    protocol,
    language: job.language,
    numbers: toNumbers(protocol.sections),
    clinicOf: (blockId) =>
      clinic.state === 'read' ? toClinicValues(clinic.values, { protocolId: protocol.id, blockId }) : {},
  };
  switch (job.sheet) {
    case 'checklist':
      return planChecklist(setting);
    case 'flowsheet':
      return planFlowsheet(setting);
    case 'emergency':
      return planEmergency(setting);
    case 'esketamine-monitoring':
      return planReportForm(setting);
    case 'protocol':
      return planProtocol(setting, sources);
    case 'dose':
      return planDoseSheet(setting, job, sources);
    default:
      return unreachable(job);
  }
}
