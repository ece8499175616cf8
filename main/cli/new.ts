import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toSkeleton } from '../../protocols/authoring/skeleton';
import { toAuthored } from '../../protocols/authoring/to-authored';
import { ProtocolDocument } from '../../protocols/schema/protocol';
import { Slug, Words } from '../../protocols/schema/scalars';
import { toDay } from '../../protocols/text/in-force';
import { replaceFile } from '../files/replace-file';
import { type Command, DOCUMENTS, readOptions } from './command';

const TYPES = ProtocolDocument.shape.type.options;

/** Begins a document: a sound draft that says of everything in it that somebody has to write it. */
export const newCommand: Command = {
  usage: `--type TYPE --id ID --title TITLE [--out FOLDER] [--json]`,
  about: `Begins a document as FOLDER/ID/1.0.0.md (FOLDER is ${DOCUMENTS} unless said). TYPE is ${TYPES.join(', ')}.`,
  teaches: `The new document is sound from the start: check accepts it, and it opens in the program as a draft. Where a number belongs it
says that the clinic sets it, so nothing invented can be mistaken for a dose. Replace what is there, then run check.
  npm run protocols -- new --type dosing-protocol --id exa-session --title "Examplamine session"`,
  async run(args) {
    const { json, find } = readOptions(args, ['type', 'id', 'title', 'out']);
    const type = ProtocolDocument.shape.type.safeParse(find('type'));
    if (!type.success) throw new Error(`say which type with --type: ${TYPES.join(', ')}`);
    const id = Slug.safeParse(find('id'));
    if (!id.success) throw new Error(`say its id with --id: ${id.error.issues[0]?.message ?? ''}`);
    const title = Words.safeParse(find('title'));
    if (!title.success) throw new Error(`say its title with --title: ${title.error.issues[0]?.message ?? ''}`);
    const file = join(find('out') ?? DOCUMENTS, id.data, '1.0.0.md');
    if (existsSync(file)) throw new Error(`${file} is there already; it was left as it is`);
    const protocol = toSkeleton({ type: type.data, id: id.data, title: title.data, today: toDay(new Date()) });
    await mkdir(dirname(file), { recursive: true });
    const text = toAuthored(protocol);
    const hasSchemas = existsSync(join(file, '../../schema/front-matter.schema.json'));
    const written = await replaceFile(file, new TextEncoder().encode(hasSchemas ? withSchemas(text) : text));
    if (!written.ok) throw new Error(`${file} was not written: ${written.error.message}`);
    console.log(json ? JSON.stringify({ file }) : `${file}: begun; fill it in, then run check`);
    return 0;
  },
};

/** Tells editors that read YAML where the schema of each part lies. */
function withSchemas(text: string): string {
  return text
    .replace('---\n', (start) => start + toSchemaLine('front-matter'))
    .replaceAll(/^```yaml (\S+)\n/gm, (fence, type: string) => fence + toSchemaLine(type));
}

function toSchemaLine(name: string): string {
  return `# yaml-language-server: $schema=../schema/${name}.schema.json\n`;
}
