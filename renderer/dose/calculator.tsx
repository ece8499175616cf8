import { type ReactElement, useEffect, useReducer, useRef, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DosePlan } from '../../protocols/dose/dose-plan';
import type { DoseBlock, DoseInputs, DoseRequest, Sex } from '../../protocols/dose/dose-request';
import { useLanguage } from '../reader/use-language';
import { Button } from '../ui/button';
import { Chip } from '../ui/tone';
import styles from './calculator.module.css';
import { EntryFields } from './entry-fields';
import { changeEntries, toEntries } from './entry';
import { focusFirstEmpty } from './focus-first-empty';
import { PrintButton } from './print-button';
import { Refusal } from './refusal';
import { ResultBox } from './result-box';
import { ResultEnds, ResultGrounds, ResultWorking } from './result-detail';
import { SecondCheck } from './second-check';
import { sitting, toGiven, useSitting } from './sitting';
import { SittingPanel } from './sitting-panel';
import { useMinute } from './use-minute';
import { Waiting } from './waiting';
import { toDoseEntries } from './typed-entries';
import { asksSex, toFields, toStated, workOut } from './worked-entries';

/**
 * Fields, result, working and buttons of one dose. Everything shown follows from what the fields hold now, in the same
 * turn: no result can outlive the entry it came from.
 */
export function Calculator({
  request,
  block,
  plan,
}: {
  request: Omit<DoseRequest, 'inputs'>;
  block: DoseBlock;
  /** Absent where the dose cannot be worked out, whatever is entered. */
  plan: DosePlan | undefined;
}): ReactElement {
  const language = useLanguage();
  const now = useMinute();
  const doses = useSitting();
  const stated = toStated(block, plan, language);
  const [entries, change] = useReducer(changeEntries, stated, toEntries);
  const [sex, setSex] = useState<Sex>();
  const [repeat, setRepeat] = useState<number>();
  const [checking, setChecking] = useState(false);
  const [checked, setChecked] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const fields = toFields(block, plan);
  const base: DoseInputs = { given: toGiven(doses, request.protocol.id, now), repeat };
  const { readings, inputs, result, refusal, waiting } = workOut({
    request,
    fields,
    asksForSex: asksSex(plan),
    entries,
    sex,
    base,
    language,
  });
  useEffect(() => {
    // Whoever is choosing a route or setting a value on this screen keeps the focus.
    if (document.activeElement?.closest('main') == null) focusFirstEmpty(form.current);
  }, []);

  const clear = (): void => {
    sitting.end();
    change({ kind: 'begin', entries: toEntries(stated) });
    setSex(undefined);
    setRepeat(undefined);
    setChecking(false);
    setChecked(undefined);
    requestAnimationFrame(() => focusFirstEmpty(form.current));
  };
  if (checking && result !== undefined && plan !== undefined) {
    return (
      <SecondCheck
        request={request}
        block={block}
        plan={plan}
        first={{ inputs, result }}
        onMatch={() => {
          setChecked(toEntered(inputs));
          setChecking(false);
        }}
        onLeave={() => setChecking(false)}
        onRestart={clear}
      />
    );
  }
  return (
    <form ref={form} className={styles['calculator']} onSubmit={(event) => event.preventDefault()}>
      <EntryFields
        fields={fields}
        readings={readings}
        entries={entries}
        sex={sex}
        block={block}
        plan={plan}
        language={language}
        onChange={change}
        onSex={setSex}
        onEnter={() => focusFirstEmpty(form.current)}
      />
      <div className={styles['answer']}>
        {refusal !== undefined ? (
          <Refusal refusal={refusal} language={language} />
        ) : (
          <ResultBox result={result} waiting={<Waiting names={waiting} />} language={language} />
        )}
        <div className={styles['below']}>
          {result !== undefined && <ResultWorking result={result} language={language} />}
          <div className={styles['side']}>
            {result !== undefined && <ResultEnds result={result} language={language} />}
            {result !== undefined && checked === toEntered(inputs) && (
              <p>
                <Chip tone="done">
                  <FormattedMessage id="dose.second.checked" />
                </Chip>
              </p>
            )}
            <div className={styles['buttons']} data-dose-buttons>
              <Button
                look="primary"
                aria-disabled={result === undefined}
                onClick={() => setChecking(result !== undefined)}
              >
                <FormattedMessage id="dose.check" />
              </Button>
              <PrintButton
                protocol={request.protocol}
                blockId={block.id}
                entered={toDoseEntries({ fields, entries, readings, sex, repeat, given: base.given ?? [] }, language)}
              />
              <Button onClick={clear}>
                <FormattedMessage id="dose.clear" />
              </Button>
            </div>
          </div>
        </div>
        {result !== undefined && <ResultGrounds result={result} language={language} />}
        <SittingPanel
          protocol={request.protocol}
          block={block}
          doses={doses}
          now={now}
          repeat={repeat}
          onRepeat={setRepeat}
        />
      </div>
    </form>
  );
}

/** What a check by a second person was of; any other entry is not checked. */
function toEntered({ given: _given, ...entered }: DoseInputs): string {
  return JSON.stringify(entered);
}
