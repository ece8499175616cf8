import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGEST_CANONICAL } from '../../protocols/authoring/parse-canonical';

/** One document as it lies on disk; its meaning is not this room's business. */
export interface DocumentFile {
  /** Place within the folder, with forward slashes. */
  readonly file: string;
  readonly form: 'authored' | 'canonical';
}

/** Finds `<id>/<version>.md` or `.json` below a folder, sorted by name. Throws what the file system throws when the folder cannot be read. */
export async function listDocumentFiles(folder: string): Promise<DocumentFile[]> {
  const found: DocumentFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    for (const name of await readdir(join(folder, entry.name))) {
      const form = name.endsWith('.md') ? 'authored' : name.endsWith('.json') ? 'canonical' : undefined;
      // The schema files of editors lie beside the documents they describe.
      const isOther = name === 'README.md' || name.endsWith('.schema.json');
      if (form !== undefined && !isOther) found.push({ file: `${entry.name}/${name}`, form });
    }
  }
  return found.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

// In bytes, twice the characters the parsers take; more is no document, and would fill the memory before anybody looks at it.
const LARGEST = 2 * LARGEST_CANONICAL;

/** Reads a document whole; undefined where it is too large to be one. Throws what the file system throws. */
export async function readDocumentText(folder: string, { file }: DocumentFile): Promise<string | undefined> {
  const handle = await open(join(folder, file));
  try {
    const { size } = await handle.stat();
    return size > LARGEST ? undefined : await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
