import { expect, test } from 'vitest';
import type { BlockOf } from '../../protocols/schema/blocks';
import { walkBlocks } from '../../protocols/schema/walk-blocks';
import { compile, shipped } from './shipped-documents';

// A card shows its amount without a second look-up, so the amount stands twice: in the card and in the dose it names.
test('an amount in an emergency card is the amount of the dose it points to', () => {
  const pairs = shipped.flatMap((document) => {
    const blocks = [...walkBlocks(compile(document))].map(({ block }) => block);
    const doses = new Map<string, BlockOf<'dose'>>(
      blocks.flatMap((block) => (block.type === 'dose' ? [[`#${block.id}`, block] as const] : [])),
    );
    return blocks
      .flatMap((block) => (block.type === 'adverse-response' ? block.steps : []))
      .flatMap(({ id, dose, amount }) =>
        dose === undefined || amount === undefined ? [] : [{ id, amount, dose: doses.get(dose)?.amount }],
      );
  });
  const bare = (range: object | undefined): [string, string, string][] =>
    Object.entries(range ?? {}).map(([end, held]: [string, { value?: string; unit?: string }]) => [
      end,
      held.value ?? '',
      held.unit ?? '',
    ]);
  expect(pairs.length).toBeGreaterThan(10);
  for (const { id, amount, dose } of pairs) expect([id, bare(amount)]).toEqual([id, bare(dose)]);
});
