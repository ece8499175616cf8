import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';

type Column = 'what' | 'value' | 'when' | 'look' | 'reading' | 'limit' | 'do';

/** The heads of a block's table, sources last; `unseen` where the rows speak for themselves and only a reader aloud needs them. */
export function TableHead({ columns, unseen = false }: { columns: readonly Column[]; unseen?: boolean }): ReactElement {
  return (
    <thead className={unseen ? 'visually-hidden' : undefined}>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            <FormattedMessage id={`reader.column.${column}`} />
          </th>
        ))}
        <th scope="col">
          <FormattedMessage id="reader.sources" />
        </th>
      </tr>
    </thead>
  );
}
