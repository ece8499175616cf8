import { describe, expect, test } from 'vitest';
import {
  CHAIN_START,
  type ChainPoint,
  type JournalEntry,
  decodeEntry,
  encodeEntry,
  sealEntry,
} from '../../../protocols/journal/entry';
import { toRevision, toWholeText } from '../../../protocols/journal/note-body';
import { JOURNAL_FORMAT, decodeSegment, encodeHeader } from '../../../protocols/journal/segment';

const AT = '2026-11-22T14:02:00+01:00';

function chain(count: number, after: ChainPoint = CHAIN_START): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = { text: `entry ${index}`, by: 'AB' };
    entries.push(sealEntry({ kind: 'review', body }, { after: entries.at(-1) ?? after, writer: 'w', at: AT }));
  }
  return entries;
}

function segment(entries: readonly JournalEntry[]): string {
  const header = { format: JOURNAL_FORMAT, writer: 'w', first: 1, previous: CHAIN_START.hash };
  return encodeHeader(header) + entries.map(encodeEntry).join('');
}

test('a file whose first line no header was sealed with has no header', () => {
  const line = '{"first":1.5,"format":1,"hash":"","previous":"","writer":"w"}\n';
  expect(decodeSegment(line)).toEqual({ kind: 'no-header' });
});

describe('a line', () => {
  test('gives back the entry it was written from, of whatever kind', () => {
    const [entry] = chain(1);
    if (entry === undefined) throw new Error('no entry');
    const odd = sealEntry(
      { kind: 'of-tomorrow', body: { __proto__x: [1, null, 'é'] } },
      { after: entry, writer: 'w', at: AT },
    );
    for (const each of [entry, odd])
      expect(decodeEntry(encodeEntry(each).trimEnd())).toEqual({ ok: true, value: each });
  });

  test('is refused with any one bit of it flipped', () => {
    const line = Buffer.from(encodeEntry(chain(2)[1] ?? chain(1)[0]!).trimEnd());
    let refused = 0;
    for (let bit = 0; bit < line.length * 8; bit += 1) {
      const flipped = Buffer.from(line);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (!decodeEntry(flipped.toString('utf8')).ok) refused += 1;
    }
    expect(refused).toBe(line.length * 8);
  });

  test.each([
    ['nothing', '', 'not-json'],
    ['half an entry', encodeEntry(chain(1)[0]!).slice(0, 60), 'not-json'],
    ['something else', '{"sequence":1}', 'not-an-entry'],
    [
      'a body that is no object',
      '{"at":"","body":"x","hash":"","kind":"","previous":"","sequence":1,"writer":""}',
      'not-an-entry',
    ],
    [
      'a number that no entry was sealed with',
      '{"at":"","body":{"x":1.5},"hash":"","kind":"","previous":"","sequence":1,"writer":""}',
      'altered',
    ],
    [
      'half a character',
      String.raw`{"at":"","body":{"x":"\ud83d"},"hash":"","kind":"","previous":"","sequence":1,"writer":""}`,
      'altered',
    ],
  ])('says of %s that it is %s', (_, line, problem) => {
    expect(decodeEntry(line)).toEqual({ ok: false, error: problem });
  });

  test('does not hold a decimal: 0.1 is not the same everywhere', () => {
    expect(() =>
      sealEntry({ kind: 'review', body: { amount: 0.1 } }, { after: CHAIN_START, writer: 'w', at: AT }),
    ).toThrow(/kept as text/);
  });
});

describe('a file', () => {
  test('is read to its end', () => {
    const entries = chain(5);
    expect(decodeSegment(segment(entries))).toMatchObject({ kind: 'read', entries, end: { sequence: 5 } });
  });

  test('is read up to the first entry that was changed, taken out or put elsewhere', () => {
    const entries = chain(5);
    const [one, two, three, four, five] = entries as [
      JournalEntry,
      JournalEntry,
      JournalEntry,
      JournalEntry,
      JournalEntry,
    ];
    const changed = { ...three, body: { text: 'entry 2', by: 'CD' } };
    expect(decodeSegment(segment([one, two, changed, four, five]))).toMatchObject({
      bad: { sequence: 3, problem: 'altered' },
    });
    expect(decodeSegment(segment([one, two, four, five]))).toMatchObject({
      bad: { sequence: 3, problem: 'out-of-place' },
    });
    expect(decodeSegment(segment([one, three, two]))).toMatchObject({ bad: { sequence: 2, problem: 'out-of-place' } });
    expect(decodeSegment(segment([...entries, two]))).toMatchObject({ bad: { sequence: 6, problem: 'out-of-place' } });
  });

  test('that ends in half a line keeps what stands before', () => {
    const text = segment(chain(3));
    for (const cut of [1, 50, 100])
      expect(decodeSegment(text.slice(0, -cut))).toMatchObject({
        end: { sequence: 2 },
        bad: { problem: 'half-written' },
      });
  });

  test('of a newer form is not read, whatever else it says', () => {
    expect(decodeSegment('{"format":2,"shape":"of tomorrow"}\nx\n')).toEqual({ kind: 'newer', format: 2 });
  });

  test.each(['', '\n', 'x\n', '{"format":1}\n', '{"first":1}\n'])(
    'without a header is not taken for one: %j',
    (text) => {
      expect(decodeSegment(text)).toEqual({ kind: 'no-header' });
    },
  );
});

describe('a note in the journal', () => {
  test('of a form this program does not know is kept as a record, not shown as half a note', () => {
    const entry = sealEntry({ kind: 'note', body: { revision: 'r' } }, { after: CHAIN_START, writer: 'w', at: AT });
    expect(toRevision(entry)).toBeUndefined();
  });

  test('has no half characters', () => {
    expect(toWholeText('a\uD83Db😀')).toBe('a\u{FFFD}b😀');
  });
});
