import { findHiddenCharacters } from '../text/hidden-characters';
import type { LintCode, TextFinding } from './finding';
import { findProseUnit } from './prose-units';

/** The rules about characters that are not what they look like. */
export function lintCharacters(text: string): TextFinding[] {
  return [...listHidden(text), ...listLookAlikes(text)];
}

function listHidden(text: string): TextFinding[] {
  return [...findHiddenCharacters(text)].map(({ kind, start, end, name }) => ({
    rule: kind === 'bidi' ? 'bidi-character' : 'invisible-character',
    start,
    end,
    message:
      kind === 'bidi'
        ? `${name} turns the reading direction, so that digits may change places`
        : `${name} is a character nobody sees`,
    advice: 'Delete it and type the words around it again.',
    code: kind === 'bidi' ? ('turning' as const) : ('unseen' as const),
    params: { name },
  }));
}

// Letters of other alphabets and the Latin ones they are taken for, or stand for in a unit.
const FOLDED: Readonly<Record<string, string>> = Object.fromEntries([
  ...pairs('аеорсухіјѕкмтнвгл', 'aeopcyxijskmthbgl'), // Cyrillic
  ...pairs('АВЕКМНОРСТУХІЈЅ', 'ABEKMHOPCTYXIJS'),
  ...pairs('οικνρυχ', 'oikvpux'), // Greek; α, β, γ and δ stay what they are
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
]);
const FOREIGN = /[\u0370-\u03FF\u0400-\u052F]/;
const WORDS = /\p{L}[\p{L}\p{M}]*/gu;
// Forms that were made for typography: full width, bold letters of mathematics, mg or mL as one sign.
const STYLED = /(?:[\uFF05\uFF0E\uFF0F\uFF21-\uFF3A\uFF41-\uFF5A\u2113\u3380-\u33DF]|[\u{1D400}-\u{1D7CB}])+/gu;
const FOREIGN_DIGITS = /(?:(?![0-9])\p{Nd})+/gu;
const LETTERS_IN_NUMBER = /(?<![\p{L}\d.,])[\dOolI.,]{2,12}(?= ?(?:mg|mcg|mL|g|units)(?!\p{L}))/gu;

function* listLookAlikes(text: string): Generator<TextFinding> {
  for (const { 0: found, index } of text.matchAll(FOREIGN_DIGITS))
    yield toFinding('foreign-digits', index, found, 'is not written with the digits 0 to 9', found.normalize('NFKC'));
  for (const { 0: found, index } of text.matchAll(STYLED))
    yield toFinding('styled', index, found, 'is not made of plain letters', found.normalize('NFKC'));
  for (const { 0: found, index } of text.matchAll(LETTERS_IN_NUMBER)) {
    if (!/\d/.test(found) || !/[OolI]/.test(found) || /^\d+[.,]?\d*[lI]$/.test(found)) continue;
    yield toFinding(
      'letter-in-number',
      index,
      found,
      'has a letter among its digits',
      found.replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1'),
    );
  }
  if (!FOREIGN.test(text)) return;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const plain = Array.from(word, (letter) => FOLDED[letter] ?? letter).join('');
    if (plain === word) continue;
    const isMixed = /\p{Script=Latin}/u.test(word);
    const isUnit =
      findProseUnit(plain) !== undefined && /\d[ \u00A0\u202F]?$/.test(text.slice(Math.max(0, index - 2), index));
    if (isMixed || isUnit) yield toFinding('foreign-letter', index, word, 'has a letter of another alphabet', plain);
  }
}

function toFinding(code: LintCode, start: number, found: string, why: string, plain: string): TextFinding {
  return {
    rule: 'look-alike-character',
    start,
    end: start + found.length,
    message: `"${found}" ${why}; it looks right and is not`,
    advice: `Type "${plain}" again.`,
    code,
    params: { found, instead: plain },
  };
}

function pairs(from: string, to: string): (readonly [string, string])[] {
  return Array.from(from, (letter, index) => [letter, to[index] ?? letter] as const);
}
