import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compiled } from '../../fixtures/change';
import type { Protocol } from '../../../protocols/schema/protocol';
import {
  SHEET_KINDS,
  hasContent,
  isForUse,
  isLandscape,
  listEmergencies,
  listReportPhases,
} from '../../../protocols/sheets/printable';
import { compileExample } from '../../renderer/print/compile-example';

const ROOT = join(import.meta.dirname, '../../..');

function open(id: string): Protocol {
  return compiled(readFileSync(join(ROOT, `protocols/documents/${id}/1.0.0.md`), 'utf8'));
}

function without(protocol: Protocol, type: string): Protocol {
  const sections = protocol.sections.map((section) => ({
    ...section,
    blocks: section.blocks.filter((block) => block.type !== type),
  }));
  return { ...protocol, sections };
}

describe('a sheet can be printed when the protocol has what it shows', () => {
  const protocol = compileExample();
  test.each([
    ['checklist', 'checklist'],
    ['flowsheet', 'monitoring'],
    ['emergency', 'adverse-response'],
  ] as const)('%s needs a block of type %s', (sheet, type) => {
    expect(hasContent(protocol, { sheet })).toBe(true);
    expect(hasContent(without(protocol, type), { sheet })).toBe(false);
  });

  test('a flowsheet needs a time to look', () => {
    const continuous = protocol.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.type === 'monitoring'
          ? { ...block, schedule: [{ continuous: true as const, mark: 'recalled' as const, sources: ['s1'] }] }
          : block,
      ),
    }));
    expect(hasContent({ ...protocol, sections: continuous }, { sheet: 'flowsheet' })).toBe(false);
  });

  test('a dose sheet needs a block that is a dose', () => {
    expect(hasContent(protocol, { sheet: 'dose', block: 'dose-iv' })).toBe(true);
    expect(hasContent(protocol, { sheet: 'dose', block: 'nothing-here' })).toBe(false);
  });

  test('every protocol can be printed whole', () => {
    expect(hasContent({ ...protocol, sections: [] }, { sheet: 'protocol' })).toBe(true);
  });
});

test('the gravest responses are the emergencies', () => {
  const guide = open('adverse-event-response');
  expect(new Set(listEmergencies(guide).map(({ severity }) => severity))).toEqual(new Set(['emergency']));
  const consent = open('consent-preparation');
  expect(listEmergencies(consent).map(({ severity }) => severity)).toEqual(['moderate']);
});

test('the form of the safety programme has every field its source lists', () => {
  const items = listReportPhases(open('esketamine-nasal-spray')).flatMap((phase) => phase.items);
  expect(items.map(({ id }) => id)).toEqual([
    'rems-date',
    'rems-dose',
    'rems-lot',
    'rems-minutes',
    'rems-ready',
    'rems-vitals-before',
    'rems-vitals-leaving',
    'rems-pressures',
    'rems-filed',
    'rems-sedation',
    'rems-dissociation',
    'rems-breathing',
    'rems-serious',
    'rems-benzodiazepine',
    'rems-sedative',
    'rems-stimulant',
    'rems-maoi',
    'rems-opioid',
  ]);
  expect(listReportPhases(open('iv-ketamine-depression'))).toEqual([]);
});

test('only the flowsheet lies on its side, and only the protocol is for reading alone', () => {
  expect(SHEET_KINDS.filter(isLandscape)).toEqual(['flowsheet']);
  expect(SHEET_KINDS.filter((sheet) => !isForUse(sheet))).toEqual(['protocol']);
});
