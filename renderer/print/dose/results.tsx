import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DoseResult } from '../../../protocols/dose/dose-answer';
import type { DoseBlock } from '../../../protocols/dose/dose-request';
import type { Measured } from '../../../protocols/dose/exact';
import type { UnitCode } from '../../../protocols/units/unit-table';
import { toWholeUnit } from '../../dose/field-rules';
import { toWords } from '../../dose/quantity-words';
import { Blank } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';

type Output = 'dose' | 'volume' | 'total-volume' | 'rate' | 'duration';

/** The dose, what is drawn up and how fast it runs, in large figures; a place to write each where nothing was worked out. */
export function Results({
  block,
  result,
  language,
}: { block: DoseBlock; result: DoseResult | undefined } & Pick<Setting, 'language'>): ReactElement {
  const infused = block.method === 'infusion';
  // What the patient takes is not drawn up.
  const drawn = block.method !== 'supervised-self';
  const outputs: readonly { name: Output; value: Measured | undefined; unit: UnitCode; applies: boolean }[] = [
    { name: 'dose', value: result?.dose, unit: toWholeUnit(block), applies: true },
    { name: 'volume', value: result?.volume, unit: 'mL', applies: drawn },
    { name: 'total-volume', value: result?.madeUp, unit: 'mL', applies: infused },
    { name: 'rate', value: result?.rate, unit: 'mL/h', applies: infused },
    { name: 'duration', value: result?.duration, unit: 'min', applies: infused },
  ];
  return (
    <dl className="results">
      {outputs
        .filter(({ applies, value }) => applies || value !== undefined)
        .map(({ name, value, unit }) => (
          <div key={name}>
            <dt>
              <FormattedMessage id={`print.dosesheet.${name}`} />
            </dt>
            <Shown name={name} value={value}>
              {value === undefined ? <Blank unit={unit} language={language} /> : toWords(value, language)}
            </Shown>
          </div>
        ))}
    </dl>
  );
}

function Shown({
  name,
  value,
  children,
}: {
  name: Output;
  value: Measured | undefined;
  children: ReactNode;
}): ReactElement {
  return value === undefined ? (
    <dd>{children}</dd>
  ) : (
    <dd data-output={name} data-value={value.value} data-unit={value.unit}>
      {children}
    </dd>
  );
}
