import { createContext, useContext } from 'react';
import type { Protocol } from '../../protocols/schema/protocol';

interface ReaderState {
  readonly protocol: Protocol;
  /** Number of every section and block by id. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly sectionOf: ReadonlyMap<string, string>;
  /** The block or section the address names. */
  readonly anchor: string | undefined;
}

export const ReaderContext = createContext<ReaderState | undefined>(undefined);

/** The edition open in the reader. */
export function useReader(): ReaderState {
  const state = useContext(ReaderContext);
  if (state === undefined) throw new Error('useReader stands outside the reader');
  return state;
}
