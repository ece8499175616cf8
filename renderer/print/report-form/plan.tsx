import { FormattedMessage } from 'react-intl';
import { listReportPhases } from '../../../protocols/sheets/printable';
import { SignRow } from '../checklist/pause-table';
import { IdentityRow, IdentityStrip } from '../page/identity';
import type { SheetPart } from '../page/sheet-part';
import type { Setting, SheetPlan } from '../page/sheet-plan';
import { FieldRow } from './field-row';

/** The form that reports one session to the safety programme, field by field as the protocol lists them. */
export function planReportForm(setting: Setting): SheetPlan {
  let number = 0;
  const parts = listReportPhases(setting.protocol).map(
    (phase): SheetPart => ({
      id: phase.id,
      className: 'rows form',
      columns: ['number', 'field', 'answer'],
      head: (continued) => (
        <tr className="pauseHead">
          <th colSpan={3} scope="colgroup">
            <span className="pauseTitle">
              <span lang={setting.protocol.language}>{phase.title}</span>
              {continued && (
                <>
                  {' '}
                  (<FormattedMessage id="print.continued" />)
                </>
              )}
            </span>
          </th>
        </tr>
      ),
      rows: [
        ...phase.items.map((item) => <FieldRow key={item.id} number={++number} item={item} {...setting} />),
        ...(phase.signOff === undefined
          ? []
          : [
              <SignRow
                key="sign"
                roles={phase.signOff.map(({ role }) => role)}
                lang={setting.protocol.language}
                span={3}
              />,
            ]),
      ],
    }),
  );
  return {
    orientation: 'portrait',
    first: <IdentityRow />,
    later: <IdentityStrip />,
    attempts: [{ parts }],
    leftOut: [],
  };
}
