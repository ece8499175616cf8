import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { DoseEntries } from '../../../protocols/contract/calls';
import { listUsed } from '../../../protocols/dose/compute-dose';
import type { DoseBlock } from '../../../protocols/dose/dose-request';
import { isSet } from '../../../protocols/schema/is-set';
import { RefusalWords } from '../../dose/refusal-words';
import { SetBy } from '../../dose/set-by';
import { useSettingWords } from '../../dose/setting-words';
import { StepLine } from '../../dose/working';
import { DoseName } from '../checklist/dose-line';
import { DoseLimitName } from '../checklist/limits-table';
import { listLimits } from '../checklist/restated-limits';
import { IdentityRow } from '../page/identity';
import { PaperValue, TickBox } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';
import { EnteredList } from './entered-list';
import { Results } from './results';
import { SecondCalculation } from './second-calculation';
import type { WorkedDose } from './worked-dose';

interface Props {
  readonly block: DoseBlock;
  /** Nothing on a blank sheet. */
  readonly entered: DoseEntries | undefined;
  /** Absent on a blank sheet, and where what the clinic set cannot be read. */
  readonly worked: WorkedDose | undefined;
  readonly setting: Setting;
}

/** Half a page about one dose: whose, from what, how much, how it was worked out, and a second person's own sum. */
export function HalfSheet({ block, entered, worked, setting }: Props): ReactElement {
  const { protocol, numbers } = setting;
  return (
    <section className="half" data-block-id={block.id}>
      <IdentityRow />
      <p className="halfTitle">
        <DoseName block={block} />{' '}
        <span className="quiet">
          <FormattedMessage id="print.dosesheet.rule" values={{ number: numbers.get(block.id) }} />{' '}
          <span lang={protocol.language}>{block.title}</span>
        </span>
      </p>
      <div className="halves">
        <div>
          <EnteredList block={block} entered={entered} worked={worked} {...setting} />
          <Limits block={block} worked={worked} {...setting} />
          <ByClinic worked={worked} {...setting} />
        </div>
        <div>
          <Results block={block} result={worked?.result} language={setting.language} />
          {entered !== undefined && worked?.result === undefined && <NoDose worked={worked} {...setting} />}
          {worked?.result !== undefined && (
            <ol className="workingLines">
              {worked.result.steps.map((step) => (
                <li key={step.id}>
                  <FormattedMessage id={`dose.step.${step.id}`} />: <StepLine step={step} language={setting.language} />
                </li>
              ))}
            </ol>
          )}
        </div>
      </div>
      <div className="readAloud">
        <p>
          <TickBox />{' '}
          <strong>
            <FormattedMessage id="print.dosesheet.readAloud" />
          </strong>{' '}
          <FormattedMessage id="print.dosesheet.readAloud.how" />
        </p>
        <div className="signers">
          {(['name', 'strength', 'expiry', 'batch'] as const).map((name) => (
            <span key={name} className="signer">
              <FormattedMessage id={`print.dosesheet.readAloud.${name}`} />
              <span className="blankLine" />
            </span>
          ))}
        </div>
      </div>
      <SecondCalculation block={block} {...setting} />
    </section>
  );
}

/** Why a filled sheet has no dose; the places for it stay, to be worked out by hand. */
function NoDose({ worked, language }: { worked: WorkedDose | undefined } & Setting): ReactElement {
  return (
    <p className="noDose">
      <strong>
        <FormattedMessage id="print.dosesheet.noDose" />
      </strong>{' '}
      {worked === undefined ? (
        <FormattedMessage id="print.dosesheet.unread" />
      ) : worked.refusal === undefined ? (
        <FormattedMessage id="print.dosesheet.incomplete" />
      ) : (
        <RefusalWords refusal={worked.refusal} language={language} />
      )}
    </p>
  );
}

/** The limits of the block, as the checklist restates them. */
function Limits({ block, worked, protocol, language }: Pick<Props, 'block' | 'worked'> & Setting): ReactElement | null {
  const limits = listLimits(protocol).find((group) => group.block.id === block.id)?.limits ?? [];
  // What the clinic set is told with its name beneath; a blank for it would say that it has not.
  const isSetByClinic = worked?.clinic.maximum !== undefined;
  const own = limits.flatMap((limit) =>
    limit.kind === 'reading' || (limit.kind === 'cap' && !isSet(limit.value) && isSetByClinic) ? [] : [limit],
  );
  if (own.length === 0) return null;
  return (
    <ul className="halfLimits">
      {own.map((limit, index) => (
        <li key={`limit-${index + 1}`}>
          <DoseLimitName limit={limit} language={language} />:{' '}
          <PaperValue value={limit.value} language={language} unit={'unit' in limit ? limit.unit : undefined} />
        </li>
      ))}
    </ul>
  );
}

/** Who turned the calculator on and who set which value, and when. */
function ByClinic({ worked, language }: { worked: WorkedDose | undefined } & Setting): ReactElement | null {
  const words = useSettingWords(language);
  if (worked === undefined) return null;
  const { result, clinic } = worked;
  const values = result?.clinic ?? listUsed(clinic);
  if (values.length === 0 && result === undefined) return null;
  return (
    <ul className="halfLimits">
      {result !== undefined && (
        <li>
          <FormattedMessage id="print.dosesheet.switched" /> <SetBy {...result.calculator} />
        </li>
      )}
      {values.map(({ setting, value, by, at }) => (
        <li key={setting}>
          <FormattedMessage id={`dose.setting.title.${setting}`} />: <strong>{words(value)}</strong>{' '}
          <FormattedMessage id="print.dosesheet.byClinic" /> <SetBy by={by} at={at} />
        </li>
      ))}
    </ul>
  );
}
