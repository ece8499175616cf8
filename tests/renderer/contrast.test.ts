import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../renderer/app/tokens.css', import.meta.url), 'utf8');

type Tokens = ReadonlyMap<string, string>;

/** The colour tokens of each theme by name. */
function readThemes(): Map<string, Tokens> {
  const themes = new Map<string, Tokens>();
  for (const [, name = '', body = ''] of css.matchAll(/:root\[data-theme=['"]([\w-]+)['"]\]\s*\{([^}]*)\}/g)) {
    themes.set(
      name,
      new Map(
        [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, token = '', colour = '']) => [token, colour]),
      ),
    );
  }
  return themes;
}

/** WCAG 2.2 relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const TONES = ['stop', 'caution', 'done', 'info', 'draft', 'note'];
const BACKGROUNDS = ['bg', 'surface', 'surface-2'];

test('the formula knows black on white and a colour on itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});

test('all five themes are there with the same tokens', () => {
  const themes = readThemes();
  expect([...themes.keys()].toSorted()).toEqual(['contrast-dark', 'contrast-light', 'dark', 'dim', 'light']);
  const names = [...(themes.get('light')?.keys() ?? [])];
  expect(names.length).toBeGreaterThan(25);
  for (const tokens of themes.values()) expect([...tokens.keys()]).toEqual(names);
});

describe.each([...readThemes()])('%s', (name, tokens) => {
  const least = name.startsWith('contrast') ? 7 : 4.5;
  const colour = (token: string): string => tokens.get(token) ?? 'absent';
  const pairs: [string, string, number][] = [
    ...BACKGROUNDS.flatMap((background): [string, string, number][] => [
      ['text', background, least],
      ['text-muted', background, least],
      ['accent', background, least],
      ['border', background, 3],
      ['focus', background, 3],
    ]),
    ['on-accent', 'accent', least],
    ['text', 'diff-add', least],
    ['text', 'diff-remove', least],
    ...TONES.flatMap((tone): [string, string, number][] => [
      [`${tone}-text`, `${tone}-bg`, least],
      [`${tone}-text`, 'bg', least],
      [`${tone}-text`, 'surface', least],
      [`${tone}-line`, 'bg', 3],
      [`${tone}-line`, `${tone}-bg`, 3],
    ]),
  ];

  test.each(pairs)('%s on %s is at least %d', (front, back, needed) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(needed);
  });
});
