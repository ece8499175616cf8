import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { Protocol } from '../../../protocols/schema/protocol';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../fixtures/documents/exa-session/1.0.0.md'), 'utf8');
const START =
  '      - { id: start, text: Start time — recorded, role: nurse, required: "true", answer: { type: time } }\n';

/** The example protocol, with some text of it exchanged. */
export function compileExample(from = '', to = ''): Protocol {
  if (!EXAMPLE.includes(from)) throw new Error(`the example has no "${from}"`);
  const result = compileProtocol(EXAMPLE.replace(from, to));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The example with so many items in its phase "During". */
export function compileWithItems(count: number): Protocol {
  const items = Array.from({ length: count }, (_, index) => START.replace('id: start', `id: item-${index + 1}`));
  return compileExample(START, items.join(''));
}
