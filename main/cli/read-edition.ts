import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';
import { parseCanonical } from '../../protocols/authoring/parse-canonical';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Issue, Result } from '../../protocols/schema/result';
import { toFindingLine } from './authored-files';

/** One document as it lies in a file, authored or canonical. */
export function parseDocument(file: string, text: string): Result<Protocol, Issue[]> {
  return file.endsWith('.json') ? parseCanonical(text) : compileProtocol(text);
}

/** The document a person names by its file or as `id@version` within a folder. Throws when it is not there or not sound. */
export async function readEdition(named: string, folder: string): Promise<Protocol> {
  const file = findFile(named, folder);
  const parsed = parseDocument(file, await readFile(file, 'utf8'));
  if (parsed.ok) return parsed.value;
  const lines = parsed.error.slice(0, 3).map((issue) => toFindingLine({ file, ...issue }));
  throw new Error(`${file} has ${parsed.error.length} problems, so it cannot be read; run check\n${lines.join('\n')}`);
}

function findFile(named: string, folder: string): string {
  const [, id, version] = /^([a-z][a-z0-9-]*)@(\d+\.\d+\.\d+)$/.exec(named) ?? [];
  if (id === undefined || version === undefined) return named;
  const files = ['md', 'json'].map((form) => join(folder, id, `${version}.${form}`));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`there is no ${named} in ${folder}`);
  return found;
}
