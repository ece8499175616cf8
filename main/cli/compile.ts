import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toCanonicalJson } from '../../protocols/authoring/canonical-json';
import { SearchIndex } from '../../protocols/search/search-index';
import { INDEX_FORMAT } from '../../protocols/search/built-index';
import { toSha256 } from '../library/library';
import { loadDocuments } from '../library/load-documents';
import { type LibraryManifest, toSummary } from '../library/manifest';
import { toFindingLine } from './authored-files';
import { type Command, DOCUMENTS, readOptions } from './command';
import { Progress } from './progress';

/** Builds the library the program reads: canonical JSON and a manifest of content hashes. The same input gives the same bytes. */
export const compileCommand: Command = {
  usage: '[FOLDER] --out FOLDER [--json]',
  about: `Compiles every document below FOLDER (${DOCUMENTS} unless said) into canonical JSON with a search index and a manifest. Writes nothing when one document has a problem.`,
  teaches: `The folder then holds ID/VERSION.json for each document, search-index.bin and library.json, which names their hashes. What an
earlier run left there is removed; a folder that holds anything else is left alone.
  npm run protocols -- compile my-documents --out my-library`,
  async run(args) {
    const { words, json, find } = readOptions(args, ['out']);
    const out = find('out');
    if (out === undefined) throw new Error('say where to with --out FOLDER');
    await requireOurs(out);
    const progress = new Progress('compiling');
    const { loaded, withheld } = await loadDocuments(words[0] ?? DOCUMENTS, (done, total) =>
      progress.report(done, total),
    );
    for (const { file, issues } of withheld)
      for (const issue of issues) console.error(toFindingLine({ file, ...issue }));
    if (withheld.length > 0) return 1;
    await rm(out, { recursive: true, force: true });
    const protocols: LibraryManifest['protocols'][number][] = [];
    for (const entry of loaded) {
      const { protocol } = entry;
      const file = `${protocol.id}/${protocol.version}.json`;
      await mkdir(dirname(join(out, file)), { recursive: true });
      await writeFile(join(out, file), toCanonicalJson(protocol));
      protocols.push({ file, summary: toSummary(entry) });
    }
    await mkdir(out, { recursive: true });
    const index = new SearchIndex(loaded.map(({ protocol }) => protocol)).toBytes();
    const searchIndex = { file: 'search-index.bin', sha256: toSha256(index), format: INDEX_FORMAT };
    await writeFile(join(out, searchIndex.file), index);
    await writeFile(
      join(out, 'library.json'),
      toCanonicalJson({ format: 'library/1', protocols, searchIndex } satisfies LibraryManifest),
    );
    console.log(json ? JSON.stringify({ compiled: protocols }) : `${protocols.length} compiled to ${out}`);
    return 0;
  },
};

/** Compiling empties the folder first: nothing may be in it that a run of this verb, whole or cut short, did not write. */
async function requireOurs(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const isOurs = entries.every(
    (entry) =>
      entry.isDirectory() || /^((library|search-index|\d+\.\d+\.\d+)\.json|search-index\.bin)$/.test(entry.name),
  );
  if (!isOurs)
    throw new Error(`${folder} holds something other than a library, so it was left as it is; give an empty folder`);
}
