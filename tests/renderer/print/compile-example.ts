import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled } from '../../fixtures/change';
import type { Protocol } from '../../../protocols/schema/protocol';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../fixtures/documents/exa-session/1.0.0.md'), 'utf8');
const START =
  '      - { id: start, text: Start time — recorded, role: nurse, required: "true", answer: { type: time } }\n';

/** The example protocol, with some text of it exchanged. */
export function compileExample(from = '', to = ''): Protocol {
  if (!EXAMPLE.includes(from)) throw new Error(`the example has no "${from}"`);
  return compiled(EXAMPLE.replace(from, to));
}

/** The example with so many items in its phase "During". */
export function compileWithItems(count: number): Protocol {
  const items = Array.from({ length: count }, (_, index) => START.replace('id: start', `id: item-${index + 1}`));
  return compileExample(START, items.join(''));
}
