import { type ReactElement, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { LibraryListing } from '../../protocols/contract/calls';

import type { Protocol } from '../../protocols/schema/protocol';
import { type Standing, findNewerInForce, toStanding } from '../../protocols/text/in-force';
import { bridge } from '../bridge/bridge';
import { useToday } from './use-today';
import { compareVersions } from '../../protocols/schema/versions';

interface LibraryState {
  readonly listing: LibraryListing;
  readonly protocols: readonly Protocol[];
}

// undefined means still loading, never "empty".
const Context = createContext<LibraryState | undefined>(undefined);

export function LibraryProvider({ children }: { children: ReactNode }): ReactElement {
  const [state, setState] = useState<LibraryState>();
  useEffect(() => {
    void readLibrary().then(setState);
  }, []);
  return <Context value={state}>{children}</Context>;
}

async function readLibrary(): Promise<LibraryState> {
  const listing = await bridge['library:list']();
  const opened = await Promise.all(listing.protocols.map(({ id, version }) => bridge['library:open']({ id, version })));
  return { listing, protocols: opened.flatMap((result) => (result.ok ? [result.value] : [])) };
}

/** The documents on this computer; undefined while they are being read. */
export function useLibrary(): LibraryState | undefined {
  return useContext(Context);
}

/** The edition named, or the newest when no version is; and how it stands today. */
export function findEdition(
  protocols: readonly Protocol[],
  { id, version }: { id: string; version?: string },
): Protocol | undefined {
  return protocols
    .filter((protocol) => protocol.id === id && (version === undefined || protocol.version === version))
    .toSorted((a, b) => compareVersions(b.version, a.version))[0];
}

/** How an edition stands today among all editions on this computer. */
export function useStanding(protocol: Protocol): { standing: Standing; newer: Protocol | undefined } {
  const library = useLibrary();
  const today = useToday();
  return useMemo(() => {
    const newer = findNewerInForce(library?.protocols ?? [], protocol, today);
    return { standing: toStanding(protocol, today, newer !== undefined), newer };
  }, [library, protocol, today]);
}
