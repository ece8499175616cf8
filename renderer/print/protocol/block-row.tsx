import type { ReactElement, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Block } from '../../../protocols/schema/blocks';
import { toSources } from '../../reader/block-sources';
import type { Setting } from '../page/sheet-plan';

export const BLOCK_COLUMNS = ['label', 'value', 'sources'] as const;

/** One thing a block says: what it is called, what it says, and the sources of just this. */
export function BlockRow({
  label,
  children,
  part,
}: {
  label: ReactNode;
  children: ReactNode;
  /** The piece of the document it shows, whose sources are named. */
  part?: object | undefined;
}): ReactElement {
  return (
    <tr>
      <th scope="row" data-column="label">
        {label}
      </th>
      <td data-column="value">{children}</td>
      <td data-column="sources">{part !== undefined && toSources(part).join(' ')}</td>
    </tr>
  );
}

/** The number of a block and what it is called, repeated where it goes on over a page. */
export function BlockHead({
  block,
  continued,
  protocol,
  numbers,
}: { block: Block; continued: boolean } & Setting): ReactElement {
  return (
    <tr className="blockHead">
      <th colSpan={BLOCK_COLUMNS.length} scope="colgroup" data-block-id={block.id}>
        <span className="blockNumber">{numbers.get(block.id)}</span>{' '}
        <span className="quiet">
          <FormattedMessage id={`print.block.${block.type}`} />
        </span>{' '}
        <span lang={protocol.language}>{block.title}</span>
        {continued && (
          <>
            {' '}
            (<FormattedMessage id="print.continued" />)
          </>
        )}
      </th>
    </tr>
  );
}
