import { type ReactElement, useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RecallList } from '../../../protocols/contract/calls';
import { usePrintedAt } from '../page/page-frame';
import { TickBox } from '../page/paper-value';
import { PagedSheet } from '../page/paged-sheet';
import type { Attempt, SheetPart } from '../page/sheet-part';

/** The sheets to take out of use, a row each with a box to tick once it is found. The list is no clinical sheet and has no code. */
export function RecallSheet({
  recalls: { paper, rows },
  clinicName,
  printedAt,
  onLaidOut,
}: {
  recalls: RecallList;
  clinicName: string;
  printedAt: Date;
  onLaidOut: (pages: number | undefined) => void;
}): ReactElement {
  const intl = useIntl();
  const printed = usePrintedAt();
  const attempts = useMemo((): readonly Attempt[] => [{ parts: [toTable(rows)] }], [rows]);
  return (
    <PagedSheet
      paper={paper}
      orientation="portrait"
      header={
        <>
          <div className="pageTitle">
            <FormattedMessage id="print.recalls.title" />
          </div>
          {clinicName !== '' && <div className="clinic">{clinicName}</div>}
        </>
      }
      renderFooter={(page, pages) => (
        <div className="pageFooterRow">
          <span>
            {printed(printedAt)} · <FormattedMessage id="print.recalls.list" />
          </span>
          <strong className="pageNumber">{intl.formatMessage({ id: 'print.footer.page' }, { page, pages })}</strong>
        </div>
      )}
      first={
        <p>
          <FormattedMessage id="print.recalls.do" values={{ count: rows.length }} />
        </p>
      }
      later={null}
      attempts={attempts}
      onLaidOut={onLaidOut}
    />
  );
}

const COLUMNS = ['found', 'code', 'sheet', 'why'] as const;

function toTable(rows: RecallList['rows']): SheetPart {
  return {
    id: 'recalls',
    className: 'rows recalls',
    columns: COLUMNS,
    head: renderHead,
    rows: rows.map(({ code, about, reasons }) => (
      <tr key={code}>
        <td>
          <TickBox />
        </td>
        <td className="number">{code}</td>
        <td>{about}</td>
        <td>
          {reasons.map((reason) => (
            <div key={reason}>{reason}</div>
          ))}
        </td>
      </tr>
    )),
  };
}

function renderHead(): ReactElement {
  return (
    <tr className="columnHead">
      {COLUMNS.map((column) => (
        <th key={column} scope="col">
          <FormattedMessage id={`print.recalls.${column}`} />
        </th>
      ))}
    </tr>
  );
}
