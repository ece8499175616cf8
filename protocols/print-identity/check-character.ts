/** Thirty-two characters that cannot be taken for each other in print or speech: no I, L, O or U (Crockford's base 32). */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The character that makes a code whole. Each place has a weight of its own in the field of 32 elements, so that the
 * sum changes with any one character (no weight is zero) and with any swap of neighbours (no two weights are equal):
 * both are caught always, not nearly always. Holds for up to 30 characters, each of the alphabet.
 */
export function toCheckCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = double(sum ^ ALPHABET.indexOf(character));
  return ALPHABET.charAt(sum);
}

/** Multiplies by the generator of the field: x in the polynomials over two elements, modulo x^5 + x^2 + 1. */
function double(element: number): number {
  const shifted = element << 1;
  return shifted < 32 ? shifted : shifted ^ 0b100101;
}
