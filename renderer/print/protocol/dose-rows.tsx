import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ClinicSetting, ClinicValues } from '../../../protocols/dose/dose-request';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { isSet } from '../../../protocols/schema/is-set';
import { toDisplayDuration } from '../../../protocols/text/display';
import type { MessageId } from '../../app/messages';
import { DoseName } from '../checklist/dose-line';
import { listSettings } from '../../dose/settings-of-dose';
import { PaperRange } from '../page/paper-range';
import { PaperSet } from '../page/paper-set';
import { MarkWord, PaperValue } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';
import { BlockRow } from './block-row';
import { Disagreement } from './prose-part';

type Dose = BlockOf<'dose'>;

/** A dose in full: what, how much, within which limits; amounts of other uses last, marked as never to be confused. */
export function listDoseRows(block: Dose, setting: Setting): ReactElement[] {
  const { language, protocol } = setting;
  const clinic = setting.clinicOf(block.id);
  const set = listSettings(block).filter((name) => clinic[name] !== undefined);
  const { amount, cap, over, rate, weightRange, preparation } = block;
  const { choices } = amount;
  const named = (key: string, label: string, part: object, children: ReactNode): ReactElement => (
    <BlockRow key={`${key} ${label}`} label={<span lang={protocol.language}>{label}</span>} part={part}>
      {children}
    </BlockRow>
  );
  return [
    row(
      'print.dose.drug',
      { sources: block.sources },
      <>
        <DoseName block={block} />{' '}
        {block.offLabel === true && (
          <strong>
            <FormattedMessage id="reader.offLabel" />
          </strong>
        )}{' '}
        <span lang={protocol.language}>{block.population}</span> <MarkWord mark={block.mark} />
        {block.contested !== undefined && <Disagreement text={block.contested} />}
      </>,
    ),
    ...(['usual', 'min', 'max'] as const).flatMap((name) => {
      const value = amount[name];
      return value === undefined
        ? []
        : [row(`reader.dose.${name}`, value, <PaperValue value={value} language={language} />)];
    }),
    ...(choices === undefined
      ? []
      : [row('reader.dose.choices', choices, <PaperRange range={{ choices }} language={language} />)]),
    // What the clinic set stands in the row of what it set: a blank for it would say that it has not.
    ...(cap === undefined || (!isSet(cap) && clinic.maximum !== undefined)
      ? []
      : [row('reader.dose.cap', cap, <PaperValue value={cap} language={language} />)]),
    ...(over === undefined ? [] : [row('reader.dose.over', over, <PaperRange range={over} language={language} />)]),
    ...(rate === undefined ? [] : [row('reader.dose.rate', rate, <PaperRange range={rate} language={language} />)]),
    ...(block.basis === 'local' && clinic.basis !== undefined
      ? []
      : [row('reader.dose.basis', {}, <FormattedMessage id={`reader.basis.${block.basis}`} />)]),
    ...(weightRange === undefined
      ? []
      : [row('reader.dose.weights', weightRange, <PaperRange range={weightRange} language={language} />)]),
    ...(preparation === undefined
      ? []
      : [row('reader.dose.preparation', preparation, <Preparation preparation={preparation} {...setting} />)]),
    ...(block.limits ?? []).map((limit) => (
      <BlockRow
        key={`limit ${limit.per}`}
        label={
          limit.per === 'session' ? (
            <FormattedMessage id="print.limits.mostPerSession" />
          ) : (
            <FormattedMessage id="print.limits.mostPer" values={{ time: toDisplayDuration(limit.per, language) }} />
          )
        }
        part={limit}
      >
        <PaperValue value={limit.amount} language={language} />
      </BlockRow>
    )),
    ...(block.repeat ?? []).map((repeat) => (
      <BlockRow
        key={`repeat ${JSON.stringify(repeat)}`}
        label={<FormattedMessage id="reader.dose.repeat" />}
        part={repeat}
      >
        <Repeat repeat={repeat} {...setting} />
      </BlockRow>
    )),
    ...(block.adjustments ?? []).map((adjustment) =>
      named(
        'adjustment',
        adjustment.when,
        adjustment,
        <>
          <FormattedMessage id={`reader.adjust.${adjustment.action}`} />{' '}
          {adjustment.amount !== undefined && <PaperValue value={adjustment.amount} language={language} />}{' '}
          <MarkWord mark={adjustment.mark} />
          {adjustment.contested !== undefined && <Disagreement text={adjustment.contested} />}
        </>,
      ),
    ),
    ...(block.reported ?? []).map((report) =>
      named(
        'reported',
        report.label,
        report,
        <>
          <PaperRange range={report.amount} language={language} />
          {report.over !== undefined && (
            <>
              {', '}
              <FormattedMessage id="reader.dose.over.inline" /> <PaperRange range={report.over} language={language} />
            </>
          )}
        </>,
      ),
    ),
    ...(set.length === 0 ? [] : [row('dose.clinic.title', {}, <SetRows names={set} clinic={clinic} {...setting} />)]),
    ...(block.contrast ?? []).map((contrast) => (
      <BlockRow
        key={`contrast ${contrast.label}`}
        label={
          <strong>
            <FormattedMessage id="reader.dose.contrast" />
          </strong>
        }
        part={contrast}
      >
        <span lang={protocol.language}>{contrast.label}</span>:{' '}
        <PaperRange range={contrast.amount} language={language} />
      </BlockRow>
    )),
  ];
}

