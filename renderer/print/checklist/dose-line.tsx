import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../../protocols/contract/calls';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { type DoseLine, findDoseUnit } from './content';
import { Blank } from '../page/paper-value';

/** The medicine and the way it is given, both in full. */
export function DoseName({ block }: { block: BlockOf<'dose'> }): ReactElement {
  return (
    <>
      <strong>{block.drug.tallMan ?? block.drug.name}</strong>, <FormattedMessage id={`print.route.${block.route}`} />,{' '}
      <FormattedMessage id={`print.method.${block.method}`} />
    </>
  );
}

/** One line for what was given, from which vial, and by whom; everything but medicine and route is a blank. */
export function DoseLineTable({
  line: { blocks, turn },
  titled,
  language,
  numbers,
}: {
  line: DoseLine;
  /** The first of several lines says what they are. */
  titled: boolean;
  language: Language;
  numbers: ReadonlyMap<string, string>;
}): ReactElement {
  const [block] = blocks;
  const unit = findDoseUnit(block);
  return (
    <section>
      {titled && (
        <h2>
          <FormattedMessage id="print.dose" />
        </h2>
      )}
      <table className="boxes dose">
        <tbody>
          <tr>
            <Box id="print.dose.drug" span={5}>
              <DoseName block={block} />{' '}
              {turn !== undefined && (
                <strong>
                  <FormattedMessage id={`print.dose.${turn}`} />
                </strong>
              )}{' '}
              <span className="quiet">
                <FormattedMessage
                  id="print.dose.blocks"
                  values={{ count: blocks.length, blocks: blocks.map(({ id }) => numbers.get(id)).join(', ') }}
                />
              </span>
            </Box>
            <Box id="print.dose.dose" span={2}>
              <Blank unit={unit} language={language} />
            </Box>
            <Box id="print.dose.volume" span={2}>
              <Blank unit="mL" language={language} />
            </Box>
            <Box id="print.dose.strength" span={3}>
              <Blank unit={unit === 'ug' ? 'ug/mL' : 'mg/mL'} language={language} />
            </Box>
          </tr>
          <tr>
            <Box id="print.dose.batch" span={2} />
            <Box id="print.dose.expiry" span={2} />
            <Box id="print.dose.site" span={2} />
            <Box id="print.dose.time" span={2} />
            <Box id="print.dose.givenBy" span={2} />
            <Box id="print.dose.checkedBy" span={2} />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

type BoxLabel =
  `print.dose.${'drug' | 'dose' | 'volume' | 'strength' | 'batch' | 'expiry' | 'site' | 'time' | 'givenBy' | 'checkedBy'}`;

function Box({ id, span, children }: { id: BoxLabel; span: number; children?: ReactNode }): ReactElement {
  return (
    <td colSpan={span}>
      <div className="label">
        <FormattedMessage id={id} />
      </div>
      {children}
    </td>
  );
}
