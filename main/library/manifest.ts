import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProtocolSummary } from '../../protocols/contract/calls';
import { Route } from '../../protocols/schema/blocks';
import { ProtocolDocument } from '../../protocols/schema/protocol';
import type { LoadedProtocol } from './load-documents';

const LISTED = {
  id: true,
  version: true,
  title: true,
  aliases: true,
  type: true,
  status: true,
  publisher: true,
  language: true,
  effectivePeriod: true,
  reviewBy: true,
} as const;

/** What a list shows of a document, as it was kept in a file. */
export const Summary: z.ZodType<ProtocolSummary> = ProtocolDocument.pick(LISTED).extend({
  routes: z.array(Route),
  contentHash: z.string(),
});

const Manifest = z.strictObject({
  format: z.literal('library/1'),
  protocols: z.array(z.strictObject({ file: z.string(), summary: Summary })),
  /** The index over exactly these documents, and the form it is in. */
  searchIndex: z.strictObject({ file: z.string(), sha256: z.string(), format: z.string() }),
});

/** What the built library says of itself (`library.json`): each file, what lists show of it, and its content hash. */
export type LibraryManifest = z.infer<typeof Manifest>;

export async function readManifest(folder: string): Promise<LibraryManifest> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')));
}

/** What a list shows of a document. */
export function toSummary({ protocol, contentHash }: LoadedProtocol): ProtocolSummary {
  const { id, version, title, aliases, type, status, publisher, language, effectivePeriod, reviewBy } = protocol;
  const header = { id, version, title, aliases, type, status, publisher, language, effectivePeriod, reviewBy };
  const doses = protocol.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'dose'));
  return { ...header, routes: [...new Set(doses.map(({ route }) => route))], contentHash };
}
