import { useMemo } from 'react';
import {
  type CalculatorRecord,
  type ClinicValueRecord,
  parseCalculator,
  parseClinicValue,
} from '../../protocols/dose/clinic-records';
import type { JournalEntry } from '../../protocols/journal/entry';
import { toSpokenOrder } from '../../protocols/journal/spoken-order';
import { type Result, ok } from '../../protocols/schema/result';
import { useNotes, useReading } from '../notes/notes-context';
import type { SaveFailure } from '../store/failures';
import type { Reading } from '../store/live';

/** One thing that was set, taken back, turned on or off. */
export type ClinicDecision = { readonly sequence: number } & (
  | { readonly kind: 'value'; readonly record: ClinicValueRecord }
  | { readonly kind: 'switch'; readonly record: CalculatorRecord }
);

/** What the clinic set for its calculator, all of it, the last word last. */
export interface Clinic {
  /** `closed`: the store is not open; `failed`: an entry cannot be read. What was set is not known then, and nothing is worked out. */
  readonly state: 'loading' | 'ready' | 'closed' | { readonly failed: string };
  readonly values: readonly ClinicValueRecord[];
  readonly switches: readonly CalculatorRecord[];
  /** Both, in the order in which they count. */
  readonly history: readonly ClinicDecision[];
  readonly canWrite: boolean;
  readonly setValue: (record: ClinicValueRecord) => Promise<Result<unknown, SaveFailure>>;
  readonly setSwitch: (record: CalculatorRecord) => Promise<Result<unknown, SaveFailure>>;
}

const NOT_OPEN = { ok: false, error: { kind: 'not-written', message: '' } } as const;

export function useClinic(): Clinic {
  const { store, state, canWrite } = useNotes();
  const live = useMemo(
    () => store && { values: store.records('clinic-value'), switches: store.records('calculator') },
    [store],
  );
  const values = useReading(live?.values);
  const switches = useReading(live?.switches);
  return useMemo(() => {
    const { decisions, failed } = readAll(values, switches);
    const isLoading = values.state === 'loading' || switches.state === 'loading';
    const known = isLoading ? 'loading' : 'ready';
    return {
      state: typeof state === 'object' ? 'closed' : failed === undefined ? known : { failed },
      values: decisions.flatMap((each) => (each.kind === 'value' ? [each.record] : [])),
      switches: decisions.flatMap((each) => (each.kind === 'switch' ? [each.record] : [])),
      history: decisions,
      canWrite,
      setValue: async (record) => (store === undefined ? NOT_OPEN : store.append('clinic-value', record)),
      setSwitch: async (record) => (store === undefined ? NOT_OPEN : store.append('calculator', record)),
    };
  }, [values, switches, state, canWrite, store]);
}

/** One entry that cannot be read might be the one that lowered a maximum: then none of them is relied on. */
function readAll(...readings: readonly Reading<readonly JournalEntry[]>[]): {
  readonly decisions: readonly ClinicDecision[];
  readonly failed?: string;
} {
  const entries: JournalEntry[] = [];
  for (const reading of readings) {
    if (reading.state === 'failed') return { decisions: [], failed: reading.message };
    if (reading.state === 'ready') entries.push(...reading.value);
  }
  const decisions: ClinicDecision[] = [];
  for (const entry of toSpokenOrder(entries)) {
    const decision = readDecision(entry);
    if (!decision.ok) return { decisions: [], failed: `entry ${entry.sequence}, ${decision.error}` };
    decisions.push(decision.value);
  }
  return { decisions };
}

function readDecision({ kind, body, sequence }: JournalEntry): Result<ClinicDecision, string> {
  if (kind === 'calculator') {
    const read = parseCalculator(body);
    return read.ok ? ok({ kind: 'switch', record: read.value, sequence }) : read;
  }
  const read = parseClinicValue(body);
  return read.ok ? ok({ kind: 'value', record: read.value, sequence }) : read;
}
