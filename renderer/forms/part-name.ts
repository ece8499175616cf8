import type { FormPart } from '../../protocols/forms/form-document';
import { textAt } from './form-context';

const LONGEST = 80; // characters

// Where each kind of block says what it is about, the best first.
const NAMES = [
  ['title'],
  ['condition'],
  ['trigger'],
  ['with', 'name'],
  ['drug', 'name'],
  ['phases', 0, 'title'],
  ['parameters', 0, 'name'],
  ['terms', 0, 'term'],
  ['rows', 0, 'label'],
  ['md'],
  ['id'],
];

/** The first words of what a part is about. */
export function toShort(part: FormPart): string {
  if (part.kind === 'text') return toFirst(part.source);
  const path = NAMES.find((each) => textAt(part.fields, each).trim() !== '');
  return path === undefined ? '' : toFirst(textAt(part.fields, path));
}

function toFirst(words: string): string {
  const [line = ''] = words.trim().split('\n');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}
