import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import styles from './notes.module.css';

/** Notes that fit their block no more, under one heading and with the same words on what to do. */
export function ReviewGroup({
  id,
  title,
  children,
}: {
  id: string;
  title: 'notes.review' | 'notes.group.review';
  children: ReactNode;
}): ReactElement {
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id}>
        <FormattedMessage id={title} />
      </h2>
      <p className={styles['small']}>
        <FormattedMessage id="notes.review.body" />
      </p>
      {children}
    </section>
  );
}
