import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import { toComparisonWords, toDisplayDuration } from '../../../protocols/text/display';
import { PaperValue } from '../page/paper-value';
import { MarkWord } from '../page/paper-value';
import type { Setting } from '../page/sheet-plan';
import { BlockRow } from './block-row';
import { Disagreement } from './prose-part';

type Monitoring = BlockOf<'monitoring'>;

/** When to look and at what, then every limit with what it asks for. */
export function listMonitoringRows(block: Monitoring, setting: Setting): ReactElement[] {
  const { protocol, language, numbers } = setting;
  const names = new Map(block.parameters.map(({ id, name }) => [id, name]));
  const looks = block.schedule.map((entry, index) => (
    <BlockRow key={`look-${index + 1}`} label={<span lang={protocol.language}>{entry.label}</span>} part={entry}>
      <strong>
        <When entry={entry} {...setting} />
      </strong>{' '}
      <span lang={protocol.language}>
        {(entry.parameters ?? [...names.keys()]).map((id) => names.get(id)).join(', ')}
      </span>{' '}
      <MarkWord mark={entry.mark} />
      {entry.contested !== undefined && <Disagreement text={entry.contested} />}
    </BlockRow>
  ));
  const limits = block.parameters.flatMap(({ id, name, unit, thresholds }) =>
    (thresholds ?? []).map((threshold, index) => {
      const { before, after } = toComparisonWords(threshold.when, language);
      return (
        <BlockRow key={`${id}-${index + 1}`} label={<span lang={protocol.language}>{name}</span>} part={threshold}>
          {before}{' '}
          <PaperValue
            value={threshold.when.amount}
            language={language}
            unit={unit}
            after={after === '' ? undefined : after}
          />
          {threshold.sustained !== undefined && (
            <>
              {' '}
              <FormattedMessage
                id="print.limits.sustained"
                values={{ time: toDisplayDuration(threshold.sustained, language) }}
              />
            </>
          )}
          {': '}
          <strong>
            <FormattedMessage id={`print.flow.action.${threshold.action}`} />
          </strong>
          . <span lang={protocol.language}>{threshold.text}</span>{' '}
          {threshold.goTo !== undefined && (
            <span className="quiet">
              <FormattedMessage id="print.pause.see" values={{ block: numbers.get(threshold.goTo.slice(1)) }} />
            </span>
          )}
          {threshold.contested !== undefined && <Disagreement text={threshold.contested} />}
        </BlockRow>
      );
    }),
  );
  return [...looks, ...limits];
}

function When({ entry, language }: { entry: Monitoring['schedule'][number] } & Setting): ReactElement {
  const time = (duration: string): string => toDisplayDuration(duration, language);
  if ('continuous' in entry) return <FormattedMessage id="reader.when.continuous" />;
  if ('atLeast' in entry)
    return (
      <FormattedMessage
        id="reader.when.atLeast"
        values={{ time: <PaperValue key="time" value={entry.atLeast} language={language} unit="min" /> }}
      />
    );
  if ('every' in entry)
    return (
      <FormattedMessage
        id="reader.when.every"
        values={{ every: time(entry.every), from: time(entry.from), until: time(entry.until) }}
      />
    );
  return (
    <>
      {entry.at.map((at, index) => (
        <span key={at}>
          {index > 0 && ', '}
          {at === 'PT0M' ? <FormattedMessage id="reader.when.start" /> : time(at)}
        </span>
      ))}
    </>
  );
}
