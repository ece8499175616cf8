import { Fragment, type ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockOf } from '../../../protocols/schema/blocks';
import type { Setting } from '../page/sheet-plan';
import { toUnitWords } from '../../../protocols/units/unit-table';
import { Blank, PaperValue } from '../page/paper-value';
import { LimitWords } from './limit-words';
import type { Strip, listOthers } from './strips';

type Entry = BlockOf<'monitoring'>['schedule'][number];

/** What the marks of the grid mean, and what the protocol asks for that has no row in it. */
export function Key({
  limited,
  others,
  blocks,
  setting,
}: {
  /** Readings whose limits are said here, since the grid has no rows for them. */
  limited: readonly Strip[];
  others: ReturnType<typeof listOthers>;
  blocks: readonly BlockOf<'monitoring'>[];
  setting: Setting;
}): ReactElement {
  const untimed = blocks.flatMap((block) =>
    block.schedule.filter((entry) => 'continuous' in entry || 'atLeast' in entry).map((entry) => ({ block, entry })),
  );
  const { language, protocol, numbers } = setting;
  const once = others.filter((other) => other.once);
  const judged = others.filter((other) => !other.once);
  return (
    <div className="key">
      <Marks />
      {once.length > 0 && (
        <p className="keyLine">
          <strong>
            <FormattedMessage id="print.flow.once" />
          </strong>{' '}
          {once.map((strip) => (
            <Fragment key={strip.name}>
              <span className="keyItem">
                <Named strip={strip} setting={setting} /> <Blank unit={strip.unit} language={language} />
              </span>{' '}
            </Fragment>
          ))}
        </p>
      )}
      {[...limited, ...judged].map((strip) => (
        <p key={strip.name} className={strip.rows.length > 1 ? 'keyLine limited' : 'keyLine inline'}>
          <Named strip={strip} setting={setting} />
        </p>
      ))}
      {untimed.length > 0 && (
        <p className="keyLine">
          {untimed.map(({ block, entry }) => (
            <Fragment key={`${block.id} ${JSON.stringify(entry)}`}>
              <span className="keyItem">
                {entry.label !== undefined && <strong lang={protocol.language}>{entry.label}: </strong>}
                <Untimed entry={entry} language={language} /> <span className="dueFrom">{numbers.get(block.id)}</span>
              </span>{' '}
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

function Marks(): ReactElement {
  return (
    <p className="marks">
      <strong>
        <FormattedMessage id="print.flow.key" />
      </strong>
      <span>
        <FormattedMessage id="print.flow.key.columns" />
      </span>
      <span>
        <span className="swatch" data-band="grey" /> <FormattedMessage id="print.flow.key.grey" />
      </span>
      <span>
        <span className="swatch" data-band="hatched" /> <FormattedMessage id="print.flow.key.hatched" />
      </span>
      <span>
        <span className="unsure">
          <FormattedMessage id="print.mark.unverified" />
        </span>
      </span>
      <span className="code">
        <span className="blankLine unsure" /> <FormattedMessage id="print.mark.local" />
      </span>
      <span>
        <FormattedMessage id="print.flow.key.codes" />
      </span>
      {['A', 'B', 'C'].map((code) => (
        <span key={code} className="code">
          {code} <span className="blankLine" />
        </span>
      ))}
    </p>
  );
}

/** A reading with its limits in words. */
function Named({ strip: { name, unit, rows, blocks }, setting }: { strip: Strip; setting: Setting }): ReactElement {
  const limits = rows.filter((row) => row.kind === 'limit');
  return (
    <>
      <strong lang={setting.protocol.language}>{name}</strong>
      {unit !== undefined && unit !== '{score}' && `, ${toUnitWords(unit, setting.language)}`}
      {limits.length > 0 && ': '}
      {limits.map((row, index) => (
        <span key={`limit-${index + 1}`}>
          {index > 0 && '; '}
          <LimitWords row={row} spans {...setting} />
        </span>
      ))}{' '}
      <span className="dueFrom">{blocks.map((id) => setting.numbers.get(id)).join(' ')}</span>
    </>
  );
}

function Untimed({ entry, language }: { entry: Entry; language: Setting['language'] }): ReactElement {
  return 'atLeast' in entry ? (
    <FormattedMessage
      id="print.flow.atLeast"
      values={{ time: <PaperValue key="time" value={entry.atLeast} language={language} unit="min" /> }}
    />
  ) : (
    <FormattedMessage id="print.flow.continuous" />
  );
}
