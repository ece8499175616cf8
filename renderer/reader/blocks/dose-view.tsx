import { Calculator } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { ClinicSetting } from '../../../protocols/dose/dose-request';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { isSet } from '../../../protocols/schema/is-set';
import { toDisplayDuration } from '../../../protocols/text/display';
import { toDosePath } from '../../app/routes';
import { ClinicRow, SetValue, useClinicValues } from '../../dose/clinic-row';
import { buttonClass } from '../../ui/button';
import { Chip } from '../../ui/tone';
import styles from '../block.module.css';
import { toSources } from '../block-sources';
import { ClinicalRange, ClinicalValue, Contested, MarkWord } from '../clinical-value';
import { useReader } from '../reader-context';
import { SourceTags } from '../source-tags';
import { TableHead } from '../table-head';
import { useLanguage } from '../use-language';

/** A dose as a table: what, how much, from where. Amounts of other uses stand apart, marked as never to be confused. */
export function DoseView({ block }: { block: BlockOf<'dose'> }): ReactElement {
  const { protocol } = useReader();
  const row = (label: ReactNode, value: ReactNode, part: object): ReactElement => (
    <tr>
      <th scope="row">{label}</th>
      <td>{value}</td>
      <td>
        <SourceTags edition={protocol} sources={toSources(part)} />
      </td>
    </tr>
  );
  const { amount, cap, over, rate, preparation, weightRange } = block;
  const { min, usual, max } = amount;
  const clinic = useClinicValues(protocol, block);
  // Where the protocol leaves a value to the clinic, what the clinic set stands in its place.
  const shown: readonly ClinicSetting[] = [
    ...(cap !== undefined && !isSet(cap) ? (['maximum'] as const) : []),
    ...(block.basis === 'local' ? (['basis'] as const) : []),
  ];
  return (
    <>
      <p className={styles['drug']}>
        <strong>{block.drug.tallMan ?? block.drug.name}</strong>,{' '}
        <FormattedMessage id={`reader.route.${block.route}`} />,{' '}
        <FormattedMessage id={`reader.method.${block.method}`} />
        {block.offLabel === true && (
          <>
            {' '}
            <Chip tone="caution">
              <FormattedMessage id="reader.offLabel" />
            </Chip>
          </>
        )}
        {block.population !== undefined && <span className={styles['muted']}> {block.population}</span>}
      </p>
      <div className={styles['scroller']}>
        <table className={styles['table']}>
          <TableHead columns={['what', 'value']} unseen />
          <tbody>
            {usual !== undefined &&
              row(<FormattedMessage id="reader.dose.usual" />, <ClinicalValue value={usual} />, usual)}
            {amount.choices !== undefined &&
              row(
                <FormattedMessage id="reader.dose.choices" />,
                <ClinicalRange range={{ choices: amount.choices }} />,
                amount.choices,
              )}
            {min !== undefined && row(<FormattedMessage id="reader.dose.min" />, <ClinicalValue value={min} />, min)}
            {max !== undefined && row(<FormattedMessage id="reader.dose.max" />, <ClinicalValue value={max} />, max)}
            {cap !== undefined &&
              row(
                <FormattedMessage id="reader.dose.cap" />,
                clinic.maximum !== undefined && !isSet(cap) ? (
                  <SetValue set={clinic.maximum} />
                ) : (
                  <ClinicalValue value={cap} />
                ),
                cap,
              )}
            {over !== undefined &&
              row(<FormattedMessage id="reader.dose.over" />, <ClinicalRange range={over} />, over)}
            {rate !== undefined &&
              row(<FormattedMessage id="reader.dose.rate" />, <ClinicalRange range={rate} />, rate)}
            {row(
              <FormattedMessage id="reader.dose.basis" />,
              clinic.basis !== undefined && block.basis === 'local' ? (
                <SetValue set={clinic.basis} />
              ) : (
                <FormattedMessage id={`reader.basis.${block.basis}`} />
              ),
              {},
            )}
            {weightRange !== undefined &&
              row(<FormattedMessage id="reader.dose.weights" />, <ClinicalRange range={weightRange} />, weightRange)}
            {preparation !== undefined &&
              row(
                <FormattedMessage id="reader.dose.preparation" />,
                <>
                  <ClinicalValue value={preparation.concentration} />
                  {preparation.diluent !== undefined && ` · ${preparation.diluent}`}
                  {preparation.totalVolume !== undefined && (
                    <>
                      {' · '}
                      <FormattedMessage id="reader.dose.madeUp" /> <ClinicalValue value={preparation.totalVolume} />
                    </>
                  )}
                </>,
                preparation,
              )}
            {block.limits?.map((limit) =>
              row(<LimitLabel per={limit.per} />, <ClinicalValue value={limit.amount} />, limit),
            )}
            {block.repeat?.map((repeat) => (
              <tr key={repeat.label ?? `${repeat.per} ${repeat.within}`}>
                <th scope="row">
                  <FormattedMessage id="reader.dose.repeat" />
                </th>
                <td>
                  <RepeatText repeat={repeat} />
                </td>
                <td>
                  <SourceTags edition={protocol} sources={repeat.sources} />
                </td>
              </tr>
            ))}
            {block.adjustments?.map((adjustment) => (
              <tr key={adjustment.when}>
                <th scope="row">{adjustment.when}</th>
                <td>
                  <FormattedMessage id={`reader.adjust.${adjustment.action}`} />{' '}
                  {adjustment.amount !== undefined && <ClinicalValue value={adjustment.amount} />}
                  <MarkWord mark={adjustment.mark} />
                  {adjustment.contested !== undefined && <Contested text={adjustment.contested} />}
                </td>
                <td>
                  <SourceTags edition={protocol} sources={adjustment.sources} />
                </td>
              </tr>
            ))}
            {block.reported?.map((report) => (
              <tr key={report.label}>
                <th scope="row">{report.label}</th>
                <td>
                  <ClinicalRange range={report.amount} />
                  {report.over !== undefined && (
                    <>
                      {', '}
                      <FormattedMessage id="reader.dose.over.inline" /> <ClinicalRange range={report.over} />
                    </>
                  )}
                </td>
                <td>
                  <SourceTags edition={protocol} sources={toSources(report)} />
                </td>
              </tr>
            ))}
            <ClinicRow protocol={protocol} block={block} shown={shown} />
          </tbody>
        </table>
      </div>
      {block.contested !== undefined && <Contested text={block.contested} />}
      <p>
        <Link href={toDosePath(protocol, block.id)} className={buttonClass()}>
          <Calculator size={18} aria-hidden="true" />
          <FormattedMessage id="reader.dose.workOut" />
        </Link>
      </p>
      {block.contrast?.map((contrast) => (
        <div key={contrast.label} className={styles['contrast']} data-tone="stop">
          <strong>
            <FormattedMessage id="reader.dose.contrast" />
          </strong>{' '}
          {contrast.label}: <ClinicalRange range={contrast.amount} />{' '}
          <SourceTags edition={protocol} sources={toSources(contrast)} />
        </div>
      ))}
    </>
  );
}

