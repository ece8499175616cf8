import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson, toContentHash } from '../../../protocols/authoring/canonical-json';

/** RFC 8785, §3.2.2 to §3.2.4 and the test data its authors publish, without the numbers we refuse. */
const PUBLISHED: [string, string, string][] = [
  [
    'the sample of §3.2.2, text and literals',
    String.raw`{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null, true, false]}`,
    String.raw`{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  ],
  [
    'the keys of §3.2.3, in UTF-16 order',
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    `{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\u{1F600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
  ],
  [
    'arrays',
    '[\n  56,\n  {\n    "d": true,\n    "10": null,\n    "1": [ ]\n  }\n]',
    '[56,{"1":[],"10":null,"d":true}]',
  ],
  [
    'french',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
  ],
  [
    'structures',
    '{"1": {"f": {"f": "hi","F": 5} ,"\\n": 56.0},"10": { },"": "empty","a": { },"111": [ { } ],"A": { }}',
    String.raw`{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}`,
  ],
  ['unicode', String.raw`{"Unnormalized Unicode":"A\u030a"}`, '{"Unnormalized Unicode":"A\u030a"}'],
  [
    'weird',
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\u000a":"Newline","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley","\u00f6":"Latin Small Letter O With Diaeresis","\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}`,
    `{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\u{1F602}":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}`,
  ],
];

test.each(PUBLISHED)('published: %s', (_name, input, output) => {
  expect(toCanonicalJson(JSON.parse(input))).toBe(output);
});

test('every control character is escaped as the standard says, and nothing else is', () => {
  const short = {
    '\b': String.raw`\b`,
    '\t': String.raw`\t`,
    '\n': String.raw`\n`,
    '\f': String.raw`\f`,
    '\r': String.raw`\r`,
  };
  for (let code = 0; code < 0x20; code++) {
    const character = String.fromCodePoint(code);
    const escaped =
      Object.entries(short).find(([key]) => key === character)?.[1] ?? `\\u${code.toString(16).padStart(4, '0')}`;
    expect(toCanonicalJson(character)).toBe(`"${escaped}"`);
  }
  expect(toCanonicalJson('\u007F\u2028</\u00E9')).toBe('"\u007F\u2028</\u00E9"');
});

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-1, '-1'],
    [9007199254740991, '9007199254740991'],
    [-9007199254740991, '-9007199254740991'],
  ])('%d is %s', (value, text) => {
    expect(toCanonicalJson(value)).toBe(text);
  });

  test.each([0.5, 1e21, 9007199254740992, Number.NaN, Number.POSITIVE_INFINITY, 4.5, 2e-3])(
    '%d is refused',
    (value) => {
      expect(() => toCanonicalJson({ dose: [value] })).toThrow(/whole number/);
    },
  );
});

describe('what has no form of its own is refused', () => {
  test.each([
    ['half a character', '\uD83D'],
    ['half a character, the second', 'a\uDE00'],
    ['halves in the wrong order', '\uDE00\uD83D'],
    ['half a character in a key', { ['\uD800']: 1 }],
  ])('%s', (_what, value) => {
    expect(() => toCanonicalJson([value])).toThrow(/half a character/);
  });

  test.each([[undefined], [1n], [() => 1], [Symbol('x')]])('%o', (value) => {
    expect(() => toCanonicalJson(value)).toThrow(/no canonical form/);
  });
});

test('a field without a value is no field', () => {
  expect(toCanonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
});

/** Any data we may write: whole characters, safe integers. */
const data = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('any'), { maxKeys: 5 }),
  ),
})).any;

describe('for any data', () => {
  test('reads back as it was, and reads back to the same bytes', () => {
    fc.assert(
      fc.property(data, (value) => {
        const text = toCanonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(toCanonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test('the order of keys does not matter, and their order in the text is by UTF-16 unit', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.maxSafeInteger()), (value) => {
        const backwards = Object.fromEntries(Object.entries(value).toReversed());
        expect(toCanonicalJson(backwards)).toBe(toCanonicalJson(value));
        // Keys that look like numbers come first in a JavaScript object whatever their order in the text.
        const keys = [...toCanonicalJson(value).matchAll(/"((?:[^"\\]|\\.)*)":/g)].map(([, key]): string =>
          JSON.parse(`"${key}"`),
        );
        expect(keys).toEqual([...keys].toSorted((a, b) => (a < b ? -1 : 1)));
      }),
    );
  });
});

describe('content hash', () => {
  test.each([
    [{}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
    [{ b: 1, a: 'é' }, createHash('sha256').update('{"a":"é","b":1}', 'utf8').digest('hex')],
  ])('of %o', (value, hash) => {
    expect(toContentHash(value)).toBe(hash);
  });

  test('differs when one character does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(toContentHash({ a }) === toContentHash({ a: b })).toBe(a === b);
      }),
    );
  });
});
