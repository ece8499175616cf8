import { expect, test } from 'vitest';
import { resolveTextReference } from '../../protocols/text/text-references';
import { compiled } from '../fixtures/change';
import { EXAMPLE } from '../fixtures/texts';

test('prose repeats a limit of a reading by the name of the limit', () => {
  const protocol = compiled(EXAMPLE.replace('- { when: ">= 161 mmHg"', '- { id: sbp-notify, when: ">= 161 mmHg"'));
  expect(resolveTextReference(protocol, 'mon-vitals.sbp.sbp-notify.when.amount')).toMatchObject({ value: '161' });
});

test('a checklist item keeps the evidence written on it', () => {
  const protocol = compiled(EXAMPLE.replace('{ id: weight, text:', '{ id: weight, evidence: verified s1, text:'));
  const block = protocol.sections.flatMap((section) => section.blocks).find(({ type }) => type === 'checklist');
  const items = block?.type === 'checklist' ? block.phases.flatMap((phase) => phase.items) : [];
  expect(items.find(({ id }) => id === 'weight')).toMatchObject({ mark: 'verified', sources: ['s1'] });
  expect(items.find(({ id }) => id === 'identity')).not.toHaveProperty('sources');
});
