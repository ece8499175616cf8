import type { BlockOf } from '../../../protocols/schema/blocks';
import { isSet } from '../../../protocols/schema/is-set';
import type { Comparison } from '../../../protocols/schema/values';
import type { ACTIONS } from '../../../protocols/schema/vocabulary';
import { compareAmounts } from '../../../protocols/units/compare';
import type { UnitCode } from '../../../protocols/units/unit-table';
import { isBaselineOnly } from './columns';

type Monitoring = BlockOf<'monitoring'>;
export type Action = (typeof ACTIONS)[number];
export type Band = 'grey' | 'hatched';

/** Which columns a limit speaks of. */
export type Span = 'baseline' | 'after' | 'all';

/** A row of a strip: a limit with what it asks for and when, or the room within all limits. */
export type StripRow =
  | { readonly kind: 'within' }
  | {
      readonly kind: 'limit';
      readonly when: Comparison;
      readonly sustained: string | undefined;
      readonly asks: readonly { readonly action: Action; readonly span: Span }[];
    };

/** The readings of one vital sign, from its highest limit down to its lowest. */
export interface Strip {
  readonly name: string;
  readonly unit: UnitCode | undefined;
  readonly blocks: readonly string[];
  readonly rows: readonly StripRow[];
}

/** The grave ones are told from the mild ones by hatching, which a copier keeps. */
export function toBand(action: Action): Band | undefined {
  if (action === 'observe') return undefined;
  return action === 'repeat' || action === 'notify' ? 'grey' : 'hatched';
}

/** What is read on a scale and more than once: one strip each. Where everything is read once, all of it. */
export function listStrips(blocks: readonly Monitoring[]): Strip[] {
  return listReadings(blocks)
    .filter((reading) => isStrip(reading, blocks))
    .map(toStrip);
}

/** What is to be looked at and has no strip: judged in words or by a score, or read at the baseline only. */
export function listOthers(blocks: readonly Monitoring[]): (Strip & { readonly once: boolean })[] {
  return listReadings(blocks)
    .filter((reading) => !isStrip(reading, blocks))
    .map((reading) => ({ ...toStrip(reading), once: isOnce(reading) }));
}

function isStrip(reading: Reading, blocks: readonly Monitoring[]): boolean {
  const isScaled = reading.unit !== undefined && reading.unit !== '{score}';
  return isScaled && (!isOnce(reading) || blocks.every(isBaselineOnly));
}

function isOnce({ uses }: Reading): boolean {
  return uses.every(({ block }) => isBaselineOnly(block));
}

function toStrip({ name, unit, uses }: Reading): Strip {
  return { name, unit, blocks: uses.map(({ block }) => block.id), rows: toRows(uses) };
}

interface Use {
  readonly block: Monitoring;
  readonly span: Span;
  readonly thresholds: NonNullable<Monitoring['parameters'][number]['thresholds']>;
}

interface Reading {
  readonly name: string;
  readonly unit: UnitCode | undefined;
  readonly uses: Use[];
}

/** Every reading by its name, with each block that asks for it. */
function listReadings(blocks: readonly Monitoring[]): Reading[] {
  const readings = new Map<string, Reading>();
  for (const block of blocks) {
    for (const { name, unit, thresholds } of block.parameters) {
      const hasBaseline = blocks.some(
        (other) => isBaselineOnly(other) && other.parameters.some((p) => p.name === name),
      );
      const span = isBaselineOnly(block) ? 'baseline' : hasBaseline ? 'after' : 'all';
      const reading = readings.get(name) ?? { name, unit, uses: [] };
      reading.uses.push({ block, span, thresholds: thresholds ?? [] });
      readings.set(name, reading);
    }
  }
  return [...readings.values()];
}

function toRows(uses: readonly Use[]): StripRow[] {
  const rows = new Map<string, Extract<StripRow, { kind: 'limit' }> & { asks: { action: Action; span: Span }[] }>();
  for (const { span, thresholds } of uses) {
    for (const { when, sustained, action } of thresholds) {
      const { op, amount, relativeTo } = when;
      const key = [op, isSet(amount) ? `${amount.value} ${amount.unit}` : 'local', relativeTo, sustained].join(' ');
      const row = rows.get(key) ?? { kind: 'limit', when, sustained, asks: [] };
      if (!row.asks.some((ask) => ask.action === action && ask.span === span)) row.asks.push({ action, span });
      rows.set(key, row);
    }
  }
  const limits = [...rows.values()].toSorted((a, b) => compareLimits(a.when, b.when));
  return [
    ...limits.filter(({ when }) => isUpper(when)),
    { kind: 'within' },
    ...limits.filter(({ when }) => !isUpper(when)),
  ];
}

function isUpper({ op }: Comparison): boolean {
  return op === '>' || op === '>=';
}

/** From the top of a scale to its foot: what each clinic sets lies outermost, a rise above baseline next to the room within. */
function compareLimits(a: Comparison, b: Comparison): number {
  const [first, second] = [toRank(a), toRank(b)];
  if (first !== second) return first - second;
  return isSet(a.amount) && isSet(b.amount) ? -(compareAmounts(a.amount, b.amount) ?? 0) : 0;
}

function toRank(limit: Comparison): number {
  const place = !isSet(limit.amount) ? 0 : limit.relativeTo === undefined ? 1 : 2;
  return isUpper(limit) ? place : -place;
}
