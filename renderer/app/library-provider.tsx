import { type ReactElement, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import type { Protocol } from '../../protocols/schema/protocol';
import { findEdition, findNewerInForce } from '../../protocols/text/editions';
import { type Standing, toStanding } from '../../protocols/text/in-force';
import type { Library } from './library';
import { useToday } from './use-today';

// undefined means still loading, never "empty".
const Context = createContext<Library | undefined>(undefined);

export function LibraryProvider({
  library: asked,
  children,
}: {
  library: Promise<Library>;
  children: ReactNode;
}): ReactElement {
  const first = usePromised(asked);
  const [latest, setLatest] = useState<Library>();
  useEffect(() => first?.watch?.(setLatest), [first]);
  const library = latest ?? first;
  return <Context value={library}>{children}</Context>;
}

/** What a promise gave; undefined until it has. */
export function usePromised<T>(promise: Promise<T> | undefined): T | undefined {
  const [given, setGiven] = useState<{ readonly by: Promise<T>; readonly value: T }>();
  useEffect(() => {
    let wanted = true;
    if (promise !== undefined) void promise.then((value) => wanted && setGiven({ by: promise, value }));
    return () => {
      wanted = false;
    };
  }, [promise]);
  // What another promise gave is never taken for what this one will.
  return given?.by === promise ? given?.value : undefined;
}

/** The documents on this computer; undefined while they are being looked through. */
export function useLibrary(): Library | undefined {
  return useContext(Context);
}

/** Every document in full; undefined while they are being read. */
export function useAllProtocols(): readonly Protocol[] | undefined {
  const library = useLibrary();
  return usePromised(useMemo(() => library?.openAll(), [library]));
}

/** The edition named, or the newest when no version is; `absent` when it cannot be had, undefined while it is read. */
export function useProtocol({ id, version }: { id: string; version?: string }): Protocol | 'absent' | undefined {
  const library = useLibrary();
  const summary = useMemo(() => findEdition(library?.listing.protocols ?? [], id, version), [library, id, version]);
  const reading = useMemo(
    () =>
      summary === undefined ? undefined : library?.open(summary).then((protocol) => protocol ?? ('absent' as const)),
    [library, summary],
  );
  const read = usePromised(reading);
  return library !== undefined && summary === undefined ? 'absent' : read;
}

/** How an edition stands today among all editions on this computer. */
export function useStanding(edition: Pick<Protocol, 'id' | 'version' | 'status' | 'effectivePeriod' | 'reviewBy'>): {
  standing: Standing;
  newer: ProtocolSummary | undefined;
} {
  const library = useLibrary();
  const today = useToday();
  return useMemo(() => {
    const newer = findNewerInForce(library?.listing.protocols ?? [], edition, today);
    return { standing: toStanding(edition, today, newer !== undefined), newer };
  }, [library, edition, today]);
}
