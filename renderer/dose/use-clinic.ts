import { useMemo } from 'react';
import {
  type CalculatorRecord,
  type ClinicValueRecord,
  parseCalculator,
  parseClinicValue,
} from '../../protocols/dose/clinic-records';
import type { JournalEntry } from '../../protocols/journal/entry';
import { toSpokenOrder } from '../../protocols/journal/spoken-order';
import type { Result } from '../../protocols/schema/result';
import { useNotes, useReading } from '../notes/notes-context';
import type { SaveFailure } from '../store/failures';
import type { Reading } from '../store/live';

/** What the clinic set for its calculator, all of it, the last word last. */
export interface Clinic {
  /** `closed`: the store is not open; `failed`: an entry cannot be read. What was set is not known then, and nothing is worked out. */
  readonly state: 'loading' | 'ready' | 'closed' | { readonly failed: string };
  readonly values: readonly ClinicValueRecord[];
  readonly switches: readonly CalculatorRecord[];
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
    const readValues = readAll(values, parseClinicValue);
    const readSwitches = readAll(switches, parseCalculator);
    const failed = readValues.failed ?? readSwitches.failed;
    const isLoading = values.state === 'loading' || switches.state === 'loading';
    const known = isLoading ? 'loading' : 'ready';
    return {
      state: typeof state === 'object' ? 'closed' : failed === undefined ? known : { failed },
      values: readValues.records,
      switches: readSwitches.records,
      canWrite,
      setValue: async (record) => (store === undefined ? NOT_OPEN : store.append('clinic-value', record)),
      setSwitch: async (record) => (store === undefined ? NOT_OPEN : store.append('calculator', record)),
    };
  }, [values, switches, state, canWrite, store]);
}

/** One entry that cannot be read might be the one that lowered a maximum: then none of them is relied on. */
function readAll<T>(
  reading: Reading<readonly JournalEntry[]>,
  parse: (body: unknown) => Result<T, string>,
): { readonly records: readonly T[]; readonly failed?: string } {
  if (reading.state === 'failed') return { records: [], failed: reading.message };
  const records: T[] = [];
  for (const { body, sequence } of reading.state === 'ready' ? toSpokenOrder(reading.value) : []) {
    const parsed = parse(body);
    if (!parsed.ok) return { records: [], failed: `entry ${sequence}, ${parsed.error}` };
    records.push(parsed.value);
  }
  return { records };
}
