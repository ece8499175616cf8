import { describe, expect, test } from 'vitest';
import type { Protocol } from '../../protocols/schema/protocol';
import type { AmountRange } from '../../protocols/schema/values';
import { walkBlocks } from '../../protocols/schema/walk-blocks';
import { compareAmounts } from '../../protocols/units/compare';
import { findUnit } from '../../protocols/units/unit-table';
import { decimal } from '../fixtures/decimal';
import { compile, dosesRacemicKetamine, objectsOf, shipped, textOf, valuesOf } from './shipped-documents';

const WORDS =
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|milligrams?|micrograms?|millilitres?|kilograms?|percent|points|sprays?|devices?|sessions?|infusions?|patients';

/** Numbers with a unit that stand in a text as typed, not as a reference to a value. */
function typedNumbers(text: string): string[] {
  const prose = text.replaceAll(/\{\{[^}]*\}\}/g, ' ');
  return [...prose.matchAll(/\d+(?:[.,]\d+)?[\s\u00A0-]?(?<unit>%|[A-Za-z]+(?:\[Hg\])?(?:\/[A-Za-z]+)*)/g)]
    .filter(({ groups }) => {
      const unit = groups?.['unit'] ?? '';
      return findUnit(unit) !== undefined || new RegExp(`^(?:${WORDS})$`, 'i').test(unit);
    })
    .map(([found]) => found);
}

// Words of the document itself; a derivation is data, and its numbers are checked as such.
const TEXT_FIELDS = [
  'md',
  'title',
  'label',
  'note',
  'text',
  'contested',
  'condition',
  'rationale',
  'action',
  'trigger',
  'afterCare',
  'population',
  'when',
  'definition',
  'call',
];

function textsOf(protocol: Protocol): string[] {
  const named = [...objectsOf(protocol)].flatMap(({ node }) => TEXT_FIELDS.map((field) => node[field]));
  const listed = [...objectsOf(protocol)].flatMap(({ node }) =>
    [node['criteria'], node['record'], node['options']].flat(),
  );
  return [...named, ...listed].filter((text) => typeof text === 'string');
}

/** Stands on every document that doses racemic ketamine. */
const RACEMIC_LINE =
  'Off-label; confirm dose, volume and rate with a second person; anaesthetic doses are several times higher and are never given from this document.';

/** What the library must never say, by topic; each pattern allows the denial and refuses the claim. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['that it prevents suicide', /(?<!not been shown to )\bprevents? suicide|\bstops? suicid/i],
  [
    'that a first response removes the need for admission',
    /(?<!not )\b(?:remove|replace|end)s? the need for (?:admission|hospital)/i,
  ],
  ['that hidden memories are recovered', /\b(?:recover|unlock|retriev|access)\w*\b[^.]*\bmemor/i],
  ['how to dose at home', /\b(?:take|dose|use|spray|swallow)\b[^.]*\bat home\b/i],
  ['that one national rule exists', /\bnational (?:rule|limit|standard) (?:is|says|requires)/i],
  [
    'that contested uses are settled',
    /\b(?:proven|established|settled|approved|effective)\b[^.]*\b(?:PTSD|OCD|neuropathic|addiction)/i,
  ],
  ['hours of a plasticity window', /\bplastic(?:ity)?\b[^.]*\bwindow|\bwindow\b[^.]*\bplastic/i],
  ['that esketamine and racemic sprays can be swapped', /(?<!not |never )\binterchangeable/i],
];

describe.each(shipped)('$id $version', (document) => {
  const protocol = compile(document);
  const texts = textsOf(protocol);

  test('types no clinical number in prose', () => {
    expect(texts.flatMap((text) => typedNumbers(text).map((found) => `${found} in: ${text}`))).toEqual([]);
  });

  test.each(FORBIDDEN)('never says %s', (_topic, pattern) => {
    expect(texts.filter((text) => pattern.test(text))).toEqual([]);
  });

  test('uses plain words and no filler', () => {
    const prose = texts.filter((text) => /\b(?:please|sorry|oops)\b|!/i.test(text));
    expect(prose).toEqual([]);
  });

  test('keeps larger amounts per kilogram to the contrast line', () => {
    if (!dosesRacemicKetamine(protocol)) return;
    const ceiling = [...walkBlocks(protocol)].flatMap(({ block }) =>
      block.type === 'dose' && block.amount.max !== undefined && 'value' in block.amount.max ? [block.amount.max] : [],
    );
    const larger = [...valuesOf(protocol)].filter(({ node, path }) => {
      if (node['unit'] !== 'mg/kg' || path.includes('.contrast.')) return false;
      const amount = { value: decimal(textOf(node, 'value')), unit: node['unit'] } as const;
      return ceiling.every((max) => (compareAmounts(amount, max) ?? 0) > 0);
    });
    expect(ceiling.length).toBeGreaterThan(0);
    expect(larger.map(({ path }) => path)).toEqual([]);
  });

  test('leaves the highest dose of racemic ketamine, and its weight, to the clinic', () => {
    for (const { block } of walkBlocks(protocol)) {
      if (block.type !== 'dose' || block.drug.name !== 'ketamine') continue;
      expect(block).toMatchObject({ cap: { mark: 'local' }, offLabel: true, calculator: 'off' });
      // An amount in milligrams, as in a spray or a second injection, asks for no weight.
      expect(block.basis).toBe(inMilligrams(block.amount) ? 'fixed' : 'local');
      expect(block.contrast?.length).toBeGreaterThan(0);
    }
  });

  test('carries the safety line', () => {
    const expected = dosesRacemicKetamine(protocol) ? RACEMIC_LINE : /confirmed by the local prescriber/;
    expect(protocol.safetyLine).toMatch(expected);
  });
});

function inMilligrams({ min, usual, max, choices = [] }: AmountRange): boolean {
  return [min, usual, max, ...choices].every(
    (amount) => amount === undefined || !('unit' in amount) || amount.unit === 'mg',
  );
}

test.each(['Give 35 mg now', 'Wait 40 minutes', 'over 140 mmHg', 'in 12.5 % of them', 'after 3 weeks'])(
  'finds the number typed in "%s"',
  (text) => {
    expect(typedNumbers(text)).toHaveLength(1);
  },
);

test.each(['Give {{dose-iv.amount.usual}}', 'items 4 and 5', 'Weeks 1 to 4', 'since 21 January 2025'])(
  'finds no clinical number in "%s"',
  (text) => {
    expect(typedNumbers(text)).toEqual([]);
  },
);

function said(text: string): string[] {
  return FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic);
}

test('refuses the claim and allows the denial', () => {
  expect(said('Ketamine prevents suicide.')).toEqual(['that it prevents suicide']);
  expect(said('It has not been shown to prevent suicide.')).toEqual([]);
  expect(said('The sprays are interchangeable.')).toHaveLength(1);
  expect(said('The sprays are never interchangeable.')).toEqual([]);
});
