import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../protocols/contract/calls';
import type { DoseResult, DoseStep, FormulaPart } from '../../protocols/dose/dose-answer';
import styles from './result.module.css';
import { toExactWords, toWords } from './quantity-words';

const SIGNS = { times: '×', 'divided-by': '÷', plus: '+', minus: '−', open: '(', close: ')' } as const;

/** The working, line by line, so that anyone can redo it by hand: formula, exact value, rounding. */
export function Working({ result, language }: { result: DoseResult; language: Language }): ReactElement {
  return (
    <div className={styles['scroller']}>
      <table className={styles['working']}>
        <caption className="visually-hidden">
          <FormattedMessage id="dose.working" />
        </caption>
        <tbody>
          {result.steps.map((step) => (
            <tr key={step.id} data-step={step.id}>
              <th scope="row">
                <FormattedMessage id={`dose.step.${step.id}`} />
              </th>
              <td>
                <StepLine step={step} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `0.5 mg per kg × 70.5 kg = 35.25 mg, rounded down to 1 mg: 35 mg`. */
export function StepLine({ step, language }: { step: DoseStep; language: Language }): ReactElement {
  const { formula, exact, unit, rounded, rounding } = step;
  const value = toExactWords(exact, unit, language);
  const sum = formula.map((part) => toPartWords(part, language)).join(' ');
  return (
    <>
      {sum !== '' && sum !== value && `${sum} = `}
      {value}
      {rounded !== undefined && rounding !== undefined && (
        <>
          {', '}
          <FormattedMessage
            id={`dose.rounded.${rounding.mode}`}
            values={{
              step: toWords(rounding.step, language),
              rounded: <strong key="rounded">{toWords(rounded, language)}</strong>,
            }}
          />
        </>
      )}
    </>
  );
}

function toPartWords(part: FormulaPart, language: Language): string {
  if (part.kind === 'sign') return SIGNS[part.sign];
  return part.kind === 'quantity'
    ? toExactWords(part.value, part.unit, language)
    : toExactWords(part.value, '{score}', language);
}
