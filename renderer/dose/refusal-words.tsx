import type { ReactElement } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Language } from '../../protocols/contract/calls';
import type {
  CheckedLimit,
  ClinicProblem,
  DoseRefusal,
  EnteredRange,
  RefusalReason,
} from '../../protocols/dose/dose-answer';
import { toDisplayDuration } from '../../protocols/text/display';
import { toExactWords, toWords } from './quantity-words';
import { unreachable } from '../../protocols/schema/unreachable';

/** Why there is no number, in a sentence that names the limit and its block. */
export function RefusalWords({ refusal, language }: { refusal: DoseRefusal; language: Language }): ReactElement {
  const { reason, place } = refusal;
  const intl = useIntl();
  const { number, version } = place;
  const words = (measured: Parameters<typeof toWords>[0]): string => toWords(measured, language);
  switch (reason.kind) {
    case 'block-not-found':
    case 'not-a-dose':
    case 'no-such-repeat':
    case 'repeat-not-stated':
    case 'basis-unsupported':
    case 'contested':
    case 'other-drug':
      return <FormattedMessage id={`dose.refusal.${reason.kind}`} values={{ number }} />;
    case 'out-of-use':
      return (
        <FormattedMessage
          id="dose.refusal.out-of-use"
          values={{ standing: intl.formatMessage({ id: `reader.standing.${reason.standing}` }) }}
        />
      );
    case 'calculator-off':
      return (
        <FormattedMessage
          id={reason.switchedFor === undefined ? 'dose.refusal.calculator-off' : 'dose.refusal.calculator-off.other'}
          values={{ version, number, other: reason.switchedFor }}
        />
      );
    case 'not-verified':
      return (
        <FormattedMessage
          id="dose.refusal.not-verified"
          values={{
            field: intl.formatMessage({ id: `dose.part.${reason.field}` }),
            mark: intl.formatMessage({ id: `reader.mark.${reason.mark}` }),
            number,
          }}
        />
      );
    case 'not-set':
      return (
        <FormattedMessage
          id="dose.refusal.not-set"
          values={{ setting: intl.formatMessage({ id: `dose.setting.${reason.setting}` }), number }}
        />
      );
    case 'clinic-value':
      return (
        <FormattedMessage
          id="dose.refusal.clinic-value"
          values={{
            setting: intl.formatMessage({ id: `dose.setting.${reason.setting}` }),
            number,
            problem: <ClinicProblemWords key="problem" problem={reason.problem} language={language} />,
          }}
        />
      );
    case 'missing':
    case 'wrong-unit':
    case 'not-positive':
      return <FormattedMessage id={`dose.refusal.${reason.kind}`} values={{ input: <PartName reason={reason} /> }} />;
    case 'not-stated':
      return (
        <FormattedMessage
          id="dose.refusal.not-stated"
          values={{ field: lowerFirst(intl.formatMessage({ id: `dose.part.${reason.field}` })), number }}
        />
      );
    case 'outside-range':
      return (
        <FormattedMessage
          id={reason.range.by === 'block' ? 'dose.refusal.outside-range' : 'dose.refusal.outside-guard'}
          values={{
            given: words(reason.given),
            range: <RangeWords key="range" range={reason.range} language={language} />,
            number,
          }}
        />
      );
    case 'above-limit':
    case 'below-limit':
      return (
        <FormattedMessage
          id={`dose.refusal.${reason.kind}`}
          values={{
            limit: <LimitName key="limit" check={reason.check} language={language} />,
            amount: words(reason.check.stated),
            number,
          }}
        />
      );
    case 'vial-differs':
      return (
        <FormattedMessage
          id={`dose.refusal.vial-differs.${reason.by}`}
          values={{ given: words(reason.given), stated: words(reason.stated), number }}
        />
      );
    case 'does-not-fit':
      return (
        <FormattedMessage
          id="dose.refusal.does-not-fit"
          values={{ volume: words(reason.volume), madeUp: words(reason.madeUp) }}
        />
      );
    case 'rounds-to-nothing':
    case 'too-many-digits':
      return (
        <FormattedMessage
          id={`dose.refusal.${reason.kind}`}
          values={{ exact: toExactWords(reason.exact, reason.unit, language), number }}
        />
      );
    case 'too-soon':
      return (
        <FormattedMessage
          id="dose.refusal.too-soon"
          values={{ interval: toDisplayDuration(reason.interval, language), since: words(reason.since), number }}
        />
      );
    case 'count-reached':
      return <FormattedMessage id="dose.refusal.count-reached" values={{ count: reason.count, number }} />;
    case 'one-a-sitting':
      return (
        <FormattedMessage
          id="dose.refusal.one-a-sitting"
          values={{ per: toDisplayDuration(reason.per, language), number }}
        />
      );
    default:
      return unreachable(reason);
  }
}

/** What is wrong with a value the clinic set. */
export function ClinicProblemWords({
  problem,
  language,
}: {
  problem: ClinicProblem;
  language: Language;
}): ReactElement {
  if (problem.kind !== 'widens') return <FormattedMessage id={`dose.problem.${problem.kind}`} />;
  if (problem.published === undefined) return <FormattedMessage id="dose.problem.widens.plain" />;
  return <FormattedMessage id="dose.problem.widens" values={{ published: toWords(problem.published, language) }} />;
}

/** `0.1 mg per kg to 1 mg per kg`, or the choices one by one. */
export function RangeWords({ range, language }: { range: EnteredRange; language: Language }): ReactElement | null {
  const { min, max, choices } = range;
  const words = (measured: Parameters<typeof toWords>[0]): string => toWords(measured, language);
  if (choices !== undefined) return <>{choices.map(words).join(', ')}</>;
  if (min !== undefined && max !== undefined)
    return <FormattedMessage id="dose.range" values={{ min: words(min), max: words(max) }} />;
  if (max !== undefined) return <FormattedMessage id="dose.range.upTo" values={{ max: words(max) }} />;
  if (min !== undefined) return <FormattedMessage id="dose.range.from" values={{ min: words(min) }} />;
  return null;
}

function LimitName({ check, language }: { check: CheckedLimit; language: Language }): ReactElement {
  const per = check.per === undefined ? '' : toDisplayDuration(check.per, language);
  return <FormattedMessage id={`dose.limit.${check.id}`} values={{ per }} />;
}

type Named = Extract<RefusalReason, { readonly kind: 'missing' | 'wrong-unit' | 'not-positive' }>['input'];

const ENTERED = ['weight', 'height', 'sex', 'amount', 'over', 'vial', 'madeUp', 'given', 'since', 'repeat'] as const;

function PartName({ reason }: { reason: { readonly input: Named } }): ReactElement {
  const { input } = reason;
  const entered = ENTERED.find((name) => name === input);
  if (entered !== undefined) return <FormattedMessage id={`dose.name.${entered}`} />;
  return <FormattedMessage id={`dose.part.${input as Exclude<Named, (typeof ENTERED)[number]>}`} />;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
