// They turn the order of what stands around them, so that "10 mg" may read as "01 mg".
const BIDIRECTIONAL = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;

// Control characters except tab and line ends, and marks with no shape and no width of their own.
const CONTROLS = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F`;
const SHAPELESS = String.raw`\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u2060-\u2065\u206A-\u206F\u200B\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}`;

// They join or restyle their neighbours: right inside an emoji or an Indic or Arabic word, a disguise inside "mg" or "10".
const JOINERS = String.raw`\u200C\u200D\uFE00-\uFE0F`;

const HIDDEN = new RegExp(`[${BIDIRECTIONAL}${CONTROLS}${SHAPELESS}${JOINERS}]`, 'gu');
const IS_BIDIRECTIONAL = new RegExp(`[${BIDIRECTIONAL}]`, 'u');
const IS_JOINER = new RegExp(`[${JOINERS}]`, 'u');
const TAKES_JOINERS = /(?!\p{Script=Latin})[\p{L}\p{M}\p{Extended_Pictographic}#*0-9]$/u;

export interface HiddenCharacter {
  readonly kind: 'bidi' | 'invisible';
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Such as `U+202E`. */
  readonly name: string;
}

/** Every character of a text that nobody sees and that may change what stands there. */
export function* findHiddenCharacters(text: string): Generator<HiddenCharacter> {
  for (const { 0: character, index: start } of text.matchAll(HIDDEN)) {
    if (IS_JOINER.test(character) && isAtHome(text, start, character)) continue;
    yield {
      kind: IS_BIDIRECTIONAL.test(character) ? 'bidi' : 'invisible',
      start,
      end: start + character.length,
      name: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    };
  }
}

function isAtHome(text: string, index: number, joiner: string): boolean {
  const before = text.slice(Math.max(0, index - 2), index);
  if (!TAKES_JOINERS.test(before)) return joiner === '\u200D' && before.endsWith('\uFE0F');
  // A digit takes only the sign that makes it a key cap.
  return !/[#*0-9]$/.test(before) || text.startsWith('\uFE0F\u20E3', index);
}
