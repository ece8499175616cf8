import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { BlockChange } from '../../../protocols/changes/diff-protocols';
import type { SheetPart } from '../page/sheet-part';
import type { Setting, SheetChanges } from '../page/sheet-plan';
import { BLOCK_COLUMNS, BlockRow } from './block-row';
import { ChangedField } from './changed-field';

// What can hurt if it is missed stands first.
const FIRST = ['dose', 'monitoring', 'contraindication', 'interaction', 'adverse-response', 'checklist'];

/** What differs from the edition before, block by block; nothing is left out, not even a word. */
export function toChangePart({ from, diff }: SheetChanges, setting: Setting): SheetPart {
  return {
    id: 'changes',
    className: 'rows block',
    columns: BLOCK_COLUMNS,
    head: (continued) => (
      <tr className="blockHead">
        <th colSpan={BLOCK_COLUMNS.length} scope="colgroup">
          <FormattedMessage id="print.changes" values={{ version: from }} />
          {continued && (
            <>
              {' '}
              (<FormattedMessage id="print.continued" />)
            </>
          )}
        </th>
      </tr>
    ),
    rows:
      diff.blocks.length === 0
        ? [
            <BlockRow key="none" label="">
              <FormattedMessage id="print.changes.none" />
            </BlockRow>,
          ]
        : diff.blocks
            .toSorted((a, b) => toRank(a) - toRank(b))
            .map((change) => <ChangeRow key={change.id} change={change} {...setting} />),
  };
}

function toRank(change: BlockChange): number {
  const at = FIRST.indexOf(('after' in change ? change.after : change.before).type);
  return at < 0 ? FIRST.length : at;
}

function ChangeRow({ change, ...setting }: { change: BlockChange } & Setting): ReactElement {
  const { protocol, numbers } = setting;
  const block = 'after' in change ? change.after : change.before;
  return (
    <BlockRow
      label={
        <>
          {numbers.get(change.id)} <FormattedMessage id={`print.block.${block.type}`} />
        </>
      }
    >
      <strong>
        <FormattedMessage id={`print.changes.${change.kind}`} />
      </strong>{' '}
      <span lang={protocol.language}>{block.title ?? ''}</span>
      {change.kind === 'changed' &&
        change.fields.map((field) => (
          <div key={field.path} lang={protocol.language}>
            <span className="quiet">{field.path}</span> <ChangedField field={field} language={setting.language} />
          </div>
        ))}
      {change.kind === 'changed' && change.movedFrom !== undefined && (
        <div>
          <FormattedMessage id="print.changes.moved" />
        </div>
      )}
    </BlockRow>
  );
}
