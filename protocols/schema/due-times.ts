import type { BlockOf } from './blocks';
import { toSeconds } from './durations';

/** The most times one schedule may give. */
export const MOST_TIMES = 200;

/** Due times of a monitoring block in seconds from its anchor, distinct and rising; continuous and open-ended entries have none. */
export function toDueTimes(block: BlockOf<'monitoring'>): number[] {
  const times = new Set<number>();
  for (const entry of block.schedule) {
    if ('at' in entry) for (const at of entry.at) times.add(toSeconds(at));
    if ('every' in entry) {
      const [every, from, until] = [entry.every, entry.from, entry.until].map(toSeconds) as [number, number, number];
      // One past the limit is enough to be refused; a mistyped interval must not fill the memory.
      const last = Math.min(until, from + every * MOST_TIMES);
      if (every > 0) for (let at = from; at <= last; at += every) times.add(at);
    }
  }
  return [...times].toSorted((a, b) => a - b);
}
