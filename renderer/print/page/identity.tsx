import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { TickBox } from './paper-value';

// Boxes stay blank: the program knows no patient.
/** Who and when, to be filled in by hand or covered by a label. */
export function Identity(): ReactElement {
  return (
    <table className="boxes identity">
      <tbody>
        <tr>
          <Box id="print.identity.name" span={5} />
          <Box id="print.identity.birthDate" span={3} />
          <Box id="print.identity.record" span={4} />
        </tr>
        <tr>
          <Box id="print.identity.date" span={2} />
          <Box id="print.identity.session" span={2} />
          <Box id="print.identity.weight" span={2} />
          <Box id="print.identity.allergies" span={3} tick />
          <Box id="print.identity.exclusions" span={3} tick />
        </tr>
      </tbody>
    </table>
  );
}

/** The same on later pages, short: a page that comes loose still says whose it is. */
export function IdentityStrip(): ReactElement {
  return (
    <table className="boxes identity">
      <tbody>
        <tr>
          <Box id="print.identity.name" span={5} />
          <Box id="print.identity.record" span={3} />
          <Box id="print.identity.date" span={2} />
          <Box id="print.identity.session" span={2} />
        </tr>
      </tbody>
    </table>
  );
}

/** One row of it across a landscape page. */
export function IdentityRow(): ReactElement {
  return (
    <table className="boxes identity wide">
      <tbody>
        <tr>
          <Box id="print.identity.name" span={4} />
          <Box id="print.identity.birthDate" span={2} />
          <Box id="print.identity.record" span={2} />
          <Box id="print.identity.date" span={2} />
          <Box id="print.identity.session" span={1} />
          <Box id="print.identity.weight" span={1} />
        </tr>
      </tbody>
    </table>
  );
}

type BoxLabel =
  `print.identity.${'name' | 'birthDate' | 'record' | 'date' | 'session' | 'weight' | 'allergies' | 'exclusions'}`;

function Box({ id, span, tick = false }: { id: BoxLabel; span: number; tick?: boolean }): ReactElement {
  return (
    <td colSpan={span}>
      <div className="label">
        <FormattedMessage id={id} />
      </div>
      {tick && <TickBox />}
    </td>
  );
}
