import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toCanonicalJson } from '../authoring/canonical-json';
import { type Result, fail, ok } from '../schema/result';
import { ALPHABET, toCheckCharacter } from './check-character';

const BODY = 10; // characters of five bits each
const GROUPS = /^(.{4})(.{4})(.{3})$/;

/** The code of what a page says of itself: fifty bits of its SHA-256 and a check character, in groups of 4, 4 and 3. */
export function toPrintCode(identity: object): string {
  const hash = sha256(utf8ToBytes(toCanonicalJson(identity)));
  const bits = [...hash.subarray(0, 7)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const body = Array.from({ length: BODY }, (_, index) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(5 * index, 5 * index + 5), 2)),
  ).join('');
  return toGroups(body + toCheckCharacter(body));
}

/** Why what was typed is no code. `length` counts the characters that were left after spaces and dashes. */
export type CodeFailure =
  | { readonly kind: 'length'; readonly length: number; readonly wanted: number }
  | { readonly kind: 'character'; readonly character: string }
  /** The characters do not belong together: at least one is mistyped, or two changed places. */
  | { readonly kind: 'mistyped' };

/** Reads a code as people type it: either case, with or without dashes and spaces, O for 0, I or L for 1. */
export function parsePrintCode(typed: string): Result<string, CodeFailure> {
  const characters = typed
    .replaceAll(/[\s\p{Dash_Punctuation}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const foreign = Array.from(characters).find((character) => !ALPHABET.includes(character));
  if (foreign !== undefined) return fail({ kind: 'character', character: foreign });
  if (characters.length !== BODY + 1) return fail({ kind: 'length', length: characters.length, wanted: BODY + 1 });
  const whole = characters.slice(0, BODY);
  return toCheckCharacter(whole) === characters.slice(BODY) ? ok(toGroups(characters)) : fail({ kind: 'mistyped' });
}

function toGroups(characters: string): string {
  return characters.replace(GROUPS, '$1-$2-$3');
}
