import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALPHABET, toCheckCharacter } from '../../../protocols/print-identity/check-character';
import { parsePrintCode, toPrintCode } from '../../../protocols/print-identity/print-code';

const codeOf = (seed: number): string => toPrintCode({ seed });
const bare = (code: string): string => code.replaceAll('-', '');

describe('a code', () => {
  test('has eleven characters in three groups, the same for the same page and another for another', () => {
    expect(codeOf(1)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/);
    expect(codeOf(1)).toBe(toPrintCode({ seed: 1 }));
    expect(new Set(Array.from({ length: 20_000 }, (_, seed) => codeOf(seed))).size).toBe(20_000);
  });

  test('does not depend on the order in which a page says things', () => {
    expect(toPrintCode({ a: '1', b: '2' })).toBe(toPrintCode({ b: '2', a: '1' }));
  });

  test('uses every character in every place', () => {
    const seen = Array.from({ length: 11 }, () => new Set<string>());
    for (let seed = 0; seed < 2000; seed++)
      for (const [place, characters] of seen.entries()) characters.add(bare(codeOf(seed)).charAt(place));
    expect(seen.map((characters) => characters.size)).toEqual(Array.from({ length: 11 }, () => 32));
  });
});

describe('what is typed', () => {
  test.each([
    ['lower case', (code: string) => code.toLowerCase()],
    ['without dashes', bare],
    ['with spaces around and between', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    ['with other dashes', (code: string) => code.replaceAll('-', '–')],
    ['O for 0, I and l for 1', (code: string) => code.replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l')],
  ])('%s is read as the code', (_how, write) => {
    for (let seed = 0; seed < 200; seed++)
      expect(parsePrintCode(write(codeOf(seed)))).toEqual({ ok: true, value: codeOf(seed) });
  });

  test.each([
    ['', { kind: 'length', length: 0, wanted: 11 }],
    ['4TQ1', { kind: 'length', length: 4, wanted: 11 }],
    ['0'.repeat(12), { kind: 'length', length: 12, wanted: 11 }],
    ['UUUU-UUUU-UUU', { kind: 'character', character: 'U' }],
    ['0000-0000-0é0', { kind: 'character', character: 'É' }],
  ])('%j is told apart', (typed, error) => {
    expect(parsePrintCode(typed)).toEqual({ ok: false, error });
  });

  test('is a code or says why not, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (typed) => {
        const read = parsePrintCode(typed);
        expect(read.ok ? parsePrintCode(read.value) : read.error.kind).toEqual(
          read.ok ? read : expect.stringMatching(/^(length|character|mistyped)$/),
        );
      }),
    );
  });
});

describe('a slip of the finger is always noticed', () => {
  const other = (character: string, step: number): string =>
    ALPHABET.charAt((ALPHABET.indexOf(character) + step) % ALPHABET.length);

  // 2,933 codes × 11 places × 31 other characters.
  test('one wrong character, more than a million times', () => {
    let [tried, unnoticed] = [0, 0];
    for (let seed = 0; tried < 1_000_000; seed++) {
      const code = bare(codeOf(seed));
      for (let place = 0; place < code.length; place++)
        for (let step = 1; step < ALPHABET.length; step++) {
          const wrong = code.slice(0, place) + other(code.charAt(place), step) + code.slice(place + 1);
          tried++;
          if (toCheckCharacter(wrong.slice(0, -1)) === wrong.slice(-1)) unnoticed++;
        }
    }
    expect([tried >= 1_000_000, unnoticed]).toEqual([true, 0]);
  });

  test('any two neighbours swapped, in every place and for every pair', () => {
    let [tried, unnoticed] = [0, 0];
    for (let seed = 0; seed < 20; seed++) {
      const body = bare(codeOf(seed)).slice(0, -1);
      for (let place = 0; place < body.length - 1; place++)
        for (const a of ALPHABET)
          for (const b of ALPHABET) {
            if (a === b) continue;
            const written = body.slice(0, place) + a + b + body.slice(place + 2);
            const swapped = body.slice(0, place) + b + a + body.slice(place + 2);
            tried++;
            if (toCheckCharacter(written) === toCheckCharacter(swapped)) unnoticed++;
          }
      // The last two: the check character itself and its neighbour.
      const whole = body + toCheckCharacter(body);
      const [before = '', last = ''] = whole.slice(-2);
      if (before === last) continue;
      tried++;
      if (toCheckCharacter(body.slice(0, -1) + last) === before) unnoticed++;
    }
    expect([tried > 170_000, unnoticed]).toEqual([true, 0]);
  });

  test('as typed, so that the screen says so', () => {
    for (let seed = 0; seed < 300; seed++) {
      const code = codeOf(seed);
      const at = seed % 4;
      const wrong = code.slice(0, at) + other(code.charAt(at), 1 + (seed % 31)) + code.slice(at + 1);
      expect(parsePrintCode(wrong)).toEqual({ ok: false, error: { kind: 'mistyped' } });
    }
  });
});
