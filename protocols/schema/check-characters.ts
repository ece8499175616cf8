import { findHiddenCharacters } from '../text/hidden-characters';
import type { Readable } from './readable';
import type { Issue } from './result';
import { say } from './sentences';

/** No text holds a character that nobody sees: one could turn the digits of a dose, or make two equal names differ. */
export function checkCharacters({ protocol }: Readable): Issue[] {
  return [...walkTexts(protocol, '')].flatMap(({ text, path }) =>
    [...findHiddenCharacters(text)].slice(0, 1).map(({ kind, name }) => ({
      path,
      rule: kind === 'bidi' ? ('bidi-character' as const) : ('invisible-character' as const),
      ...say(kind === 'bidi' ? 'bidi' : 'invisible', { name }),
    })),
  );
}

function* walkTexts(value: unknown, path: string): Generator<{ text: string; path: string }> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* walkTexts(item, join(path, String(index)));
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* walkTexts(item, join(path, key));
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
