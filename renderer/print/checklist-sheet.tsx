import type { ReactElement, ReactNode } from 'react';
import type { Language, Paper } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Standing } from '../../protocols/text/in-force';
import { toNumbers } from '../../protocols/text/numbering';
import { listDoseLines, listPauses } from './checklist-content';
import { Closing, EmergencyNumbers } from './closing';
import { DoseLineTable } from './dose-line';
import { Identity, IdentityStrip } from './identity';
import { Contraindications } from './contraindications';
import { listLimitParts } from './limits-table';
import { PageFooter, PageHeader } from './page-frame';
import { PagedSheet, type SheetPart } from './paged-sheet';
import { toPausePart } from './pause-table';

interface Props {
  readonly protocol: Protocol;
  readonly standing: Standing;
  readonly clinic: string;
  readonly printedAt: Date;
  readonly paper: Paper;
  readonly language: Language;
  readonly onLaidOut: (pages: number | undefined) => void;
}

/** The session checklist on paper: every checklist of a protocol in reading order, with what has to be at hand beside it. */
export function ChecklistSheet({
  protocol,
  standing,
  clinic,
  printedAt,
  paper,
  language,
  onLaidOut,
}: Props): ReactElement {
  const setting = { protocol, language, numbers: toNumbers(protocol.sections) };
  const parts: SheetPart[] = [
    { id: 'contraindications', node: <Contraindications {...setting} /> },
    // Whom to call is found at once: high on the first page, whatever follows.
    { id: 'emergency', node: <EmergencyNumbers /> },
    ...listLimitParts(setting),
    // What is given is written down beside its limits.
    ...listDoseLines(protocol).map((line, index) => ({
      id: `dose/${line.blocks[0].id}/${line.turn ?? 'only'}`,
      node: <DoseLineTable line={line} titled={index === 0} language={language} numbers={setting.numbers} />,
    })),
    ...listPauses(protocol).map((pause) => toPausePart(pause, setting)),
    { id: 'closing', node: <Closing />, fills: true },
  ];
  const top = (identity: ReactNode): ReactNode => (
    <>
      {protocol.safetyLine !== undefined && (
        <p className="safetyLine" lang={protocol.language}>
          {protocol.safetyLine}
        </p>
      )}
      {identity}
    </>
  );
  return (
    <PagedSheet
      paper={paper}
      header={<PageHeader protocol={protocol} standing={standing} clinic={clinic} />}
      renderFooter={(page, pages) => (
        <PageFooter protocol={protocol} standing={standing} printedAt={printedAt} page={page} pages={pages} />
      )}
      first={top(<Identity />)}
      later={top(<IdentityStrip />)}
      parts={parts}
      onLaidOut={onLaidOut}
    />
  );
}
