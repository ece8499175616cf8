import { Closing, EmergencyNumbers } from './closing';
import { listDoseLines, listPauses } from './content';
import { Contraindications } from './contraindications';
import { DoseLineTable } from './dose-line';
import { listLimitParts } from './limits-table';
import { toPausePart } from './pause-table';
import { listContraindications } from './restated-limits';
import { Identity, IdentityStrip } from '../page/identity';
import type { SheetPart } from '../page/sheet-part';
import type { Setting, SheetPlan } from '../page/sheet-plan';

/** The session checklist: every checklist of a protocol in reading order, with what has to be at hand beside it. */
export function planChecklist(setting: Setting): SheetPlan {
  const { protocol, language, numbers } = setting;
  const parts: SheetPart[] = [
    { id: 'contraindications', node: <Contraindications {...setting} /> },
    // Whom to call is found at once: high on the first page, whatever follows.
    { id: 'emergency', node: <EmergencyNumbers /> },
    ...listLimitParts(setting),
    // What is given is written down beside its limits.
    ...listDoseLines(protocol).map((line, index) => ({
      id: `dose/${line.blocks[0].id}/${line.turn ?? 'only'}`,
      node: <DoseLineTable line={line} titled={index === 0} language={language} numbers={numbers} />,
    })),
    ...listPauses(protocol).map((pause) => toPausePart(pause, setting)),
    { id: 'closing', node: <Closing />, fills: true },
  ];
  const others = listContraindications(protocol, ['relative', 'caution']).length;
  return {
    orientation: 'portrait',
    first: <Identity />,
    later: <IdentityStrip />,
    attempts: [{ parts }],
    leftOut: others === 0 ? [] : [{ id: 'print.left.contraindications', values: { count: others } }],
  };
}
