import { Fragment, type ReactElement, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { toShortDuration } from '../../../protocols/text/display';
import { toUnitWords } from '../../../protocols/units/unit-table';
import { PEN } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';
import type { TimeColumn } from './columns';
import { LimitWords } from './limit-words';
import { type Strip, type StripRow, toBand } from './strips';

const JUDGED = ['alertness', 'dissociation', 'nausea', 'event', 'initials'] as const;

/** The grid: a column for each time to look, a strip for each vital sign, a row for each thing judged. */
export function Grid({
  columns,
  strips,
  setting,
}: {
  columns: readonly TimeColumn[];
  strips: readonly Strip[];
  setting: Setting;
}): ReactElement {
  const cells = (band: (column: TimeColumn) => ReturnType<typeof toBand>): ReactNode =>
    columns.map((column) => (
      <td key={column.id} data-column={column.kind} data-band={band(column)}>
        {PEN}
      </td>
    ));
  const blank = cells(() => undefined);
  return (
    <table className="grid">
      <colgroup>
        <col data-column="name" />
        {columns.map(({ id }) => (
          <col key={id} data-column="time" />
        ))}
      </colgroup>
      <thead>
        <tr className="dueRow">
          <th scope="row">
            <FormattedMessage id="print.flow.due" />
          </th>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-column={column.kind}>
              <ColumnHead column={column} {...setting} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="judgedRow">
          <th scope="row">
            <FormattedMessage id="print.flow.clock" />
          </th>
          {blank}
        </tr>
        {strips.map((strip) => (
          <Fragment key={strip.name}>
            {strip.rows.map((row, index) => (
              <tr
                key={`row-${index + 1}`}
                className={strip.rows.length > 1 ? 'stripRow' : 'judgedRow'}
                data-first={index === 0 ? '' : undefined}
                data-kind={row.kind}
              >
                <th scope="row">
                  {row.kind === 'within' ? (
                    <StripName strip={strip} {...setting} />
                  ) : (
                    <LimitWords row={row} {...setting} />
                  )}
                </th>
                {cells((column) => findBand(row, column))}
              </tr>
            ))}
          </Fragment>
        ))}
        {JUDGED.map((name) => (
          <tr key={name} className="judgedRow">
            <th scope="row">
              <FormattedMessage id={`print.flow.${name}`} />
            </th>
            {blank}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ column: { kind, due }, language, numbers }: { column: TimeColumn } & Setting): ReactElement {
  return (
    <>
      {kind !== 'during' && (
        <span className="columnKind">
          <FormattedMessage id={`print.flow.${kind}`} />
        </span>
      )}
      {due !== undefined && (
        <span className="dueTime" data-due={due.seconds}>
          {due.after === 'end' && <FormattedMessage id="print.flow.afterEnd" />}{' '}
          {due.seconds === 0 ? (
            <FormattedMessage id="print.flow.start" />
          ) : (
            <DueTime seconds={due.seconds} language={language} />
          )}
        </span>
      )}
      {due?.blocks.map((id) => (
        <span key={id} className="dueFrom">
          {numbers.get(id)}
        </span>
      ))}
    </>
  );
}

/** Number over unit: both do not fit side by side. */
function DueTime({ seconds, language }: { seconds: number; language: Setting['language'] }): ReactElement {
  const { value, unit } = toShortDuration(seconds, language);
  return (
    <>
      <span className="dueValue">{value}</span> <span className="dueUnit">{unit}</span>
    </>
  );
}

/** The row of a strip in which nothing is asked carries its name. */
function StripName({ strip: { name, unit }, protocol, language }: { strip: Strip } & Setting): ReactElement {
  return (
    <>
      <strong lang={protocol.language}>{name}</strong>
      {unit !== undefined && `, ${toUnitWords(unit, language)}`}
    </>
  );
}

/** How a limit marks a column it speaks of; the gravest wins. */
function findBand(row: StripRow, { kind }: TimeColumn): ReturnType<typeof toBand> {
  if (row.kind === 'within') return undefined;
  const bands = row.asks
    .filter(({ span }) => span === 'all' || (span === 'baseline') === (kind === 'baseline'))
    .map(({ action }) => toBand(action));
  return bands.includes('hatched') ? 'hatched' : bands.find((band) => band !== undefined);
}
