import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'wouter';
import type { BlockOf } from '../../../protocols/schema/blocks';

import { toDurationAmount } from '../../../protocols/text/display';
import { toProtocolPath } from '../../app/routes';
import { Chip, type Tone } from '../../ui/tone';
import styles from '../block.module.css';
import { toSources } from '../block-sources';
import { ClinicalComparison, ClinicalValue, Contested, MarkWord } from '../clinical-value';
import { useReader } from '../reader-context';
import { SourceTags } from '../source-tags';
import { TableHead } from '../table-head';
import { Duration } from './dose-view';
import type { ACTIONS } from '../../../protocols/schema/vocabulary';
import { toDueTimes } from '../../../protocols/schema/due-times';

type Action = (typeof ACTIONS)[number];
type Entry = BlockOf<'monitoring'>['schedule'][number];

const ACTION_TONES: Readonly<Record<Action, Tone>> = {
  observe: 'info',
  repeat: 'info',
  notify: 'caution',
  hold: 'caution',
  stop: 'stop',
  emergency: 'stop',
};

/** When to look and what to do about what is seen: a schedule, and limits with the action each asks for. */
export function MonitoringView({ block }: { block: BlockOf<'monitoring'> }): ReactElement {
  const { protocol } = useReader();
  const names = new Map(block.parameters.map(({ id, name }) => [id, name]));
  const limits = block.parameters.flatMap((parameter) =>
    (parameter.thresholds ?? []).map((threshold, index) => ({ parameter, threshold, first: index === 0 })),
  );
  const due = toDueTimes(block);
  return (
    <>
      <div className={styles['scroller']}>
        <table className={styles['table']}>
          <TableHead columns={['when', 'look']} />
          <tbody>
            {block.schedule.map((entry) => (
              <tr key={JSON.stringify(entry)}>
                <th scope="row">
                  {entry.label !== undefined && <span lang={protocol.language}>{entry.label} </span>}
                  <span className={styles['muted']}>
                    <When entry={entry} />
                  </span>
                  <MarkWord mark={entry.mark} />
                  {entry.contested !== undefined && <Contested text={entry.contested} />}
                </th>
                <td lang={protocol.language}>
                  {(entry.parameters ?? block.parameters.map(({ id }) => id)).map((id) => names.get(id)).join(', ')}
                </td>
                <td>
                  <SourceTags edition={protocol} sources={toSources(entry)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {due.length > 1 && (
        <p className={styles['due']}>
          <FormattedMessage
            id={
              block.anchor === 'session.start'
                ? 'reader.due.session'
                : block.anchor.endsWith('.end')
                  ? 'reader.due.end'
                  : 'reader.due.start'
            }
          />{' '}
          {due.map((seconds) => (
            <DueTime key={seconds} seconds={seconds} />
          ))}
        </p>
      )}
      {limits.length > 0 && (
        <div className={styles['scroller']}>
          <table className={`${styles['table']} ${styles['limits']}`}>
            <TableHead columns={['reading', 'limit', 'do']} />
            <tbody>
              {limits.map(({ parameter, threshold, first }) => (
                <tr key={`${parameter.id} ${JSON.stringify(threshold.when)}`}>
                  <th scope="row" lang={protocol.language}>
                    {first ? parameter.name : <span className="visually-hidden">{parameter.name}</span>}
                  </th>
                  <td>
                    <ClinicalComparison when={threshold.when} />
                    {threshold.sustained !== undefined && (
                      <>
                        {' '}
                        <FormattedMessage
                          id="reader.sustained"
                          values={{ time: <Duration text={threshold.sustained} /> }}
                        />
                      </>
                    )}
                  </td>
                  <td>
                    <Chip tone={ACTION_TONES[threshold.action]}>
                      <FormattedMessage id={`reader.action.${threshold.action}`} />
                    </Chip>{' '}
                    <span lang={protocol.language}>{threshold.text}</span>{' '}
                    {threshold.goTo !== undefined && (
                      <Link href={toProtocolPath(protocol, threshold.goTo.slice(1))}>
                        <FormattedMessage id="reader.goTo" />
                      </Link>
                    )}
                    {threshold.contested !== undefined && <Contested text={threshold.contested} />}
                  </td>
                  <td>
                    <SourceTags edition={protocol} sources={toSources(threshold)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** When a schedule entry asks for a look, in words. */
export function When({ entry }: { entry: Entry }): ReactElement {
  if ('continuous' in entry) return <FormattedMessage id="reader.when.continuous" />;
  if ('atLeast' in entry)
    return <FormattedMessage id="reader.when.atLeast" values={{ time: <ClinicalValue value={entry.atLeast} /> }} />;
  if ('every' in entry) {
    return (
      <FormattedMessage
        id="reader.when.every"
        values={{
          every: <Duration text={entry.every} />,
          from: <Duration text={entry.from} />,
          until: <Duration text={entry.until} />,
        }}
      />
    );
  }
  return (
    <>
      {entry.at.map((at, index) => (
        <span key={at}>
          {index > 0 && ', '}
          {at === 'PT0M' ? <FormattedMessage id="reader.when.start" /> : <Duration text={at} />}
        </span>
      ))}
    </>
  );
}

function DueTime({ seconds }: { seconds: number }): ReactElement {
  const { value, unit } = toDurationAmount(`${seconds < 0 ? '-' : ''}PT${Math.abs(seconds)}S`);
  return (
    <span className={styles['dueTime']}>
      {value.replace('-', '−')} {unit}
    </span>
  );
}
