import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../renderer');
const ROOMS = readdirSync(RENDERER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((room) => readdirSync(join(RENDERER, room)).includes('messages'));

function read(room: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(RENDERER, room, 'messages', `${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
}

/** The names in braces at any depth, without the words of plural branches. */
function placeholders(message: string): string[] {
  return [
    ...new Set(
      [
        ...message.replaceAll(/\b(one|other|=\d+) \{([^{}]*(?:\{\w+\}[^{}]*)*)\}/g, '$2').matchAll(/\{(\w+)(?=[},])/g),
      ].map((match) => match[1] ?? ''),
    ),
  ].toSorted();
}

describe.each(ROOMS)('the words of %s', (room) => {
  const [en, fr] = [read(room, 'en'), read(room, 'fr')];

  test('have the same ids in both languages, each beginning with the room', () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.keys(en).filter((id) => !id.startsWith(`${room}.`))).toEqual([]);
  });

  test('have each id once: of two, the later would speak for both', () => {
    for (const language of ['en', 'fr']) {
      const text = readFileSync(join(RENDERER, room, 'messages', `${language}.json`), 'utf8');
      const ids = [...text.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(ids.length).toBe(Object.keys(en).length);
    }
  });

  test('have the same placeholders in both languages', () => {
    const differing = Object.keys(en).filter(
      (id) => placeholders(en[id] ?? '').join() !== placeholders(fr[id] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('follow the house: no pleading, no exclamation, nothing empty', () => {
    const wrong = [...Object.entries(en), ...Object.entries(fr)].filter(
      ([, words]) =>
        words.trim() === '' ||
        /\b(please|sorry|oops|invalid|error code|désolé|s’il vous plaît|veuillez)\b|!/i.test(words),
    );
    expect(wrong).toEqual([]);
  });

  test('in French keep a space before the double signs', () => {
    expect(
      Object.entries(fr).filter(([, words]) =>
        /[^\s\u00A0\u202F][:;?](\s|$)/.test(words.replaceAll(/\{[^}]*\}|https?:/g, 'x ')),
      ),
    ).toEqual([]);
  });
});
