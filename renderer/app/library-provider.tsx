import { type ReactElement, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { LibraryListing, ProtocolSummary } from '../../protocols/contract/calls';
import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import { compareVersions } from '../../protocols/schema/versions';
import { type Standing, findNewerInForce, toStanding } from '../../protocols/text/in-force';
import { bridge } from '../bridge/bridge';
import type { SearchContent } from '../search/search-messages';
import { useToday } from './use-today';

interface LibraryState {
  readonly listing: LibraryListing;
  /** Each document is fetched once, when it is first wanted; undefined when it is withheld after all. */
  readonly open: (key: ProtocolKey) => Promise<Protocol | undefined>;
  readonly openAll: () => Promise<readonly Protocol[]>;
}

// undefined means still loading, never "empty".
const Context = createContext<LibraryState | undefined>(undefined);

export function LibraryProvider({
  listing: asked,
  children,
}: {
  listing: Promise<LibraryListing>;
  children: ReactNode;
}): ReactElement {
  const [state, setState] = useState<LibraryState>();
  useEffect(() => {
    void asked.then((listing) => setState(toLibrary(listing)));
  }, [asked]);
  return <Context value={state}>{children}</Context>;
}

function toLibrary(listing: LibraryListing): LibraryState {
  const opened = new Map<string, Promise<Protocol | undefined>>();
  const open = ({ id, version }: ProtocolKey): Promise<Protocol | undefined> => {
    const name = `${id}@${version}`;
    const protocol =
      opened.get(name) ??
      bridge['library:open']({ id, version }).then((result) => (result.ok ? result.value : undefined));
    opened.set(name, protocol);
    return protocol;
  };
  const openAll = async (): Promise<readonly Protocol[]> =>
    (await Promise.all(listing.protocols.map(open))).filter((protocol) => protocol !== undefined);
  return { listing, open, openAll };
}

/** The documents on this computer; undefined while they are being looked through. */
export function useLibrary(): LibraryState | undefined {
  return useContext(Context);
}

/** Every document in full; undefined while they are being read. */
export function useAllProtocols(): readonly Protocol[] | undefined {
  const library = useLibrary();
  const [protocols, setProtocols] = useState<readonly Protocol[]>();
  useEffect(() => {
    let wanted = true;
    void library?.openAll().then((all) => wanted && setProtocols(all));
    return () => {
      wanted = false;
    };
  }, [library]);
  return protocols;
}

/** The edition named, or the newest when no version is; `absent` when it cannot be had, undefined while it is read. */
export function useProtocol({ id, version }: { id: string; version?: string }): Protocol | 'absent' | undefined {
  const library = useLibrary();
  const [read, setRead] = useState<{ readonly of: ProtocolSummary; readonly protocol: Protocol | undefined }>();
  const summary = useMemo(() => findEdition(library?.listing.protocols ?? [], id, version), [library, id, version]);
  useEffect(() => {
    let wanted = true;
    if (summary !== undefined) {
      void library?.open(summary).then((protocol) => wanted && setRead({ of: summary, protocol }));
    }
    return () => {
      wanted = false;
    };
  }, [library, summary]);
  if (library === undefined) return undefined;
  if (summary === undefined) return 'absent';
  // What was read before is never shown under another name.
  return read?.of === summary ? (read.protocol ?? 'absent') : undefined;
}

function findEdition(editions: readonly ProtocolSummary[], id: string, version?: string): ProtocolSummary | undefined {
  return editions
    .filter((edition) => edition.id === id && (version === undefined || edition.version === version))
    .toSorted((a, b) => compareVersions(b.version, a.version))[0];
}

/** What the search box searches: the index the library was built with, or, without one, the documents themselves. */
export function useSearchContent(): SearchContent | undefined {
  const library = useLibrary();
  const [content, setContent] = useState<SearchContent>();
  useEffect(() => {
    let wanted = true;
    if (library !== undefined) void readSearchContent(library).then((read) => wanted && setContent(read));
    return () => {
      wanted = false;
    };
  }, [library]);
  return content;
}

async function readSearchContent({ openAll }: LibraryState): Promise<SearchContent> {
  const snapshot = await bridge['library:search-index']();
  return snapshot === undefined ? { kind: 'documents', protocols: await openAll() } : { kind: 'built', snapshot };
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
