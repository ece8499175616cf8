import { type ReactElement, useEffect, useReducer, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DosePlan } from '../../protocols/dose/dose-plan';
import type { DoseBlock, DoseInputs, DoseRequest, Sex } from '../../protocols/dose/dose-request';
import type { Measured } from '../../protocols/dose/exact';
import { useLanguage } from '../reader/use-language';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Banner } from '../ui/tone';
import calculatorStyles from './calculator.module.css';
import resultStyles from './result.module.css';
import { EntryFields } from './entry-fields';
import { changeEntries, toEntries } from './entry';
import { focusFirstEmpty } from './focus-first-empty';
import { toWords } from './quantity-words';
import { type Answered, SideBySide, isMatch } from './side-by-side';
import { Waiting } from './waiting';
import { asksSex, toFields, workOut } from './worked-entries';

/**
 * A second person enters weight and vial alone. The first answer is not on the page until both stand side by side; when
 * they differ, no dose is shown until they agree.
 */
export function SecondCheck({
  request,
  block,
  plan,
  first,
  onMatch,
  onLeave,
  onRestart,
}: {
  request: Omit<DoseRequest, 'inputs'>;
  block: DoseBlock;
  plan: DosePlan;
  first: Answered;
  onMatch: () => void;
  onLeave: () => void;
  /** The entries differ and both persons begin anew. */
  onRestart: () => void;
}): ReactElement {
  const intl = useIntl();
  const language = useLanguage();
  const [entries, change] = useReducer(changeEntries, {}, toEntries);
  const [sex, setSex] = useState<Sex>();
  const [compared, setCompared] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const fields = toSecondFields(block, plan, first.inputs);
  const asksForSex = asksSex(plan);
  const own = fields.map(({ name }) => name);
  const ordered: DoseInputs = {
    ...first.inputs,
    ...Object.fromEntries(own.map((name) => [name, undefined])),
    sex: undefined,
  };
  const worked = workOut({ request, fields, asksForSex, entries, sex, base: ordered, language });
  const ready = worked.waiting.length === 0;
  const second: Answered = { inputs: worked.inputs, result: worked.result };
  const matches = ready && isMatch(first, second);
  useEffect(() => focusFirstEmpty(form.current), []);
  const again = (): void => {
    change({ kind: 'begin', entries: toEntries({}) });
    setSex(undefined);
    setCompared(false);
    requestAnimationFrame(() => focusFirstEmpty(form.current));
  };
  const title = (
    <h2 id="second-check">
      <FormattedMessage id="dose.second.title" />
    </h2>
  );
  if (compared && matches) {
    return (
      <section className={calculatorStyles['check']} aria-labelledby="second-check">
        {title}
        <Banner tone="done" role="status" title={<FormattedMessage id="dose.second.match" />} />
        <SideBySide first={first} second={second} />
        <div className={calculatorStyles['buttons']}>
          <Button ref={takeFocus} look="primary" onClick={onMatch}>
            <FormattedMessage id="dose.second.done" />
          </Button>
        </div>
      </section>
    );
  }
  return (
    <form
      ref={form}
      className={calculatorStyles['check']}
      aria-labelledby="second-check"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) setCompared(true);
      }}
    >
      {title}
      <p>
        <FormattedMessage
          id="dose.second.lead"
          values={{
            order: intl.formatList(
              [ordered.amount, ordered.over, ordered.madeUp]
                .filter((each): each is Measured => each !== undefined)
                .map((each) => toWords(each, language)),
              { type: 'unit' },
            ),
          }}
        />
      </p>
      <EntryFields
        fields={fields}
        readings={worked.readings}
        entries={entries}
        sex={sex}
        block={block}
        plan={plan}
        blind
        language={language}
        onChange={change}
        onSex={setSex}
        onEnter={() => focusFirstEmpty(form.current)}
      />
      {!ready && (
        <p className={resultStyles['waiting']}>
          <Waiting names={worked.waiting} />
        </p>
      )}
      <div className={calculatorStyles['buttons']}>
        <Button type="submit" look="primary" aria-disabled={!ready}>
          <FormattedMessage id="dose.second.compare" />
        </Button>
        <Button onClick={onLeave}>
          <FormattedMessage id="dose.second.leave" />
        </Button>
      </div>
      {compared && ready && (
        <Dialog wide title={intl.formatMessage({ id: 'dose.second.differs' })} onClose={again}>
          <Banner tone="stop" role="alert" title={<FormattedMessage id="dose.second.differs.body" />} />
          <SideBySide first={first} second={second} />
          <div className={calculatorStyles['buttons']}>
            <Button look="primary" onClick={again}>
              <FormattedMessage id="dose.second.again" />
            </Button>
            <Button onClick={onRestart}>
              <FormattedMessage id="dose.second.restart" />
            </Button>
          </div>
        </Dialog>
      )}
    </form>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

/**
 * What is read off scales, stature and vial; where a dose has none of these, the amount itself. What the first person was
 * free to leave out, and did, is not asked for: it could never match.
 */
function toSecondFields(block: DoseBlock, plan: DosePlan, first: DoseInputs): ReturnType<typeof toFields> {
  const fields = toFields(block, plan)
    .filter(({ name, needed }) => needed || first[name] !== undefined)
    .map((field) => ({ ...field, needed: true }));
  const read = fields.filter(({ name }) => name === 'weight' || name === 'height' || name === 'vial');
  return read.length > 0 ? read : fields.filter(({ name }) => name === 'amount');
}
