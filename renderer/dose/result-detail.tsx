import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from 'wouter';
import type { Language } from '../../protocols/contract/calls';
import type { DoseResult, DoseWarning } from '../../protocols/dose/dose-answer';
import { toDisplayDuration } from '../../protocols/text/display';
import { toProtocolPath } from '../app/routes';
import { ToneIcon } from '../ui/tone';
import resultStyles from './result.module.css';
import wordStyles from './words.module.css';
import { toWords } from './quantity-words';
import { SetBy } from './set-by';
import { Working } from './working';
import { unreachable } from '../../protocols/schema/unreachable';

/** The working under the answer, and what changes how its number is to be taken. */
export function ResultWorking({ result, language }: { result: DoseResult; language: Language }): ReactElement {
  return (
    <div className={resultStyles['detail']}>
      <Working result={result} language={language} />
      <Warnings warnings={result.warnings.filter(isAboutNumber)} language={language} />
    </div>
  );
}

/** Lowest and highest of the dose, the total of the sitting, and the block it all comes from. */
export function ResultEnds({ result, language }: { result: DoseResult; language: Language }): ReactElement {
  const { lowest, highest, total, place } = result;
  return (
    <p>
      {lowest !== undefined && highest !== undefined && (
        <>
          <FormattedMessage
            id="dose.ends"
            values={{ lowest: toWords(lowest, language), highest: toWords(highest, language) }}
          />{' '}
        </>
      )}
      <FormattedMessage id="dose.total" values={{ total: toWords(total, language) }} />{' '}
      <Link href={toProtocolPath({ id: place.protocolId, version: place.version }, place.blockId)}>
        <FormattedMessage id="dose.working.place" values={{ number: place.number, version: place.version }} />
      </Link>
    </p>
  );
}

/** Who allowed the calculation and its values, and what the document says about the dose as a whole. */
export function ResultGrounds({ result, language }: { result: DoseResult; language: Language }): ReactElement {
  const intl = useIntl();
  const { calculator, clinic, warnings } = result;
  return (
    <div className={resultStyles['detail']}>
      <Warnings
        warnings={warnings.filter((each) => each.kind !== 'draft' && !isAboutNumber(each))}
        language={language}
      />
      <p className={wordStyles['muted']}>
        <FormattedMessage
          id="dose.calculator.on"
          values={{ by: <SetBy key="by" by={calculator.by} at={calculator.at} />, version: calculator.version }}
        />
        {clinic.length > 0 && (
          <>
            {' '}
            <FormattedMessage id="dose.clinic.used" />{' '}
            {clinic.map(({ setting, by, at }, index) => (
              <span key={setting}>
                {index > 0 && '; '}
                {intl.formatMessage({ id: `dose.setting.${setting}` })} (<SetBy by={by} at={at} />)
              </span>
            ))}
          </>
        )}
      </p>
    </div>
  );
}

/** A caution that changes how this very number is to be taken; the others are about the dose as such. */
function isAboutNumber({ kind }: DoseWarning): boolean {
  return kind === 'below-lowest' || kind === 'sitting-only' || kind === 'review-overdue';
}

function Warnings({
  warnings,
  language,
}: {
  warnings: readonly DoseWarning[];
  language: Language;
}): ReactElement | null {
  if (warnings.length === 0) return null;
  const others = warnings.filter(({ kind }) => kind !== 'contested');
  const texts = warnings.flatMap((each) => (each.kind === 'contested' ? [each.text] : []));
  return (
    <ul className={resultStyles['warnings']} data-tone="caution">
      {others.map((warning) => (
        <li key={JSON.stringify(warning)}>
          <ToneIcon tone="caution" size={16} />
          <span>
            <WarningWords warning={warning} language={language} />
          </span>
        </li>
      ))}
      {texts.length > 0 && (
        <li>
          <ToneIcon tone="caution" size={16} />
          <span>
            <FormattedMessage id="dose.warning.contested" values={{ text: texts.join(' · ') }} />
          </span>
        </li>
      )}
    </ul>
  );
}

function WarningWords({ warning, language }: { warning: DoseWarning; language: Language }): ReactElement | null {
  switch (warning.kind) {
    case 'draft':
    case 'contested':
      return null; // one stands with the number itself, the others in one line
    case 'review-due':
    case 'review-overdue':
    case 'off-label':
      return <FormattedMessage id={`dose.warning.${warning.kind}`} />;
    case 'adjustment':
      return <FormattedMessage id={`dose.warning.adjustment.${warning.action}`} values={{ when: warning.when }} />;
    case 'below-lowest':
      return <FormattedMessage id="dose.warning.below-lowest" values={{ lowest: toWords(warning.lowest, language) }} />;
    case 'sitting-only':
      return (
        <FormattedMessage id="dose.warning.sitting-only" values={{ per: toDisplayDuration(warning.per, language) }} />
      );
    default:
      return unreachable(warning);
  }
}
