import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DoseEntries } from '../../../protocols/contract/calls';
import type { DoseBlock } from '../../../protocols/dose/dose-request';
import type { UnitCode } from '../../../protocols/units/unit-table';
import type { FieldName } from '../../dose/entry';
import { toAmountUnit } from '../../dose/field-rules';
import { toWords } from '../../dose/quantity-words';
import { toFields } from '../../dose/worked-entries';
import { useDay } from '../page/page-frame';
import { Blank, PaperValue } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';
import type { WorkedDose } from './worked-dose';

/** What the dose was worked out from: typed values say that they were typed, what was not typed is a blank. */
export function EnteredList({
  block,
  entered,
  worked,
  ...setting
}: { block: DoseBlock; entered: DoseEntries | undefined; worked: WorkedDose | undefined } & Setting): ReactElement {
  const { language } = setting;
  const day = useDay();
  const basis = block.basis === 'local' ? (worked?.clinic.basis?.value ?? block.basis) : block.basis;
  const fields = (worked?.fields ?? toFields(block, undefined)).filter(({ name }) => name !== 'amount');
  const shown = (name: FieldName, unit: UnitCode): ReactNode => {
    const reading = worked?.readings[name];
    const isTyped = entered?.[name] !== undefined && entered[name] !== '';
    if (reading?.kind !== 'read' || !isTyped) return <Blank unit={unit} language={language} />;
    return (
      <>
        <strong data-value={reading.value.value} data-unit={reading.value.unit}>
          {toWords(reading.value, language)}
        </strong>{' '}
        <FormattedMessage id="print.dosesheet.entered" />
      </>
    );
  };
  return (
    <dl className="entries">
      <Entry id="print.dosesheet.amount">
        {entered?.amount === undefined ? <Stated block={block} {...setting} /> : shown('amount', toAmountUnit(block))}
      </Entry>
      {fields.map(({ name, rule }) => (
        <Entry key={name} id={`print.dosesheet.${name}`}>
          {shown(name, rule.unit)}
          {name === 'weight' && (
            <span className="quiet">
              {' '}
              <FormattedMessage id={`reader.basis.${basis}`} />,{' '}
              {entered?.weighedOn === undefined ? (
                <FormattedMessage
                  id="print.dosesheet.weighed"
                  values={{ day: <span key="day" className="blankLine" /> }}
                />
              ) : (
                <FormattedMessage id="print.dosesheet.weighed" values={{ day: day(entered.weighedOn) }} />
              )}
            </span>
          )}
        </Entry>
      ))}
    </dl>
  );
}

function Entry({ id, children }: { id: `print.dosesheet.${FieldName}`; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>
        <FormattedMessage id={id} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The usual amount as the protocol states it, or a blank to write the chosen one. */
function Stated({ block, language }: { block: DoseBlock } & Pick<Setting, 'language'>): ReactElement {
  const { usual } = block.amount;
  return (
    <>
      <Blank unit={toAmountUnit(block)} language={language} />
      {usual !== undefined && (
        <span className="quiet">
          {' '}
          <FormattedMessage
            id="print.dosesheet.usual"
            values={{ amount: <PaperValue key="usual" value={usual} language={language} /> }}
          />
        </span>
      )}
    </>
  );
}
