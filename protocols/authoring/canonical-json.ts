import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const HALF_CHARACTER = /\p{Surrogate}/u;

/**
 * The one byte form of a document: RFC 8785, keys in UTF-16 order. Holds for what we write: objects, lists, text, booleans,
 * null and whole numbers; anything else throws, since a hash over it would not be the same everywhere.
 */
export function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => toCanonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${toText(key)}:${toCanonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  if (typeof value === 'string') return toText(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a whole number; decimals are kept as text`);
    return JSON.stringify(value);
  }
  if (typeof value === 'boolean' || value === null) return String(value);
  throw new TypeError(`${typeof value} has no canonical form`);
}

/** SHA-256 in hex over the canonical form. */
export function toContentHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(toCanonicalJson(value))));
}

function toText(text: string): string {
  // Half a character has no UTF-8: two texts that differ only there would hash alike.
  if (HALF_CHARACTER.test(text)) throw new TypeError('a text ends or begins in half a character');
  return JSON.stringify(text);
}
