// @vitest-environment jsdom
import './fake-bridge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from '../../../renderer/notes/exchange-notes';

test('cuts a text into pieces that hold it all and no half character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 5 }), (text, longest) => {
      const parts = [...cutText(text, longest)];
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(longest);
        expect(part).not.toMatch(/\p{Surrogate}/u);
      }
    }),
  );
  expect([...cutText('ab𝟗', 3)]).toEqual(['ab', '𝟗']);
  expect([...cutText('', 3)]).toEqual([]);
});
