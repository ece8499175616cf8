import { listEmergencies } from '../../../protocols/sheets/printable';
import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import { EmergencyNumbers } from '../checklist/closing';
import type { Attempt } from '../page/sheet-part';
import type { Setting, SheetPlan } from '../page/sheet-plan';
import { EmergencyCard } from './card';

/** One page of emergency cards for the wall or the trolley; more than one page only where the smallest letters do not help. */
export function planEmergency(setting: Setting): SheetPlan {
  const cards = listEmergencies(setting.protocol).map((block) => ({
    id: block.id,
    node: <EmergencyCard block={block} {...setting} />,
  }));
  const numbers = { id: 'numbers', node: <EmergencyNumbers /> };
  const onOnePage = (look: string): Attempt => ({
    look,
    mostPages: 1,
    parts: [
      numbers,
      {
        id: 'cards',
        className: 'cards',
        node: cards.map(({ id, node }) => (
          <div key={id} data-card={id} className="cardCell">
            {node}
          </div>
        )),
      },
    ],
  });
  const responses = [...walkBlocks(setting.protocol)].filter(({ block }) => block.type === 'adverse-response').length;
  const others = responses - cards.length;
  return {
    orientation: 'portrait',
    first: null,
    later: null,
    attempts: [
      onOnePage('roomy'),
      onOnePage('close'),
      onOnePage('dense'),
      { look: 'close', parts: [numbers, ...cards] },
    ],
    leftOut: others === 0 ? [] : [{ id: 'print.left.responses', values: { count: others } }],
  };
}
