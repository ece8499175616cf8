import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listEditorSchemas } from '../../protocols/authoring/editor-schema';
import { replaceFile } from '../files/replace-file';
import { type Command, DOCUMENTS, readOptions } from './command';

const FOLDER = `${DOCUMENTS}/schema`;

/** Writes the schema files editors use, from the one schema the program itself uses. */
export const schemaCommand: Command = {
  usage: '[--out FOLDER] [--check] [--json]',
  about: `Writes the JSON Schema files editors use into FOLDER (${FOLDER} unless said), or with --check says which are out of date.`,
  teaches: `protocol.schema.json       the canonical document, for whoever writes or reads packs
front-matter.schema.json   the fields between the two lines of ---
<block type>.schema.json   one block, or a list of them, as a fence holds it
Run it after a change of protocols/schema; a test fails while the files say something else.
  npm run protocols -- schema --check`,
  async run(args) {
    const { json, find, has } = readOptions(args, ['out'], ['check']);
    const out = find('out') ?? FOLDER;
    const wanted = new Map(Object.entries(listEditorSchemas()).map(([name, schema]) => [name, toText(schema)]));
    const stale = await listStale(out, wanted);
    if (!has('check')) await write(out, stale, wanted);
    const word = has('check') ? 'stale' : 'written';
    if (json) console.log(JSON.stringify({ [word]: stale }));
    else console.log(stale.length === 0 ? 'up to date' : stale.map((name) => `${join(out, name)}: ${word}`).join('\n'));
    return has('check') && stale.length > 0 ? 1 : 0;
  },
};

/** The text of a schema file: as the formatter of this repository leaves it, so that both agree. */
export function toText(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

async function listStale(folder: string, wanted: ReadonlyMap<string, string>): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const there = await readdir(folder);
  const names = new Set([...there.filter((name) => name.endsWith('.schema.json')), ...wanted.keys()]);
  const stale: string[] = [];
  for (const name of [...names].toSorted()) {
    const text = there.includes(name) ? await readFile(join(folder, name), 'utf8') : undefined;
    if (text !== wanted.get(name)) stale.push(name);
  }
  return stale;
}

async function write(folder: string, stale: readonly string[], wanted: ReadonlyMap<string, string>): Promise<void> {
  for (const name of stale) {
    const text = wanted.get(name);
    if (text === undefined)
      await rm(join(folder, name)); // a block type that is no more
    else {
      const written = await replaceFile(join(folder, name), new TextEncoder().encode(text));
      if (!written.ok) throw new Error(`${join(folder, name)} was not written: ${written.error.message}`);
    }
  }
}
