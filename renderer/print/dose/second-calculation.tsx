import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DoseBlock } from '../../../protocols/dose/dose-request';
import { toAmountUnit, toWholeUnit } from '../../dose/field-rules';
import { Blank } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';

/** Another person's own sum, in blanks, with own signatures: a copied number checks nothing. */
export function SecondCalculation({ block, language }: { block: DoseBlock } & Pick<Setting, 'language'>): ReactElement {
  const weighed = block.basis !== 'fixed';
  const drawn = block.method !== 'supervised-self';
  return (
    <div className="second">
      <p>
        <strong>
          <FormattedMessage id="print.dosesheet.second" />
        </strong>{' '}
        <FormattedMessage id="print.dosesheet.second.how" />
      </p>
      <div className="secondSum">
        {weighed && (
          <>
            <Blank unit="kg" language={language} /> ×{' '}
          </>
        )}
        <Blank unit={toAmountUnit(block)} language={language} /> ={' '}
        <Blank unit={toWholeUnit(block)} language={language} />
        {drawn && (
          <>
            {' '}
            ÷ <Blank unit="mg/mL" language={language} /> = <Blank unit="mL" language={language} />
          </>
        )}
      </div>
      <div className="signers">
        {(['first', 'second'] as const).map((who) => (
          <span key={who} className="signer">
            <FormattedMessage id={`print.dosesheet.sign.${who}`} />
            <span className="blankLine" />
            <FormattedMessage id="print.pause.time" />
            <span className="blankLine short" />
          </span>
        ))}
      </div>
    </div>
  );
}
