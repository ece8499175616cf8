import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DoseResult } from '../../protocols/dose/dose-answer';
import type { DoseInputs, Sex } from '../../protocols/dose/dose-request';
import type { Measured } from '../../protocols/dose/exact';
import { useLanguage } from '../reader/use-language';
import { ToneIcon } from '../ui/tone';
import styles from './result.module.css';
import { toWords } from './quantity-words';

/** What one person entered, and what came of it; no result where the entry was refused. */
export interface Answered {
  readonly inputs: DoseInputs;
  readonly result: DoseResult | undefined;
}

const ENTERED = ['weight', 'height', 'sex', 'amount', 'vial'] as const;
const FOUND = ['dose', 'volume', 'madeUp', 'rate', 'duration'] as const;

/** Whether two persons entered the same and came to the same. */
export function isMatch(first: Answered, second: Answered): boolean {
  if (first.result === undefined || second.result === undefined) return false;
  return listRows(first, second).every(({ a, b }) => isSame(a, b));
}

/** The two answers line by line, each line told as the same or not in a word and a shape. */
export function SideBySide({ first, second }: { first: Answered; second: Answered }): ReactElement {
  const language = useLanguage();
  const cell = (value: Compared): ReactElement | string => {
    if (value === undefined) return <FormattedMessage id="dose.second.none" />;
    return typeof value === 'string' ? <FormattedMessage id={`dose.sex.${value}`} /> : toWords(value, language);
  };
  return (
    <div className={styles['scroller']}>
      <table className={styles['both']}>
        <thead>
          <tr>
            <Unseen id="dose.second.what" />
            <th scope="col">
              <FormattedMessage id="dose.second.first" />
            </th>
            <th scope="col">
              <FormattedMessage id="dose.second.second" />
            </th>
            <Unseen id="dose.second.verdict" />
          </tr>
        </thead>
        <tbody>
          {listRows(first, second).map(({ name, a, b }) => {
            const tone = isSame(a, b) ? 'done' : 'stop';
            return (
              <tr key={name} data-compared={tone === 'done' ? 'same' : 'differs'}>
                <th scope="row">
                  <FormattedMessage id={`dose.second.row.${name}`} />
                </th>
                <td className={styles['measured']}>{cell(a)}</td>
                <td className={styles['measured']}>{cell(b)}</td>
                <td data-tone={tone} className={styles['verdict']}>
                  <ToneIcon tone={tone} size={16} />{' '}
                  <FormattedMessage id={tone === 'done' ? 'dose.second.same' : 'dose.second.different'} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A head that only a screen reader needs: the column speaks for itself. */
function Unseen({ id }: { id: 'dose.second.what' | 'dose.second.verdict' }): ReactElement {
  return (
    <th scope="col">
      <span className="visually-hidden">
        <FormattedMessage id={id} />
      </span>
    </th>
  );
}

type Compared = Measured | Sex | undefined;
interface Row {
  readonly name: (typeof ENTERED)[number] | (typeof FOUND)[number];
  readonly a: Compared;
  readonly b: Compared;
}

function listRows(first: Answered, second: Answered): readonly Row[] {
  const entered = ENTERED.map((name): Row => ({ name, a: first.inputs[name], b: second.inputs[name] }));
  const found = FOUND.map((name): Row => ({ name, a: first.result?.[name], b: second.result?.[name] }));
  return [...entered, ...found].filter(({ a, b }) => a !== undefined || b !== undefined);
}

function isSame(a: Compared, b: Compared): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.value === b.value && a.unit === b.unit;
}
