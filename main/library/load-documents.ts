import type { WithheldDocument } from '../../protocols/contract/calls';
import { toContentHash } from '../../protocols/authoring/canonical-json';
import { LARGEST_CANONICAL, parseCanonical } from '../../protocols/authoring/parse-canonical';
import type { Protocol } from '../../protocols/schema/protocol';
import { type Issue, type Result, fail, ok } from '../../protocols/schema/result';
import { say } from '../../protocols/schema/sentences';
import { type DocumentFile, listDocumentFiles, readDocumentText } from './document-files';
import { toMessage } from '../files/system-error';

export interface LoadedProtocol {
  readonly file: string;
  readonly protocol: Protocol;
  readonly contentHash: string;
}

export interface LoadedDocuments {
  readonly loaded: readonly LoadedProtocol[];
  readonly withheld: readonly WithheldDocument[];
}

/** Reads every document of a folder, authored or canonical. A document with one issue is withheld whole. Throws when the folder cannot be read. */
export async function loadDocuments(
  folder: string,
  onRead?: (done: number, total: number) => void,
): Promise<LoadedDocuments> {
  const loaded: LoadedProtocol[] = [];
  const withheld: WithheldDocument[] = [];
  const files = await listDocumentFiles(folder);
  const editions = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    const result = await loadDocument(folder, file);
    onRead?.(index + 1, files.length);
    if (!result.ok) {
      withheld.push({ file: file.file, issues: result.error });
      continue;
    }
    const edition = `${result.value.protocol.id}@${result.value.protocol.version}`;
    const first = editions.get(edition);
    if (first === undefined) {
      editions.set(edition, file.file);
      loaded.push(result.value);
    } else withheld.push({ file: file.file, issues: [{ path: 'version', ...say('file-same-edition', { first }) }] });
  }
  return { loaded, withheld };
}

async function loadDocument(folder: string, document: DocumentFile): Promise<Result<LoadedProtocol, readonly Issue[]>> {
  let text: string | undefined;
  try {
    text = await readDocumentText(folder, document);
  } catch (error) {
    return fail([{ path: '', ...say('file-unreadable', { reason: toMessage(error) }) }]);
  }
  if (text === undefined) return fail([{ path: '', ...say('document-large', { most: LARGEST_CANONICAL }) }]);
  const parsed = document.form === 'authored' ? await compile(text) : parseCanonical(text);
  if (!parsed.ok) return parsed;
  const name = `${parsed.value.id}/${parsed.value.version}`;
  if (!document.file.startsWith(`${name}.`)) {
    return fail([{ path: 'id', ...say('file-name', { name }) }]);
  }
  return ok({ file: document.file, protocol: parsed.value, contentHash: toContentHash(parsed.value) });
}

// The compiler and its Markdown parser load only where authored text is read: the shipped library has none.
async function compile(text: string): Promise<Result<Protocol, Issue[]>> {
  const { compileProtocol } = await import('../../protocols/authoring/compile-protocol');
  return compileProtocol(text);
}