function row(id: MessageId, part: object, children: ReactNode): ReactElement {
  return (
    <BlockRow key={id} label={<FormattedMessage id={id} />} part={part}>
      {children}
    </BlockRow>
  );
}

function SetRows({
  names,
  clinic,
  language,
}: { names: readonly ClinicSetting[]; clinic: ClinicValues } & Setting): ReactElement {
  return (
    <>
      {names.map((name) => {
        const set = clinic[name];
        return (
          set !== undefined && (
            <div key={name}>
              <FormattedMessage id={`dose.setting.title.${name}`} />: <PaperSet set={set} language={language} />
            </div>
          )
        );
      })}
    </>
  );
}

function Preparation({
  preparation: { concentration, diluent, totalVolume },
  language,
  protocol,
}: { preparation: NonNullable<Dose['preparation']> } & Setting): ReactElement {
  return (
    <>
      <PaperValue value={concentration} language={language} unit="mg/mL" />
      {diluent !== undefined && (
        <>
          {' · '}
          <span lang={protocol.language}>{diluent}</span>
        </>
      )}
      {totalVolume !== undefined && (
        <>
          {' · '}
          <FormattedMessage id="reader.dose.madeUp" /> <PaperValue value={totalVolume} language={language} unit="mL" />
        </>
      )}
    </>
  );
}

function Repeat({
  repeat,
  language,
  protocol,
}: { repeat: NonNullable<Dose['repeat']>[number] } & Setting): ReactElement {
  const { label, times, per, interval, maxCount, within } = repeat;
  const time = (duration: string): string => toDisplayDuration(duration, language);
  return (
    <>
      <span lang={protocol.language}>{label}</span>
      {label === undefined && times !== undefined && per !== undefined && (
        <>
          {' '}
          <FormattedMessage id="reader.repeat.times" values={{ times, per: time(per) }} />
        </>
      )}
      {interval !== undefined && (
        <>
          {' '}
          <FormattedMessage id="reader.repeat.interval" values={{ interval: time(interval) }} />
        </>
      )}
      {maxCount !== undefined && (
        <>
          {' '}
          <FormattedMessage id="reader.repeat.count" values={{ count: Number.parseInt(maxCount, 10) }} />
        </>
      )}
      {within !== undefined && (
        <>
          {' '}
          <FormattedMessage id="reader.repeat.within" values={{ within: time(within) }} />
        </>
      )}{' '}
      <MarkWord mark={repeat.mark} />
      {repeat.contested !== undefined && <Disagreement text={repeat.contested} />}
    </>
  );
}
