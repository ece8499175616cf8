import type { ProtocolKey } from '../schema/protocol';
import { HIT_KINDS } from './answer';
import { NO_PROTOCOL, type Segment } from './segment';
import { SegmentBuilder } from './segment-builder';

// A segment is merged with those after it once they are a good part of it; until then they are searched beside it.
const WORTH_MERGING = 4;
const TOO_MANY_DEAD = 4;
const FIRST_ITEM = Math.min(HIT_KINDS.indexOf('note'), HIT_KINDS.indexOf('setting'));

/**
 * The segments of an index, oldest first. What is added becomes a segment of its own, what is taken away is marked dead;
 * merging makes one of several when there is time.
 */
export class Segments {
  #all: readonly Segment[] = [];
  readonly #dead = new Map<Segment, Uint8Array>();

  get all(): readonly Segment[] {
    return this.#all;
  }

  /** For each entry of a segment 1 where it was taken away; undefined where none was. */
  deadOf(segment: Segment): Uint8Array | undefined {
    return this.#dead.get(segment);
  }

  isDead(segment: Segment, entry: number): boolean {
    return this.deadOf(segment)?.[entry] === 1;
  }

  add(segment: Segment): void {
    if (segment.size > 0) this.#all = [...this.#all, segment];
  }

  /** Marks every entry of an edition dead; false when it is not here. */
  removeProtocol({ id, version }: ProtocolKey): boolean {
    let removed = false;
    for (const segment of this.#all) {
      const place = segment.buffers.protocols.findIndex((other) => other.id === id && other.version === version);
      if (place < 0) continue;
      for (let entry = 0; entry < segment.size; entry++) {
        if (segment.buffers.protocolOf[entry] !== place || this.isDead(segment, entry)) continue;
        this.#kill(segment, entry);
        removed = true;
      }
    }
    return removed;
  }

  removeItems(ids: ReadonlySet<string>): void {
    for (const segment of this.#all) {
      for (let entry = 0; entry < segment.size; entry++) {
        const { protocolOf, kindOf } = segment.buffers;
        if (protocolOf[entry] !== NO_PROTOCOL || (kindOf[entry] ?? 0) < FIRST_ITEM) continue;
        if (ids.has(segment.recordAt(entry).item?.id ?? '')) this.#kill(segment, entry);
      }
    }
  }

  /** Whether a merge would make searching cheaper. */
  get needMerging(): boolean {
    return this.#toMerge().length > 0;
  }

  /**
   * Makes one segment of those worth merging; yields where something more urgent may be done first. When segments were
   * added or entries died meanwhile, it leaves all as it is and can be begun again. Says whether it was done.
   */
  *merge(): Generator<void, boolean> {
    const merged = this.#toMerge();
    const [before, deadBefore] = [this.#all, merged.map((segment) => this.#countDead(segment))];
    const builder = new SegmentBuilder();
    for (const segment of merged) yield* builder.absorb(segment, (entry) => this.isDead(segment, entry));
    const whole = yield* builder.finish();
    const changed = merged.some((segment, at) => this.#countDead(segment) !== deadBefore[at]);
    if (merged.length === 0 || this.#all !== before || changed) return false;
    this.#all = [...this.#all.slice(0, -merged.length), ...(whole.size > 0 ? [whole] : [])];
    for (const segment of merged) this.#dead.delete(segment);
    return true;
  }

  #toMerge(): readonly Segment[] {
    let from = this.#all.length;
    for (let at = from - 1, after = 0; at >= 0; at--) {
      const size = this.#all[at]?.size ?? 0;
      if (size <= WORTH_MERGING * after) from = at;
      after += size;
    }
    if (from < this.#all.length) return this.#all.slice(from);
    // Otherwise only for the sake of those that died, from the segment that has too many on.
    const worst = this.#all.findIndex((segment) => this.#countDead(segment) * TOO_MANY_DEAD > segment.size);
    return worst < 0 ? [] : this.#all.slice(worst);
  }

  #kill(segment: Segment, entry: number): void {
    const dead = this.#dead.get(segment) ?? new Uint8Array(segment.size);
    dead[entry] = 1;
    this.#dead.set(segment, dead);
  }

  #countDead(segment: Segment): number {
    return this.#dead.get(segment)?.reduce((sum, dead) => sum + dead, 0) ?? 0;
  }
}
