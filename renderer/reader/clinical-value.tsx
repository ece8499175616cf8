import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Amount, AmountRange, Comparison, Time, TimeRange } from '../../protocols/schema/values';
import { isUnsure, toComparisonWords, toShownValue } from '../../protocols/text/display';
import { useLanguage } from './use-language';
import styles from './clinical-value.module.css';
import type { Mark } from '../../protocols/schema/vocabulary';
import { isSet } from '../../protocols/schema/is-set';

/**
 * One number on screen: its words, and for scripts its canonical value, unit and mark. What is not verified looks
 * different. In brief, within a sentence or a card, the long words stay with the block the value lives in.
 */
export function ClinicalValue({ value, brief = false }: { value: Amount | Time; brief?: boolean }): ReactElement {
  const language = useLanguage();
  const { words, attributes } = toShownValue(value, language);
  if (!isSet(value)) {
    return (
      <span className={styles['value']} lang={language} {...attributes}>
        <span className={styles['local']}>
          <FormattedMessage id="reader.mark.local" />
        </span>
        {!brief && value.text !== undefined && <span className={styles['aside']}> ({value.text})</span>}
      </span>
    );
  }
  return (
    <span className={styles['value']} lang={language} {...attributes}>
      <span className={isUnsure(value.mark) ? styles['unverified'] : styles['number']}>{words}</span>
      <MarkWord mark={value.mark} />
      {!brief && value.derivation !== undefined && <span className={styles['aside']}> = {value.derivation}</span>}
      {value.contested !== undefined &&
        (brief ? (
          <span className={styles['aside']}>
            {' '}
            <FormattedMessage id="reader.contested.brief" />
          </span>
        ) : (
          <Contested text={value.contested} />
        ))}
    </span>
  );
}

/** The word beside anything not verified; nothing beside what is. */
export function MarkWord({ mark }: { mark: Mark }): ReactElement | null {
  if (mark === 'verified') return null;
  return (
    <span className={mark === 'arithmetic' ? styles['aside'] : styles['mark']}>
      {' '}
      <FormattedMessage id={`reader.mark.${mark}`} />
    </span>
  );
}

export function Contested({ text }: { text: string }): ReactElement {
  return (
    <span className={styles['contested']}>
      {' '}
      <strong>
        <FormattedMessage id="reader.contested" />
      </strong>{' '}
      {text}
    </span>
  );
}

/** `0.4 mg per kg to 0.75 mg per kg`, unit on both ends; choices as "28 mg or 56 mg". */
export function ClinicalRange({
  range,
  brief = false,
}: {
  range: AmountRange | TimeRange;
  brief?: boolean;
}): ReactElement {
  const intl = useIntl();
  const { min, usual, max } = range;
  const choices = 'choices' in range ? (range.choices ?? []) : [];
  const parts: ReactNode[] = [];
  if (usual !== undefined) parts.push(<ClinicalValue key="usual" value={usual} brief={brief} />);
  if (choices.length > 0) {
    parts.push(
      choices.map((choice, index) => (
        <span key={'value' in choice ? choice.value : index}>
          {index > 0 && ` ${intl.formatMessage({ id: 'reader.or' })} `}
          <ClinicalValue value={choice} brief={brief} />
        </span>
      )),
    );
  }
  if (min !== undefined && max !== undefined) {
    parts.push(
      <FormattedMessage
        key="range"
        id={usual === undefined ? 'reader.range' : 'reader.range.aside'}
        values={{
          min: <ClinicalValue key="min" value={min} brief={brief} />,
          max: <ClinicalValue key="max" value={max} brief={brief} />,
        }}
      />,
    );
  } else if (min !== undefined)
    parts.push(
      <FormattedMessage
        key="min"
        id="reader.from"
        values={{ min: <ClinicalValue key="min" value={min} brief={brief} /> }}
      />,
    );
  else if (max !== undefined)
    parts.push(
      <FormattedMessage
        key="max"
        id="reader.upTo"
        values={{ max: <ClinicalValue key="max" value={max} brief={brief} /> }}
      />,
    );
  return (
    <>
      {parts.map((part, index) => (
        // The parts of one range never change places.
        <span key={['first', 'second', 'third'][index]}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </>
  );
}

/** `at or over 180 mmHg`, `at or over 45 mmHg above baseline`. */
export function ClinicalComparison({ when }: { when: Comparison }): ReactElement {
  const language = useLanguage();
  const { before, after } = toComparisonWords(when, language);
  return (
    <>
      {before} <ClinicalValue value={when.amount} />
      {after !== '' && ` ${after}`}
    </>
  );
}
