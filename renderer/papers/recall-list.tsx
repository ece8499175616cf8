import { type ReactElement, useMemo, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { RecallList as Recalls } from '../../protocols/contract/calls';
import { type Window, listRecalls } from '../../protocols/print-identity/sheet-standing';
import { Button } from '../ui/button';
import { Banner } from '../ui/tone';
import styles from './papers.module.css';
import { PrintRecalls } from './print-recalls';
import { SheetFacts } from './sheet-facts';
import type { OpenPapers } from './use-papers';
import { WithdrawalList } from './withdrawal-list';

/** Every sheet of the window that is to be taken out of use, and why. */
export function RecallList({
  papers,
  window: days,
  onCheck,
}: {
  papers: OpenPapers;
  window: Window;
  onCheck: (code: string) => void;
}): ReactElement {
  const list = useRef<HTMLOListElement>(null);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const recalls = useMemo(() => listRecalls(papers.log, days, papers.present), [papers, days]);
  return (
    <section className={styles['stack']} aria-labelledby="recalls">
      <h2 id="recalls">
        <FormattedMessage id="papers.recalls" values={{ count: recalls.length }} />
      </h2>
      {recalls.length === 0 ? (
        <p>
          <FormattedMessage id="papers.recalls.none" />
        </p>
      ) : (
        <>
          <Banner tone="stop" title={<FormattedMessage id="papers.recalls.do" />} />
          <ol ref={list} className={styles['list']}>
            {recalls.map(({ record, reasons }) => (
              <li key={record.code} data-recall={record.code}>
                <div data-about>
                  <SheetFacts record={record} />
                </div>
                <WithdrawalList record={record} reasons={reasons} />
                <Button className={styles['notCopied']} onClick={() => onCheck(record.code)}>
                  <FormattedMessage id="papers.recalls.changes" values={{ code: record.code }} />
                </Button>
              </li>
            ))}
          </ol>
          <div className={styles['inline']}>
            <Button onClick={() => setCopied(list.current && copy(list.current) ? 'copied' : 'selected')}>
              <FormattedMessage id="papers.recalls.copy" />
            </Button>
            <PrintRecalls readRows={() => (list.current === null ? [] : readRows(list.current))} />
            <output>{copied !== undefined && <FormattedMessage id={`papers.recalls.${copied}`} />}</output>
          </div>
        </>
      )}
    </section>
  );
}

/** By selecting it: the page has no permission for the clipboard, and what was not copied is at least marked for it. */
function copy(element: HTMLElement): boolean {
  document.getSelection()?.selectAllChildren(element);
  return document.execCommand('copy');
}

/** The list in the words it has on screen. */
function readRows(list: HTMLElement): Recalls['rows'] {
  return [...list.querySelectorAll<HTMLElement>('[data-recall]')].map((item) => ({
    code: item.dataset['recall'] ?? '',
    about: item.querySelector('[data-about]')?.textContent ?? '',
    reasons: [...item.querySelectorAll('ul > li')].map(({ textContent }) => textContent ?? ''),
  }));
}
