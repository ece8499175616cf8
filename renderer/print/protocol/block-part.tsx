import type { ReactElement } from 'react';
import type { Block } from '../../../protocols/schema/blocks';
import { EmergencyCard } from '../emergency/card';
import type { SheetPart } from '../page/sheet-part';
import type { Setting } from '../page/sheet-plan';
import { BLOCK_COLUMNS, BlockHead } from './block-row';
import { listDoseRows } from './dose-rows';
import { listMonitoringRows } from './monitoring-rows';
import { toProsePart } from './prose-part';
import {
  listChecklistRows,
  listContraindicationRows,
  listFigureRows,
  listGlossaryRows,
  listInteractionRows,
} from './rows';

/** A block of the protocol as a part of the sheet: a table that may go on over a page, or a card that may not. */
export function toBlockPart(block: Block, setting: Setting): SheetPart {
  if (block.type === 'narrative') return toProsePart(block, setting);
  // Nobody turns a page in an emergency.
  if (block.type === 'adverse-response')
    return { id: block.id, className: 'response', node: <EmergencyCard block={block} {...setting} /> };
  const isOneRow = block.type === 'contraindication' || block.type === 'interaction';
  return {
    id: block.id,
    className: `rows block ${block.type}`,
    columns: BLOCK_COLUMNS,
    head: (continued) => (isOneRow ? null : <BlockHead block={block} continued={continued} {...setting} />),
    rows: listRows(block, setting),
  };
}

function listRows(block: Exclude<Block, { type: 'narrative' | 'adverse-response' }>, setting: Setting): ReactElement[] {
  switch (block.type) {
    case 'figures':
      return listFigureRows(block, setting);
    case 'dose':
      return listDoseRows(block, setting);
    case 'monitoring':
      return listMonitoringRows(block, setting);
    case 'contraindication':
      return listContraindicationRows(block, setting);
    case 'interaction':
      return listInteractionRows(block, setting);
    case 'checklist':
      return listChecklistRows(block, setting);
    case 'glossary':
      return listGlossaryRows(block, setting);
    default:
      return block satisfies never;
  }
}
