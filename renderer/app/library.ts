import type { LibraryListing } from '../../protocols/contract/calls';
import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import { findEdition } from '../../protocols/text/editions';
import { bridge } from '../bridge/bridge';
import type { SearchContent } from '../search/search-messages';

/** The documents on this computer as the page knows them: all listed, each fetched once when it is first wanted. */
export interface Library {
  readonly listing: LibraryListing;
  /** undefined when the document is withheld after all. */
  readonly open: (key: ProtocolKey) => Promise<Protocol | undefined>;
  readonly openAll: () => Promise<readonly Protocol[]>;
  /** Calls back with the library as it is once the clinic has written a procedure. Returns the function that ends it. */
  readonly watch?: (changed: (library: Library) => void) => () => void;
}

export async function readLibrary(): Promise<Library> {
  return toLibrary(await bridge['library:list'](), new Map());
}

type Opened = Map<string, Promise<Protocol | undefined>>;

function toLibrary(listing: LibraryListing, opened: Opened): Library {
  const open = ({ id, version }: ProtocolKey): Promise<Protocol | undefined> => {
    // A draft of the clinic's own keeps its version while its words change.
    const name = `${id}@${version} ${findEdition(listing.protocols, id, version)?.contentHash}`;
    const known = opened.get(name);
    if (known !== undefined) return known;
    const protocol = fetchProtocol({ id, version });
    opened.set(name, protocol);
    // What could not be had once is asked for again.
    const forget = (): boolean => opened.delete(name);
    protocol.then((found) => found === undefined && forget(), forget);
    return protocol;
  };
  const openAll = async (): Promise<readonly Protocol[]> =>
    (await Promise.all(listing.protocols.map(open))).filter((protocol) => protocol !== undefined);
  return {
    listing,
    open,
    openAll,
    watch: (changed) => bridge.on('library:changed', (next) => changed(toLibrary(next, opened))),
  };
}

async function fetchProtocol(key: ProtocolKey): Promise<Protocol | undefined> {
  const result = await bridge['library:open'](key);
  return result.ok ? result.value : undefined;
}

/** What the search box searches: the index the library was built with, or, without one, the documents themselves. */
export async function readSearchContent(library: Promise<Library>): Promise<SearchContent> {
  if (await bridge['library:search-index']()) return { kind: 'built' };
  return { kind: 'documents', protocols: await (await library).openAll() };
}
