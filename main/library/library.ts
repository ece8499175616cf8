import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LibraryListing, OpenFailure, ProtocolSummary, WithheldDocument } from '../../protocols/contract/calls';
import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { type Said, say } from '../../protocols/schema/sentences';
import { toMessage } from '../files/system-error';
import { loadDocuments } from './load-documents';
import { type LibraryManifest, readManifest, toSummary } from './manifest';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import { findEdition } from '../../protocols/text/editions';
import { INDEX_FORMAT } from '../../protocols/search/built-index';

/** The documents on this computer: looked through once at start, listed, and opened by key. */
export interface Library {
  readonly listing: LibraryListing;
  readonly open: (key: ProtocolKey) => Promise<Result<Protocol, OpenFailure>>;
  /** The edition named, or the newest when no version is. */
  readonly find: (id: string, version?: string) => Promise<Protocol | undefined>;
  /** Whether there is an index that covers exactly what was shipped and is listed. */
  readonly hasSearchIndex: boolean;
  /** The index the library was built with; undefined when there is none. */
  readonly readSearchIndex: () => Promise<Uint8Array | undefined>;
}

/** Gives the document of an entry, or why it is withheld. */
type Read = (summary: ProtocolSummary) => Promise<Result<Protocol, WithheldDocument>>;

/** Opens the shipped library, checked against its manifest, or a folder named at start. Never throws: what cannot be read is said in the listing. */
export async function openLibrary(origin: LibraryListing['origin'], folder: string): Promise<Library> {
  try {
    return origin === 'shipped' ? await openShipped(folder) : await openFolder(folder);
  } catch (error) {
    const failure = { kind: 'folder-unreadable' as const, folder, message: toMessage(error) };
    return toLibrary({ origin, protocols: [], withheld: [], failure }, readNothing);
  }
}

// Nothing is listed, so nothing is asked for.
const readNothing: Read = ({ id }) =>
  Promise.resolve(fail(withhold(id, say('file-unreadable', { reason: 'not listed' }))));

/**
 * A shipped document was checked in full when it was built, so its bytes being the very ones that were built says all:
 * each start compares hashes, and the text is only read as data when it is opened.
 */
async function openShipped(folder: string): Promise<Library> {
  const manifest = await readManifest(folder);
  const files = new Map(manifest.protocols.map(({ file, summary }) => [summary, file]));
  const checked = await Promise.all(manifest.protocols.map((entry) => readShipped(folder, entry)));
  const withheld = checked.flatMap((result) => (result.ok ? [] : [result.error]));
  const protocols = manifest.protocols.flatMap(({ summary }, index) => (checked[index]?.ok === true ? [summary] : []));
  const read: Read = async (summary) => {
    const text = await readShipped(folder, { file: files.get(summary) ?? '', summary });
    return text.ok ? ok(JSON.parse(text.value) as Protocol) : text;
  };
  const library = toLibrary({ origin: 'shipped', protocols, withheld }, read);
  // A hit must never open a withheld document.
  if (withheld.length > 0 || manifest.searchIndex.format !== INDEX_FORMAT) return library;
  const index = await readSearchIndex(folder, manifest.searchIndex);
  if (index === undefined) return library;
  // The worker fetches it once, right at the start; kept longer it would only take memory.
  let held: Uint8Array | undefined = index;
  const readOnce = (): Promise<Uint8Array | undefined> => {
    const bytes = held;
    held = undefined;
    return bytes === undefined ? readSearchIndex(folder, manifest.searchIndex) : Promise.resolve(bytes);
  };
  return { ...library, hasSearchIndex: true, readSearchIndex: readOnce };
}

async function readSearchIndex(
  folder: string,
  { file, sha256 }: LibraryManifest['searchIndex'],
): Promise<Uint8Array | undefined> {
  const bytes = await readFile(join(folder, file)).catch(() => undefined); // the documents can be indexed instead
  return bytes !== undefined && toSha256(bytes) === sha256 ? bytes : undefined;
}

/** In hex. */
export function toSha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text of a shipped document, when it is still the one that was built. */
async function readShipped(
  folder: string,
  { file, summary }: LibraryManifest['protocols'][number],
): Promise<Result<string, WithheldDocument>> {
  try {
    const bytes = await readFile(join(folder, file));
    if (toSha256(bytes) === summary.contentHash) return ok(bytes.toString('utf8'));
    return fail(withhold(file, say('shipped-altered')));
  } catch (error) {
    return fail(withhold(file, say('shipped-unreadable', { reason: toMessage(error) })));
  }
}

function withhold(file: string, said: Said): WithheldDocument {
  return { file, issues: [{ path: '', ...said }] };
}

async function openFolder(folder: string): Promise<Library> {
  const { loaded, withheld } = await loadDocuments(folder);
  const reserved = loaded.filter(({ protocol }) => isOwnId(protocol.id));
  const documents = new Map(
    loaded.filter((entry) => !reserved.includes(entry)).map((entry) => [toSummary(entry), entry.protocol]),
  );
  const all = [
    ...withheld,
    ...reserved.map(({ file }) => ({ file, issues: [{ path: 'id', ...say('own-id-foreign') }] })),
  ];
  return toLibrary({ origin: 'folder', protocols: [...documents.keys()], withheld: all }, (summary) => {
    const protocol = documents.get(summary);
    return protocol === undefined ? readNothing(summary) : Promise.resolve(ok(protocol));
  });
}

function toLibrary(listing: LibraryListing, read: Read): Library {
  return {
    listing,
    hasSearchIndex: false,
    readSearchIndex: () => Promise.resolve(undefined),
    async find(id, version) {
      const summary = findEdition(listing.protocols, id, version);
      const result = summary === undefined ? undefined : await read(summary);
      return result?.ok === true ? result.value : undefined;
    },
    async open(key) {
      const summary = findEdition(listing.protocols, key.id, key.version);
      if (summary !== undefined) {
        const result = await read(summary);
        return result.ok ? result : fail({ kind: 'withheld', document: result.error });
      }
      const document = listing.withheld.find(({ file }) => file.startsWith(`${key.id}/${key.version}.`));
      return fail(document === undefined ? { kind: 'not-found', key } : { kind: 'withheld', document });
    },
  };
}
