const SHORTEST = 3;
const LONGEST = 32; // more than the speller compares in one pass

/** Which of 26 letters a word is made of, one bit each; 0 for a word that is never mended: one with a digit, or too short. */
export function toSignature(word: string): number {
  if (word.length < SHORTEST || word.length > LONGEST || !LETTERS.test(word)) return 0;
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << ((word.charCodeAt(at) + OFFSET) % 26);
  return bits;
}

const LETTERS = /^\p{L}+$/u;
const OFFSET = 26 - (97 % 26); // so that "a" is the first bit

export function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55_55_55_55);
  rest = (rest & 0x33_33_33_33) + ((rest >>> 2) & 0x33_33_33_33);
  return (((rest + (rest >>> 4)) & 0x0f_0f_0f_0f) * 0x01_01_01_01) >>> 24;
}
