import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import type { AmountRange } from '../../../protocols/schema/values';
import { walkObjects } from '../../../protocols/schema/walk-blocks';
import { findDoseBlock } from '../../../protocols/sheets/printable';
import { toDisplayDuration, toShownValue } from '../../../protocols/text/display';
import { DoseName } from '../checklist/dose-line';
import { PaperRange } from '../page/paper-range';
import { ContestedWord, MarkWord, PaperValue, TickBox } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';

type Response = BlockOf<'adverse-response'>;

/** What to do, numbered, first actions first; a box for each step, so that nobody asks what was done. */
export function EmergencyCard({ block, ...setting }: { block: Response } & Setting): ReactElement {
  const { protocol, numbers } = setting;
  const lang = protocol.language;
  return (
    <section className="card" data-block-id={block.id}>
      <h2>
        <span className="mode">
          <FormattedMessage id={`print.severity.${block.severity}`} />
        </span>{' '}
        <span className="blockNumber">{numbers.get(block.id)}</span>{' '}
        <span lang={lang}>{block.title ?? block.trigger}</span>
      </h2>
      {block.title !== undefined && (
        <p className="trigger" lang={lang}>
          {block.trigger}
        </p>
      )}
      <ol>
        {block.steps.map((step, index) => (
          <li key={step.id} data-item={step.id}>
            <TickBox /> <span className="stepNumber">{index + 1}</span>
            <div>
              <Step step={step} {...setting} />
            </div>
          </li>
        ))}
      </ol>
      {block.afterCare !== undefined && (
        <p>
          <strong>
            <FormattedMessage id="print.card.after" />
          </strong>{' '}
          <span lang={lang}>{block.afterCare}</span>
        </p>
      )}
      {block.record !== undefined && (
        <p>
          <strong>
            <FormattedMessage id="print.card.record" />
          </strong>{' '}
          <span lang={lang}>{block.record.join(', ')}</span>
        </p>
      )}
    </section>
  );
}

/**
 * One step in words, with who does it, by when, and how its medicine is given. Numbers not verified have their dashed
 * line; the words for it stand once, at the end of the step.
 */
export function Step({
  step,
  protocol,
  language,
  numbers,
}: { step: Response['steps'][number] } & Setting): ReactElement {
  const dose = step.dose === undefined ? undefined : findDoseBlock(protocol, step.dose.slice(1));
  const shown = { step: { ...step, dose: undefined }, dose: [dose?.amount, dose?.over, dose?.cap] };
  const marks = [...walkObjects(shown, '')].map(({ node }) => node['mark']);
  const isContested = [...walkObjects(shown, '')].some(({ node }) => node['contested'] !== undefined);
  // A dose says its amount itself.
  const amount = dose !== undefined && isSameRange(step.amount, dose.amount) ? undefined : step.amount;
  return (
    <>
      <span lang={protocol.language}>{step.text}</span>{' '}
      {amount !== undefined && <PaperRange range={amount} language={language} brief />}{' '}
      {step.within !== undefined && (
        <strong>
          <FormattedMessage id="print.card.within" values={{ time: toDisplayDuration(step.within, language) }} />
        </strong>
      )}{' '}
      {dose !== undefined && (
        <span className="stepDose">
          <DoseName block={dose} />: <PaperRange range={dose.amount} language={language} brief />
          {dose.over !== undefined && (
            <>
              {', '}
              <FormattedMessage id="print.card.over" /> <PaperRange range={dose.over} language={language} brief />
            </>
          )}
          {dose.cap !== undefined && (
            <>
              {'; '}
              <FormattedMessage id="print.limits.cap" />: <PaperValue value={dose.cap} language={language} brief />
            </>
          )}{' '}
          <span className="quiet">{numbers.get(dose.id)}</span>{' '}
        </span>
      )}
      <span className="quiet" lang={protocol.language}>
        {step.role}
      </span>{' '}
      {(marks.includes('recalled') || marks.includes('second-hand')) && <MarkWord mark="recalled" />}{' '}
      {isContested && <ContestedWord />}
    </>
  );
}

/** Whether two ranges say the same to whoever reads them. */
function isSameRange(a: AmountRange | undefined, b: AmountRange): boolean {
  return a !== undefined && toSaid(a) === toSaid(b);
}

function toSaid({ min, usual, max, choices }: AmountRange): string {
  return JSON.stringify([min, usual, max, choices].flat().map((amount) => amount && toShownValue(amount, 'en')));
}
