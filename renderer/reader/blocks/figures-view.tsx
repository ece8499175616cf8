import type { ReactElement } from 'react';
import type { BlockOf } from '../../../protocols/schema/blocks';
import styles from '../block.module.css';
import { toSources } from '../block-sources';
import { ClinicalRange } from '../clinical-value';
import { useReader } from '../reader-context';
import { SourceTags } from '../source-tags';
import { TableHead } from '../table-head';

/** Published numbers, one a row, with the source of each. */
export function FiguresView({ block }: { block: BlockOf<'figures'> }): ReactElement {
  const { protocol } = useReader();
  return (
    <div className={styles['scroller']}>
      <table className={styles['table']}>
        <TableHead columns={['what', 'value']} unseen />
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" lang={protocol.language}>
                {row.label}
              </th>
              <td>
                {row.amount !== undefined && <ClinicalRange range={row.amount} />}
                {row.time !== undefined && <ClinicalRange range={row.time} />}
                {row.note !== undefined && (
                  <div className={styles['muted']} lang={protocol.language}>
                    {row.note}
                  </div>
                )}
              </td>
              <td>
                <SourceTags edition={protocol} sources={toSources(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
