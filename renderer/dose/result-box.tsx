import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Language } from '../../protocols/contract/calls';
import type { DoseResult } from '../../protocols/dose/dose-answer';
import type { Measured } from '../../protocols/dose/exact';
import { Chip } from '../ui/tone';
import styles from './result.module.css';
import { toWords } from './quantity-words';

type OutputName = 'dose' | 'volume' | 'made-up' | 'rate' | 'duration';

/** The outputs of a result in the order they are read aloud; those the dose does not have are absent. */
function listOutputs(result: DoseResult): readonly { readonly name: OutputName; readonly value: Measured }[] {
  const { dose, volume, madeUp, rate, duration } = result;
  return (
    [
      { name: 'dose', value: dose },
      { name: 'volume', value: volume },
      { name: 'made-up', value: madeUp },
      { name: 'rate', value: rate },
      { name: 'duration', value: duration },
    ] as const
  ).flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}

/**
 * The answer, large. What is not known yet stands as words in the same place: the box never shows a number that does
 * not belong to what the fields hold.
 */
export function ResultBox({
  result,
  waiting,
  language,
}: {
  result: DoseResult | undefined;
  /** What is still to be entered, in words. */
  waiting: ReactNode;
  language: Language;
}): ReactElement {
  return (
    <div className={styles['result']} role="status" data-result={result === undefined ? 'blank' : 'shown'}>
      {result === undefined ? (
        <p className={styles['waiting']}>{waiting}</p>
      ) : (
        <div className={styles['outputs']}>
          {listOutputs(result).map(({ name, value }) => (
            <p
              key={name}
              className={styles['output']}
              data-output={name === 'made-up' ? 'total-volume' : name}
              data-value={value.value}
              data-unit={value.unit}
              data-mark="arithmetic"
            >
              <span className={styles['outputName']}>
                <FormattedMessage id={`dose.output.${name}`} />
              </span>{' '}
              <span className={styles['outputValue']}>{toWords(value, language)}</span>
            </p>
          ))}
          <ResultAside result={result} language={language} />
        </div>
      )}
    </div>
  );
}

/** What must be read with the number: the vial it is drawn from, and what stands in its way. */
function ResultAside({ result, language }: { result: DoseResult; language: Language }): ReactElement {
  const { vial, capped, warnings } = result;
  return (
    <div className={styles['aside']}>
      {warnings.some(({ kind }) => kind === 'draft') && (
        <Chip tone="draft">
          <FormattedMessage id="reader.standing.draft.title" />
        </Chip>
      )}
      {vial !== undefined && (
        <span>
          <FormattedMessage
            id="dose.fromVial"
            values={{ vial: <strong key="vial">{toWords(vial, language)}</strong> }}
          />
        </span>
      )}
      {capped !== undefined && (
        <Chip tone="caution">
          <FormattedMessage
            id={`dose.capped.${capped.by}`}
            values={{ from: toWords(capped.from, language), to: toWords(capped.to, language) }}
          />
        </Chip>
      )}
    </div>
  );
}
