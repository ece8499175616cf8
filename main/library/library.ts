import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LibraryListing, OpenFailure, ProtocolSummary } from '../../protocols/contract/calls';
import { compareVersions } from '../../protocols/schema/scalars';
import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { type LibraryManifest, type LoadedProtocol, loadDocuments, messageOf } from './load-documents';

const Manifest = z.strictObject({
  format: z.literal('library/1'),
  protocols: z.array(z.strictObject({ file: z.string(), contentHash: z.string() })),
});

/** The documents on this computer: read once at start, listed, and opened by key. */
export interface Library {
  readonly listing: LibraryListing;
  readonly open: (key: ProtocolKey) => Result<Protocol, OpenFailure>;
  /** The edition named, or the newest when no version is. */
  readonly find: (id: string, version?: string) => Protocol | undefined;
}

/** Reads the shipped library, checked against its manifest, or a folder named at start. Never throws: what cannot be read is said in the listing. */
export async function openLibrary(origin: LibraryListing['origin'], folder: string): Promise<Library> {
  try {
    const manifest = origin === 'shipped' ? await readManifest(folder) : undefined;
    const { loaded, withheld } = await loadDocuments(folder, manifest);
    return toLibrary({ origin, protocols: loaded.map(toSummary), withheld }, loaded);
  } catch (error) {
    const failure = { kind: 'folder-unreadable' as const, folder, message: messageOf(error) };
    return toLibrary({ origin, protocols: [], withheld: [], failure }, []);
  }
}

async function readManifest(folder: string): Promise<LibraryManifest> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')));
}

function toLibrary(listing: LibraryListing, loaded: readonly LoadedProtocol[]): Library {
  const find = (id: string, version?: string): Protocol | undefined =>
    loaded
      .map(({ protocol }) => protocol)
      .filter((protocol) => protocol.id === id && (version === undefined || protocol.version === version))
      .toSorted((a, b) => compareVersions(b.version, a.version))[0];
  return {
    listing,
    find,
    open(key) {
      const protocol = find(key.id, key.version);
      if (protocol !== undefined) return ok(protocol);
      const document = listing.withheld.find(({ file }) => file.startsWith(`${key.id}/${key.version}.`));
      return fail(document === undefined ? { kind: 'not-found', key } : { kind: 'withheld', document });
    },
  };
}

function toSummary({ protocol, contentHash }: LoadedProtocol): ProtocolSummary {
  const { id, version, title, aliases, type, status, publisher, language, effectivePeriod, reviewBy } = protocol;
  return { id, version, title, aliases, type, status, publisher, language, effectivePeriod, reviewBy, contentHash };
}
