import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { PEN } from '../page/paper-value';

/** Whom to call; each clinic writes its own. */
export function EmergencyNumbers(): ReactElement {
  return (
    <div className="emergency">
      <strong>
        <FormattedMessage id="print.emergency" />
      </strong>
      {(['number', 'prescriber', 'hospital'] as const).map((name) => (
        <span key={name} className="signer">
          <FormattedMessage id={`print.emergency.${name}`} />
          <span className="blankLine" />
        </span>
      ))}
    </div>
  );
}

/** Three people answer for the sheet, by name. */
function SignOff(): ReactElement {
  return (
    <table className="rows signOff">
      <thead>
        <tr className="columnHead">
          <th scope="col" data-column="what">
            <FormattedMessage id="print.sign" />
          </th>
          {(['name', 'signature', 'time'] as const).map((column) => (
            <th key={column} scope="col" data-column={column}>
              <FormattedMessage id={`print.sign.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['given', 'checked', 'released'] as const).map((act) => (
          <tr key={act}>
            <th scope="row" data-column="what">
              <FormattedMessage id={`print.sign.${act}`} />
            </th>
            <td>{PEN}</td>
            <td>{PEN}</td>
            <td>{PEN}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Signatures, room to write, and the line that says nothing follows; together, so that no page holds notes alone. */
export function Closing(): ReactElement {
  return (
    <div className="closing">
      <SignOff />
      <div className="notes">
        <div className="label">
          <FormattedMessage id="print.notes" />
        </div>
      </div>
      <p className="end">
        <FormattedMessage id="print.end" />
      </p>
    </div>
  );
}
