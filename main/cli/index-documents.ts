import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../files/replace-file';
import { toCode } from '../files/system-error';
import { loadDocuments } from '../library/load-documents';
import { type Command, DOCUMENTS, readOptions } from './command';
import { toIndex } from './document-index';

const FILE = 'INDEX.md';

/** Writes the index of a folder of documents, or says with exit code 1 that the one there is stale. */
export const indexCommand: Command = {
  usage: '[FOLDER] [--check] [--json]',
  about: `Writes ${FILE} of FOLDER (${DOCUMENTS} unless said): documents, counts of values by mark, gaps and what a clinic must set. With --check it writes nothing and exits 1 when the file is stale.`,
  async run(args) {
    const { words, json, has } = readOptions(args, [], ['check']);
    const folder = words[0] ?? DOCUMENTS;
    const file = join(folder, FILE);
    const { loaded, withheld } = await loadDocuments(folder);
    if (withheld.length > 0) {
      console.error(`${FILE} was not made: ${withheld.map((entry) => entry.file).join(', ')} has problems; run check`);
      return 1;
    }
    const text = toIndex(loaded.map(({ protocol }) => protocol));
    const stale = (await readIfThere(file)) !== text;
    const checking = has('check');
    if (stale && !checking) {
      const written = await replaceFile(file, [text]);
      if (!written.ok) throw new Error(`${file} was not written: ${written.error.message}; it is as it was`);
    }
    const outcome = !stale ? 'is up to date' : checking ? 'is stale; run index without --check' : 'was written';
    if (json) console.log(JSON.stringify({ file, documents: loaded.length, stale, written: stale && !checking }));
    else console.log(`${file} ${outcome}`);
    return stale && checking ? 1 : 0;
  },
};

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (toCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