/** What a limit counts over: `Limit per session`, `Limit per 1 day`. */
export function LimitLabel({ per }: { per: NonNullable<BlockOf<'dose'>['limits']>[number]['per'] }): ReactElement {
  const over = per === 'session' ? <FormattedMessage id="reader.dose.session" /> : <Duration text={per} />;
  return <FormattedMessage id="reader.dose.limit" values={{ per: over }} />;
}

export function RepeatText({ repeat }: { repeat: NonNullable<BlockOf<'dose'>['repeat']>[number] }): ReactElement {
  return (
    <>
      {repeat.label}
      {repeat.label === undefined && repeat.times !== undefined && repeat.per !== undefined && (
        <span className={styles['muted']}>
          {' '}
          <FormattedMessage
            id="reader.repeat.times"
            values={{ times: repeat.times, per: <Duration text={repeat.per} /> }}
          />
        </span>
      )}
      {repeat.interval !== undefined && (
        <span className={styles['muted']}>
          {' '}
          <FormattedMessage id="reader.repeat.interval" values={{ interval: <Duration text={repeat.interval} /> }} />
        </span>
      )}
      {repeat.maxCount !== undefined && (
        <span className={styles['muted']}>
          {' '}
          <FormattedMessage id="reader.repeat.count" values={{ count: Number.parseInt(repeat.maxCount, 10) }} />
        </span>
      )}
      {repeat.within !== undefined && (
        <span className={styles['muted']}>
          {' '}
          <FormattedMessage id="reader.repeat.within" values={{ within: <Duration text={repeat.within} /> }} />
        </span>
      )}
      <MarkWord mark={repeat.mark} />
      {repeat.contested !== undefined && <Contested text={repeat.contested} />}
    </>
  );
}

export function Duration({ text }: { text: string }): ReactElement {
  return <>{toDisplayDuration(text, useLanguage())}</>;
}
