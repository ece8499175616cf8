import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { PrintRecord } from '../../protocols/print-identity/print-record';
import { findEdition } from '../../protocols/text/editions';
import { useLibrary } from '../app/library-provider';
import { Day } from '../reader/day';
import styles from './papers.module.css';

/** Which sheet it is, in the words that stand on it. Day and time are those of the computer that printed it. */
export function SheetFacts({ record }: { record: PrintRecord }): ReactElement {
  const { key, sheet, printedAt, pages, paper, language, target, code } = record;
  const editions = useLibrary()?.listing.protocols ?? [];
  const edition = findEdition(editions, key.id, key.version) ?? findEdition(editions, key.id);
  return (
    <span className={styles['facts']}>
      <code className={styles['code']}>{code}</code>{' '}
      <strong>
        <FormattedMessage id={`print.sheet.${sheet}`} />
      </strong>
      {', '}
      <span lang={edition?.language}>{edition?.title ?? key.id}</span>{' '}
      <FormattedMessage id="app.version" values={{ version: key.version }} />
      <span className={styles['quiet']}>
        <FormattedMessage
          id="papers.sheet.printed"
          values={{
            day: <Day key="day" day={printedAt.slice(0, 10)} />,
            time: printedAt.slice(11, 16),
            pages,
            paper,
            language: language === 'en' ? 'English' : 'Français',
            target,
          }}
        />
      </span>
    </span>
  );
}
