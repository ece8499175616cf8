import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Pages about the documents, kept beside them. */
const ABOUT: ReadonlySet<string> = new Set(['README.md', 'INDEX.md']);

/** The authored documents meant by paths: a file is itself, a folder all `<version>.md` below it. Throws when a path is not there. */
export async function listAuthoredFiles(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      if (!(await stat(path)).isDirectory()) return [path];
      const names = await readdir(path, { recursive: true });
      return names.filter((name) => name.endsWith('.md') && !ABOUT.has(basename(name))).map((name) => join(path, name));
    }),
  );
  return found.flat().toSorted();
}

/** `file:line path: what to write instead`, as editors and terminals turn into links. */
export function toFindingLine(finding: { file: string; line?: number; path: string; message: string }): string {
  const { file, line, path, message } = finding;
  return `${file}${line === undefined ? '' : `:${line}`}${path === '' ? '' : ` ${path}`}: ${message}`;
}
