import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import { parseProtocol } from '../../../protocols/schema/parse-protocol';
import type { Protocol } from '../../../protocols/schema/protocol';
import { compiled } from '../../fixtures/change';
import { protocolArbitrary } from '../../fixtures/protocol-arbitrary';
import { EXAMPLE, listAuthoredTexts } from '../../fixtures/texts';

describe('written back and compiled again, a document keeps every byte of its canonical form', () => {
  test.each(listAuthoredTexts())('$file', ({ text }) => {
    const protocol = compiled(text);
    const written = toAuthored(protocol);
    expect(toCanonicalJson(compiled(written))).toBe(toCanonicalJson(protocol));
    expect(toAuthored(compiled(written))).toBe(written);
  });

  test('a generated protocol of any blocks and any words', () => {
    fc.assert(
      fc.property(protocolArbitrary, (protocol) => {
        const sound = parseProtocol(protocol);
        expect(sound.ok ? [] : sound.error).toEqual([]); // or the property below would say nothing
        const again = compiled(toAuthored(protocol));
        expect(toCanonicalJson(again)).toBe(toCanonicalJson(protocol));
        expect(again).toEqual(JSON.parse(JSON.stringify(protocol)));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});

test('a space after a line end of another system is kept', () => {
  const protocol = compiled(EXAMPLE);
  const safetyLine = `${'invented '.repeat(6)}\r\n \n===`;
  expect(compiled(toAuthored({ ...protocol, safetyLine })).safetyLine).toBe(safetyLine);
});

test('the order in which fields arrive changes nothing', () => {
  const protocol = compiled(EXAMPLE);
  const sorted: Protocol = JSON.parse(toCanonicalJson(protocol));
  expect(toAuthored(sorted)).toBe(toAuthored(protocol));
});

test('writes what an author would: evidence once, plain unit names, no empty lists', () => {
  const text = toAuthored(compiled(EXAMPLE));
  expect(text).toContain('amount: { min: 7.5 mg/kg (second-hand s2), usual: 8.5 mg/kg, max: 9.75 mg/kg }');
  expect(text).toContain('when: ">= 47 mmHg above baseline (second-hand s2)"');
  expect(text).toContain('never above {{dose-iv.amount.max}}. {#dose-intro verified s1}');
  expect(text).not.toMatch(/\[\]|calculator|mm\[Hg\]/);
});

describe('comparisons', () => {
  const limit = (text: string): unknown => {
    const protocol = compiled(EXAMPLE.replace('"> local (two limits are published)"', text));
    const block = protocol.sections.flatMap((section) => section.blocks).find(({ id }) => id === 'mon-vitals');
    return block?.type === 'monitoring' ? block.parameters[0]?.thresholds?.[2]?.when : undefined;
  };

  test('words about a baseline in brackets are not a baseline', () => {
    expect(limit('"> local (one clinic says 9 above baseline)"')).toEqual({
      op: '>',
      amount: { mark: 'local', text: 'one clinic says 9 above baseline' },
    });
    expect(limit('"> local above baseline (one clinic says 9)"')).toMatchObject({ relativeTo: 'baseline' });
  });

  test('a contested limit keeps what is said against it', () => {
    expect(limit('{ value: ">= 171 mmHg (recalled s1)", contested: One group says less. }')).toEqual({
      op: '>=',
      amount: { value: '171', unit: 'mm[Hg]', mark: 'recalled', sources: ['s1'], contested: 'One group says less.' },
    });
  });
});

test.each(['unit: mmHg', 'unit: mm[Hg]'])('reads %s', (unit) => {
  expect(toCanonicalJson(compiled(EXAMPLE.replace('unit: mm[Hg]', unit)))).toBe(toCanonicalJson(compiled(EXAMPLE)));
});

test('Windows line ends and a byte-order mark change nothing', () => {
  const windows = `\uFEFF${EXAMPLE.replaceAll('\n', '\r\n')}`;
  expect(toCanonicalJson(compiled(windows))).toBe(toCanonicalJson(compiled(EXAMPLE)));
});
