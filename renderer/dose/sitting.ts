import { useSyncExternalStore } from 'react';
import type { GivenDose } from '../../protocols/dose/dose-request';
import type { Measured } from '../../protocols/dose/exact';
import { decimalOf } from '../../protocols/dose/exact';

/** A dose already given in this sitting, as somebody entered it. */
export interface EnteredDose {
  readonly key: string;
  readonly protocolId: string;
  readonly blockId: string;
  readonly drug: string;
  readonly amount: Measured;
  /** When it was given. */
  readonly at: Date;
}

// In memory only, and one for the whole program: it ends with Clear or with the program. Nothing here names a person.
let doses: readonly EnteredDose[] = [];
const listeners = new Set<() => void>();

function set(next: readonly EnteredDose[]): void {
  doses = next;
  for (const listener of listeners) listener();
}

export const sitting = {
  add: (dose: EnteredDose): void => set([...doses, dose].toSorted((a, b) => a.at.valueOf() - b.at.valueOf())),
  remove: (key: string): void => set(doses.filter((dose) => dose.key !== key)),
  end: (): void => set([]),
} as const;

/** The doses entered in this sitting, the earliest first. */
export function useSitting(): readonly EnteredDose[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => doses,
  );
}

/** The doses of one protocol as the calculator takes them. */
export function toGiven(entered: readonly EnteredDose[], protocolId: string, now: Date): readonly GivenDose[] {
  return entered
    .filter((dose) => dose.protocolId === protocolId)
    .map(({ blockId, amount, at }) => ({ blockId, amount, since: toMinutesSince(at, now) }));
}

/** Whole minutes, down: a wait that is nearly over is not over. */
export function toMinutesSince(at: Date, now: Date): Measured {
  const minutes = Math.max(0, Math.floor((now.valueOf() - at.valueOf()) / 60_000));
  return { value: decimalOf(String(minutes)), unit: 'min' };
}

/** So far ahead a time is a slip or another clock's, and not yesterday's: as a day ago a dose just given would not count. */
const AHEAD_MS = 60 * 60_000;

/**
 * A time of day such as `14:05` as the instant it last was; `ahead` where it is about to come, undefined for anything else.
 */
export function findLastInstant(text: string, now: Date): Date | 'ahead' | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const at = new Date(now);
  at.setHours(Number.parseInt(hours, 10), Number.parseInt(minutes, 10), 0, 0);
  if (at > now && at.valueOf() - now.valueOf() <= AHEAD_MS) return 'ahead';
  // A dose at 23:50 entered at 00:10 was yesterday's.
  if (at > now) at.setDate(at.getDate() - 1);
  return at;
}
