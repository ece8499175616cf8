import { useMemo } from 'react';
import {
  type ClinicDocument,
  type ClinicDocumentRecord,
  readSavedDocument,
  toClinicDocuments,
} from '../../protocols/clinic-documents/clinic-document';
import type { Result } from '../../protocols/schema/result';
import { useNotes, useReading } from '../notes/notes-context';
import type { SaveFailure } from '../store/failures';
import type { Store } from '../store/store';

/** What the clinic wrote, all of it, and how more of it is kept. */
export interface Procedures {
  /** `closed`: the store cannot be opened or read; what was written is not known then. */
  readonly state: 'loading' | 'ready' | 'closed';
  readonly documents: readonly ClinicDocument[];
  readonly store: Store | undefined;
  readonly canWrite: boolean;
  readonly save: (record: ClinicDocumentRecord) => Promise<Result<unknown, SaveFailure>>;
}

const NOT_OPEN = { ok: false, error: { kind: 'not-written', message: '' } } as const;

export function useProcedures(): Procedures {
  const { store, state, canWrite } = useNotes();
  const reading = useReading(useMemo(() => store?.records('clinic-document'), [store]));
  return useMemo(() => {
    const isClosed = typeof state === 'object' || reading.state === 'failed';
    const entries = reading.state === 'ready' ? reading.value : [];
    // An entry of a later program is not ours to show; what it released stays listed by main, or is withheld there.
    const here = new Set(entries.map(({ writer }) => writer));
    const records = entries.flatMap((entry) => {
      const read = readSavedDocument(entry, here);
      return read.ok ? [read.value] : [];
    });
    return {
      state: isClosed ? 'closed' : reading.state === 'ready' ? 'ready' : 'loading',
      documents: toClinicDocuments(records),
      store,
      canWrite,
      save: async (record) => (store === undefined ? NOT_OPEN : store.append('clinic-document', record)),
    };
  }, [reading, state, store, canWrite]);
}
