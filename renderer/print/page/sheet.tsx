import { type ReactElement, type ReactNode, useMemo } from 'react';
import { planSheet } from '../plan-sheet';
import { PageFooter, PageHeader } from './page-frame';
import { PagedSheet } from './paged-sheet';
import type { SheetSources } from './sheet-plan';

/** A sheet on its pages, each with its header, footer and the line that stands on every page of the protocol. */
export function Sheet({
  sources,
  onLaidOut,
}: {
  sources: SheetSources;
  onLaidOut: (pages: number | undefined) => void;
}): ReactElement {
  const { job, protocol, standing, clinicName, printedAt, code } = sources;
  const plan = useMemo(() => planSheet(sources), [sources]);
  const top = (node: ReactNode): ReactNode => (
    <>
      {protocol.safetyLine !== undefined && (
        <p className="safetyLine" lang={protocol.language}>
          {protocol.safetyLine}
        </p>
      )}
      {node}
    </>
  );
  return (
    <PagedSheet
      paper={job.paper}
      orientation={plan.orientation}
      header={<PageHeader protocol={protocol} standing={standing} clinic={clinicName} sheet={job.sheet} />}
      renderFooter={(page, pages) => (
        <PageFooter
          protocol={protocol}
          standing={standing}
          printedAt={printedAt}
          code={code}
          page={page}
          pages={pages}
        />
      )}
      first={top(plan.first)}
      later={top(plan.later)}
      attempts={plan.attempts}
      onLaidOut={onLaidOut}
    />
  );
}
