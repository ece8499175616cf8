import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';
import { resolveTextReference } from '../../protocols/text/text-references';
import { findUnit, toUnitWords } from '../../protocols/units/unit-table';

const example = readFileSync(new URL('../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

function compile(text: string) {
  const result = compileProtocol(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test('prose repeats a limit of a reading by the name of the limit', () => {
  const protocol = compile(example.replace('- { when: ">= 161 mmHg"', '- { id: sbp-notify, when: ">= 161 mmHg"'));
  expect(resolveTextReference(protocol, 'mon-vitals.sbp.sbp-notify.when.amount')).toMatchObject({ value: '161' });
});

test('a checklist item keeps the evidence written on it', () => {
  const protocol = compile(example.replace('{ id: weight, text:', '{ id: weight, evidence: verified s1, text:'));
  const block = protocol.sections.flatMap((section) => section.blocks).find(({ type }) => type === 'checklist');
  const items = block?.type === 'checklist' ? block.phases.flatMap((phase) => phase.items) : [];
  expect(items.find(({ id }) => id === 'weight')).toMatchObject({ mark: 'verified', sources: ['s1'] });
  expect(items.find(({ id }) => id === 'identity')).not.toHaveProperty('sources');
});

test('reads a body-mass index', () => {
  expect(findUnit('kg/m2')).toBe('kg/m2');
  expect(toUnitWords('kg/m2', 'en')).toBe('kg per m²');
});
