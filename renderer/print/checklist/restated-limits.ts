import type { BlockOf } from '../../../protocols/schema/blocks';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Amount, Comparison, Time } from '../../../protocols/schema/values';
import { walkBlocks } from '../../../protocols/schema/walk-blocks';
import type { UnitCode } from '../../../protocols/units/unit-table';
import { findDoseUnit } from './content';

/** A limit as the sheet restates it; `unit` is what a blank is written in where the clinic sets the value. */
export type Limit =
  | { readonly kind: 'most' | 'cap'; readonly value: Amount; readonly unit: UnitCode | undefined }
  | { readonly kind: 'least-time'; readonly value: Time }
  | { readonly kind: 'most-per'; readonly value: Amount; readonly per: string; readonly unit: UnitCode | undefined }
  | {
      readonly kind: 'reading';
      readonly parameter: string;
      readonly when: Comparison;
      readonly sustained: string | undefined;
      readonly text: string;
      readonly unit: UnitCode | undefined;
    };

/** The limits of one dose or monitoring block. */
export interface LimitGroup {
  readonly block: BlockOf<'dose'> | BlockOf<'monitoring'>;
  readonly limits: readonly Limit[];
}

// What only asks to look again or to tell somebody is read in the protocol; the sheet repeats what stops a session.
const HARD = new Set(['hold', 'stop', 'emergency']);

/** The limits a person at the bedside must have before the eyes, block by block in reading order. */
export function listLimits(protocol: Protocol): LimitGroup[] {
  return [...walkBlocks(protocol)].flatMap(({ block }) => {
    if (block.type !== 'dose' && block.type !== 'monitoring') return [];
    const limits = block.type === 'dose' ? listDoseLimits(block) : listReadingLimits(block);
    return limits.length === 0 ? [] : [{ block, limits }];
  });
}

/** Contraindications of the levels asked for, in reading order. */
export function listContraindications(
  protocol: Protocol,
  levels: readonly BlockOf<'contraindication'>['level'][],
): BlockOf<'contraindication'>[] {
  return [...walkBlocks(protocol)].flatMap(({ block }) =>
    block.type === 'contraindication' && levels.includes(block.level) ? [block] : [],
  );
}

function listDoseLimits(dose: BlockOf<'dose'>): Limit[] {
  const limits: Limit[] = [];
  const unit = findDoseUnit(dose);
  const most = dose.amount.max ?? dose.amount.choices?.at(-1);
  if (most !== undefined) limits.push({ kind: 'most', value: most, unit: dose.basis === 'fixed' ? unit : undefined });
  if (dose.cap !== undefined) limits.push({ kind: 'cap', value: dose.cap, unit });
  if (dose.over?.min !== undefined) limits.push({ kind: 'least-time', value: dose.over.min });
  for (const { amount, per } of dose.limits ?? []) limits.push({ kind: 'most-per', value: amount, per, unit });
  return limits;
}

function listReadingLimits({ parameters }: BlockOf<'monitoring'>): Limit[] {
  return parameters.flatMap(({ name, unit, thresholds }) =>
    (thresholds ?? [])
      .filter(({ action }) => HARD.has(action))
      .map(({ when, sustained, text }) => ({ kind: 'reading' as const, parameter: name, unit, when, sustained, text })),
  );
}
