import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import { IdentityRow } from '../page/identity';
import type { Attempt } from '../page/sheet-part';
import type { Setting, SheetPlan } from '../page/sheet-plan';
import { toColumns } from './columns';
import { Grid } from './grid';
import { Key } from './key';
import { type Strip, listStrips, listOthers } from './strips';

/**
 * The monitoring flowsheet on one landscape page: a row for each limit of each vital sign, so that a reading written in
 * its row lies in the band of what it asks for. A protocol with too many limits for that gets one row a reading, and its
 * limits in words beneath.
 */
export function planFlowsheet(setting: Setting): SheetPlan {
  const blocks = [...walkBlocks(setting.protocol)].flatMap(({ block }) => (block.type === 'monitoring' ? [block] : []));
  const { columns, missing } = toColumns(blocks);
  const strips = listStrips(blocks);
  const others = listOthers(blocks);
  const flat = strips.map((strip): Strip => ({ ...strip, rows: strip.rows.filter(({ kind }) => kind === 'within') }));
  const attempt = (rows: readonly Strip[], limited: readonly Strip[]): Attempt => ({
    parts: [
      {
        id: 'flowsheet',
        node: (
          <>
            <Grid columns={columns} strips={rows} setting={setting} />
            <Key limited={limited} others={others} blocks={blocks} setting={setting} />
          </>
        ),
      },
    ],
    mostPages: 1,
  });
  const graph = attempt(strips, []);
  const table = attempt(flat, strips);
  return {
    orientation: 'landscape',
    first: <IdentityRow />,
    later: <IdentityRow />,
    attempts: [graph, { ...graph, look: 'dense' }, table, { ...table, look: 'dense' }],
    leftOut: missing === 0 ? [] : [{ id: 'print.left.times', values: { count: missing } }],
  };
}
