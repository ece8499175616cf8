import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import styles from './forms.module.css';

type PartLabel =
  | 'forms.number'
  | 'forms.unit'
  | 'forms.mark'
  | 'forms.round'
  | 'forms.comparison'
  | 'forms.localWords'
  | 'forms.derivation'
  | 'forms.variant';

/** One control of several that make a value, with what it is for above it. */
export function Labelled({ id, children }: { id: PartLabel; children: ReactElement }): ReactElement {
  return (
    <label className={styles['part']}>
      <span className={styles['hint']}>
        <FormattedMessage id={id} />
      </span>
      {children}
    </label>
  );
}
