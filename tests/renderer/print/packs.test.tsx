// @vitest-environment jsdom
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDocuments } from '../../../main/library/load-documents';
import { lintAuthored } from '../../../protocols/linting/lint-document';
import type { Protocol } from '../../../protocols/schema/protocol';
import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import { SearchIndex } from '../../../protocols/search/search-index';
import { toNumbers } from '../../../protocols/text/numbering';
import { toBlockWords } from '../../../protocols/anchoring/passages';
import { listAuthoredTexts } from '../../fixtures/texts';
import { renderSheet } from './example-sheet';

// Four protocols that have nothing to do with the shipped library: whatever they need, no code was written for them.
const { loaded, withheld } = await loadDocuments(join(import.meta.dirname, '../../fixtures/packs'));
const packs = loaded.map(({ protocol }) => protocol);
const index = new SearchIndex(packs);

const IDS = ['anaphylaxis-card', 'procedural-sedation', 'serunate-monitoring', 'velorimab-infusion'];

test('all four load', () => {
  expect(withheld).toEqual([]);
  expect(packs.map(({ id }) => id)).toEqual(IDS);
});

test('say on every page that they are invented', () => {
  for (const { title, safetyLine } of packs)
    expect(`${title} ${safetyLine}`).toMatch(/(invented|inventé).*(invented|inventé)/i);
});

test.each(listAuthoredTexts().filter(({ file }) => file.includes('/packs/')))(
  'nothing in $file is easily misread',
  ({ text }) => {
    expect(lintAuthored(text, { today: '2027-01-01' })).toEqual([]);
  },
);

describe.each(packs)('$id', (protocol: Protocol) => {
  test('reads: every block has words and a number of its own', () => {
    const blocks = [...walkBlocks(protocol)].map(({ block }) => block);
    const numbers = toNumbers(protocol.sections);
    for (const block of blocks) expect(toBlockWords(protocol, block).text).toMatch(/.{4}/);
    expect(new Set(blocks.map(({ id }) => numbers.get(id))).size).toBe(blocks.length);
  });

  test('prints: every item of its checklists is on the sheet, numbered', async () => {
    const { root, pages } = await renderSheet(protocol, { language: protocol.language === 'fr' ? 'fr' : 'en' });
    const items = [...walkBlocks(protocol)].flatMap(({ block }) =>
      block.type === 'checklist' ? block.phases.flatMap((phase) => phase.items.map(({ text }) => text)) : [],
    );
    expect(pages).toBeGreaterThan(0);
    expect(items.length).toBeGreaterThan(2);
    for (const item of items) for (const part of item.split(' — ')) expect(root.textContent).toContain(part);
    expect(root.textContent).toContain(protocol.safetyLine);
  });
});

describe('is found by what is typed', () => {
  test.each([
    ['anaphylaxis', 'anaphylaxis-card', 'emergency'],
    ['restorene dose', 'anaphylaxis-card', 'dose'],
    ['choc anaphylactique', 'anaphylaxis-card', 'protocol'],
    ['velorimab', 'velorimab-infusion', 'dose'],
    ['VEL infusion rate', 'velorimab-infusion', 'dose'],
    ['velorimab infection', 'velorimab-infusion', 'contraindication'],
    ['exolan', 'velorimab-infusion', 'interaction'],
    ['somnivène', 'procedural-sedation', 'dose'],
    ['somnivene', 'procedural-sedation', 'dose'],
    ['jeûne', 'procedural-sedation', 'checklist'],
    ['serunate level', 'serunate-monitoring', 'monitoring'],
    ['salvex', 'serunate-monitoring', 'interaction'],
  ])('%s', (query, id, kind) => {
    const { hits } = index.search(query, 5, { today: '2027-01-01' });
    expect(hits[0]?.protocolId).toBe(id);
    expect(hits.map((hit) => hit.kind)).toContain(kind);
  });
});
