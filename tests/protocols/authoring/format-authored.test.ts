import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { formatAuthored } from '../../../protocols/authoring/format-authored';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import { protocolArbitrary } from '../../fixtures/protocol-arbitrary';
import { EXAMPLE, listAuthoredTexts } from '../../fixtures/texts';

function format(text: string): string {
  const result = formatAuthored(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function canonical(text: string): string {
  const result = compileProtocol(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return toCanonicalJson(result.value);
}

describe('keeps what a document says, and formats only once', () => {
  test.each(listAuthoredTexts())('$file', ({ text }) => {
    const formatted = format(text);
    expect(canonical(formatted)).toBe(canonical(text));
    expect(format(formatted)).toBe(formatted);
  });

  test('any document that was written back', () => {
    fc.assert(
      fc.property(protocolArbitrary, (protocol) => {
        const text = toAuthored(protocol);
        const formatted = format(text);
        expect(canonical(formatted)).toBe(canonical(text));
        expect(format(formatted)).toBe(formatted);
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

describe('what is the author’s stays', () => {
  test.each([
    ['a comment on a line of its own', 'id: dose-iv', 'id: dose-iv\n# why this drug'],
    ['a comment after a field', 'route: intravenous', 'route: intravenous # never by mouth'],
    ['a comment in the front matter', 'status: draft', '# nobody has approved it\nstatus: draft'],
    ['quotes', 'diluent: invented diluent', 'diluent: "invented diluent"'],
    ['a list under each other', 'audience: [nurse, prescriber]', 'audience:\n  - nurse\n  - prescriber'],
    [
      'the order of fields',
      'level: absolute\n  condition: Allergy to examplamine',
      'condition: Allergy to examplamine\n  level: absolute',
    ],
  ])('%s', (_what, written, other) => {
    const text = EXAMPLE.replace(written, other);
    expect(text).not.toBe(EXAMPLE);
    expect(format(text)).toBe(text);
  });
});

describe('what is ours is put right', () => {
  test.each([
    ['spaces after a colon', 'id: dose-iv', 'id:     dose-iv'],
    ['spaces in braces', '{ min: 7.5 mg/kg', '{min: 7.5 mg/kg'],
    ['spaces in brackets', '[nurse, prescriber]', '[ nurse,prescriber ]'],
    ['blank lines between parts', '\n\n# Dose', '\n\n\n\n# Dose'],
    ['no blank line between parts', '\n\n```yaml dose', '\n```yaml dose'],
    ['the sign of a fence', '```yaml glossary\nid: words', '~~~yaml   glossary\nid: words'],
    ['indents', '  - { id: response', '      - { id: response'],
    ['no line end at the end', 'An invented drug. }\n```\n', 'An invented drug. }\n```'],
  ])('%s', (what, tidy, untidy) => {
    let text = EXAMPLE.replace(tidy, untidy);
    if (what === 'the sign of a fence') text = text.replace(/```\n$/, '~~~\n');
    if (what === 'indents') text = text.replace('  - { id: onset', '      - { id: onset');
    expect(text).not.toBe(EXAMPLE);
    expect(format(text)).toBe(EXAMPLE);
  });

  test('Windows line ends', () => {
    expect(format(EXAMPLE.replaceAll('\n', '\r\n'))).toBe(EXAMPLE);
  });

  test('a long list broken over lines stands under each other instead of running off the page', () => {
    const text = EXAMPLE.replace('parameters: [spo2]', 'parameters: [spo2]').replace(
      'reported:\n  - { label: Another group, amount:',
      'reported:\n  - { label: Another group,\n      amount:',
    );
    expect(format(text)).toContain('reported:\n  - label: Another group\n    amount: { min: 7 mg/kg (second-hand s2)');
  });
});

test('a document with issues is refused with them', () => {
  const result = formatAuthored(EXAMPLE.replace('8.5 mg/kg', '.5 mg/kg'));
  expect(result).toMatchObject({ ok: false });
  expect(result.ok ? '' : result.error[0]?.message).toMatch(/leading zero/);
});
