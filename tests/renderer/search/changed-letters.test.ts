import { describe, expect, test } from 'vitest';
import { findChangedLetters } from '../../../renderer/search/changed-letters';

/** The word with what differs between bars. */
function mark(written: string, shown: string): string {
  let text = '';
  let at = 0;
  for (const [start, end] of findChangedLetters(written, shown)) {
    text += `${shown.slice(at, start)}|${shown.slice(start, end)}|`;
    at = end;
  }
  return text + shown.slice(at);
}

describe('the letters one word has in another’s place', () => {
  test.each([
    ['hydroxyzine', 'hydralazine', 'hydr|ala|zine'],
    ['ketamin', 'ketamine', 'ketamin|e|'],
    ['sedattion', 'sedation', 'sedation'],
    ['clonidine', 'clonazepam', 'clon|az|e|pam|'],
    ['vinblastine', 'vincristine', 'vin|cri|stine'],
  ])('%s shown as %s', (written, shown, marked) => {
    expect(mark(written, shown)).toBe(marked);
  });

  test('case and accents are no difference', () => {
    expect(mark('KETAMINE', 'kétamine')).toBe('kétamine');
  });
});
