import type { LibraryListing } from '../../protocols/contract/calls';
import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import { bridge } from '../bridge/bridge';
import type { SearchContent } from '../search/search-messages';

/** The documents on this computer as the page knows them: all listed, each fetched once when it is first wanted. */
export interface Library {
  readonly listing: LibraryListing;
  /** undefined when the document is withheld after all. */
  readonly open: (key: ProtocolKey) => Promise<Protocol | undefined>;
  readonly openAll: () => Promise<readonly Protocol[]>;
}

export async function readLibrary(): Promise<Library> {
  const listing = await bridge['library:list']();
  const opened = new Map<string, Promise<Protocol | undefined>>();
  const open = ({ id, version }: ProtocolKey): Promise<Protocol | undefined> => {
    const name = `${id}@${version}`;
    const protocol = opened.get(name) ?? fetchProtocol({ id, version });
    opened.set(name, protocol);
    return protocol;
  };
  const openAll = async (): Promise<readonly Protocol[]> =>
    (await Promise.all(listing.protocols.map(open))).filter((protocol) => protocol !== undefined);
  return { listing, open, openAll };
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
