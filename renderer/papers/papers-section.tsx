import { type ReactElement, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Choice } from '../ui/choice';
import { CheckSheet } from './check-sheet';
import { MakeBinder } from './make-binder';
import { PapersClosed } from './papers-closed';
import styles from './papers.module.css';
import { PrintLogList } from './print-log';
import { RecallList } from './recall-list';
import { usePapers } from './use-papers';
import { DEFAULT_WINDOW, WINDOWS, type WindowDays, toWindow } from './window-days';

/** What came out on paper: a sheet is checked, sheets to withdraw are named, and all are listed. */
export function PapersSection(): ReactElement {
  const papers = usePapers();
  const [days, setDays] = useState<WindowDays>(DEFAULT_WINDOW);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const field = useRef<HTMLInputElement>(null);
  if (papers.state === 'loading') return <div className={styles['stack']} />;
  if (papers.state === 'closed') return <PapersClosed />;
  const window = toWindow(days, papers.present.today);
  return (
    <div className={styles['papers']}>
      <CheckSheet
        papers={papers}
        typed={typed}
        onType={(code) => {
          setTyped(code);
          // What was said of another code must not stand beside this one.
          setAsked('');
        }}
        asked={asked}
        onAsk={() => setAsked(typed)}
        field={field}
      />
      <Choice
        label={<FormattedMessage id="papers.window" />}
        options={WINDOWS.map((value) => ({ value, label: <FormattedMessage id={`papers.window.${value}`} /> }))}
        value={days}
        onChange={setDays}
      />
      <RecallList
        papers={papers}
        window={window}
        onCheck={(code) => {
          setTyped(code);
          setAsked(code);
          field.current?.focus();
        }}
      />
      <PrintLogList papers={papers} window={window} />
      <MakeBinder />
    </div>
  );
}
