import { createContext, useContext } from 'react';

/** The page each part begins on; empty while the pages are not yet known. */
export const PageOfPart = createContext<ReadonlyMap<string, number>>(new Map());

/** The page a part of the sheet begins on, for a list of contents. */
export function usePageOf(part: string): number | undefined {
  return useContext(PageOfPart).get(part);
}
