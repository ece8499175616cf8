import type { BlockOf } from '../../../protocols/schema/blocks';
import type { Protocol } from '../../../protocols/schema/protocol';

import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import type { UnitCode } from '../../../protocols/units/unit-table';
import { isSet } from '../../../protocols/schema/is-set';

type Phase = BlockOf<'checklist'>['phases'][number];
export type ChecklistItem = Phase['items'][number];

/** One place to stop and go through a list; nobody keeps more than nine items in view. */
export interface Pause {
  readonly id: string;
  readonly title: string;
  readonly mode: Phase['mode'];
  readonly anchor: string | undefined;
  /** Which part of a longer phase this is; absent when the phase fits one pause. */
  readonly part: { readonly number: number; readonly of: number } | undefined;
  /** Items keep one running number through the sheet, so that "item 14" is found on paper. */
  readonly items: readonly { readonly number: number; readonly item: ChecklistItem }[];
  readonly signOff: readonly string[];
}

export const MOST_ITEMS = 9;

/** Every pause of a protocol in reading order; phases longer than nine items are split evenly. */
export function listPauses(protocol: Protocol): Pause[] {
  const pauses: Pause[] = [];
  let number = 0;
  for (const { block } of walkBlocks(protocol)) {
    if (block.type !== 'checklist') continue;
    for (const { id, title, mode, anchor, items, signOff } of block.phases) {
      const parts = splitEvenly(items, MOST_ITEMS);
      for (const [index, part] of parts.entries()) {
        pauses.push({
          id: `${block.id}/${id}/${index + 1}`,
          title,
          mode,
          anchor,
          part: parts.length === 1 ? undefined : { number: index + 1, of: parts.length },
          items: part.map((item) => ({ number: ++number, item })),
          // A phase is signed for once, when all of it is done.
          signOff: index === parts.length - 1 ? (signOff ?? []).map(({ role }) => role) : [],
        });
      }
    }
  }
  return pauses;
}

/** The object and the state of an item: "Consent — signed" is "Consent" and "signed". */
export function splitItem(text: string): { object: string; state: string | undefined } {
  const at = text.indexOf(' — ');
  return at < 0 ? { object: text, state: undefined } : { object: text.slice(0, at), state: text.slice(at + 3) };
}

/** A place to write down one dose given: the blocks it may have been given by, all of one drug, route and method. */
export interface DoseLine {
  readonly blocks: readonly [BlockOf<'dose'>, ...BlockOf<'dose'>[]];
  /** Which dose of the session; absent when there is but one. */
  readonly turn: 'first' | 'second' | undefined;
}

/**
 * The dose lines of a sheet. Several blocks of one drug, route and method are alternatives (by week, by age) or a dose
 * and its repeat; the document does not tell which, so there is room for a second dose.
 */
export function listDoseLines(protocol: Protocol): DoseLine[] {
  const groups = new Map<string, [BlockOf<'dose'>, ...BlockOf<'dose'>[]]>();
  for (const { block } of walkBlocks(protocol)) {
    if (block.type !== 'dose') continue;
    const key = `${block.drug.name}\n${block.route}\n${block.method}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [block]);
    else group.push(block);
  }
  return [...groups.values()].flatMap((blocks): DoseLine[] =>
    blocks.length === 1
      ? [{ blocks, turn: undefined }]
      : [
          { blocks, turn: 'first' },
          { blocks, turn: 'second' },
        ],
  );
}

/** The mass unit a dose of this block is written in: `ug` for `ug/kg`. Without one the blank stands alone. */
export function findDoseUnit({ amount }: BlockOf<'dose'>): UnitCode | undefined {
  const values = [amount.usual, amount.max, amount.min, ...(amount.choices ?? [])];
  const unit = values.find((value) => value !== undefined && isSet(value));
  const mass = unit !== undefined && isSet(unit) ? unit.unit.split('/')[0] : undefined;
  return mass === 'mg' || mass === 'ug' || mass === 'g' ? mass : undefined;
}

function splitEvenly<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
