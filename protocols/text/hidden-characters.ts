// They turn the order of what stands around them, so that "10 mg" may read as "01 mg".
const BIDIRECTIONAL = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;

// Control characters except tab and line ends, and marks with no shape and no width of their own.
const CONTROLS = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F`;
const SHAPELESS = String.raw`\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u2060-\u2065\u206A-\u206F\u200B\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}`;

// They join or restyle their neighbours: right inside an emoji or an Indic or Arabic word, a disguise inside "mg" or "10".
const JOINERS = String.raw`\u200C\u200D\uFE00-\uFE0F`;

const HIDDEN = new RegExp(`[${BIDIRECTIONAL}${CONTROLS}${SHAPELESS}${JOINERS}]+`, 'gu');
const HAS_BIDIRECTIONAL = new RegExp(`[${BIDIRECTIONAL}]`, 'u');
const ARE_JOINERS = new RegExp(`^[${JOINERS}]{1,2}$`, 'u');
const TAKES_JOINERS = /(?!\p{Script=Latin})[\p{L}\p{M}\p{Extended_Pictographic}#*0-9]$/u;

/** One or more characters in a row that nobody sees. */
export interface HiddenCharacters {
  readonly kind: 'bidi' | 'invisible';
  /** Offsets in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Such as `U+202E`, or `U+202E U+200B` and so on. */
  readonly name: string;
}

/** Every place in a text where something stands that nobody sees and that may change what is read there. */
export function* findHiddenCharacters(text: string): Generator<HiddenCharacters> {
  for (const { 0: run, index: start } of text.matchAll(HIDDEN)) {
    if (ARE_JOINERS.test(run) && isAtHome(text, start)) continue;
    const first = Array.from(run.slice(0, 8)).slice(0, 3);
    yield {
      kind: HAS_BIDIRECTIONAL.test(run) ? 'bidi' : 'invisible',
      start,
      end: start + run.length,
      name: first.map(toName).join(' '),
    };
  }
}

function toName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function isAtHome(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 2), index);
  // A digit takes only the sign that makes it a key cap.
  return TAKES_JOINERS.test(before) && (!/[#*0-9]$/.test(before) || text.startsWith('\uFE0F\u20E3', index));
}
