import type { BlockOf } from '../../../protocols/schema/blocks';
import { toDueTimes } from '../../../protocols/schema/due-times';

type Monitoring = BlockOf<'monitoring'>;

/** So many columns of time stand on the sheet. */
export const COLUMNS = 22;

/** One column: a time to look, preprinted or left to be written in. */
export interface TimeColumn {
  readonly id: string;
  /** Before anything is given, on the way, or before leaving. */
  readonly kind: 'baseline' | 'during' | 'end';
  /** When the protocol asks to look; absent in a column left blank. */
  readonly due?: { readonly seconds: number; readonly after: 'start' | 'end'; readonly blocks: readonly string[] };
}

/** The columns of a sheet: times due in order, then blanks, the last one before leaving. `missing` counts times without a column. */
export function toColumns(blocks: readonly Monitoring[]): { columns: TimeColumn[]; missing: number } {
  const due = listDue(blocks);
  const baseline = due.filter(({ seconds, after }) => after === 'start' && seconds <= 0);
  const later = due.filter((time) => !baseline.includes(time));
  const before: TimeColumn[] =
    baseline.length === 0
      ? [{ id: 'baseline', kind: 'baseline' }]
      : baseline.map((time) => ({ id: toId(time), kind: 'baseline', due: time }));
  const room = COLUMNS - before.length - 1;
  const shown = later.slice(0, room).map((time): TimeColumn => ({ id: toId(time), kind: 'during', due: time }));
  const blank = Array.from(
    { length: room - shown.length },
    (_, index): TimeColumn => ({ id: `blank-${index + 1}`, kind: 'during' }),
  );
  return {
    columns: [...before, ...shown, ...blank, { id: 'end', kind: 'end' }],
    missing: later.length - shown.length,
  };
}

/** Looks only at times up to the start: its limits say whether to begin. */
export function isBaselineOnly(block: Monitoring): boolean {
  const times = toDueTimes(block);
  return times.length > 0 && times.every((seconds) => seconds <= 0) && block.schedule.every((entry) => 'at' in entry);
}

type Due = NonNullable<TimeColumn['due']>;

function listDue(blocks: readonly Monitoring[]): Due[] {
  const due = new Map<string, { seconds: number; after: Due['after']; blocks: string[] }>();
  for (const block of blocks) {
    const after = block.anchor.endsWith('.end') ? 'end' : 'start';
    for (const seconds of toDueTimes(block)) {
      const known = due.get(`${after} ${seconds}`);
      if (known === undefined) due.set(`${after} ${seconds}`, { seconds, after, blocks: [block.id] });
      else known.blocks.push(block.id);
    }
  }
  // What is counted from the end comes after all that is counted from the start.
  return [...due.values()].toSorted(
    (a, b) => Number(a.after === 'end') - Number(b.after === 'end') || a.seconds - b.seconds,
  );
}

function toId({ seconds, after }: Due): string {
  return `${after}-${seconds}`;
}
