import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProtocolSummary } from '../../protocols/contract/calls';
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

const Summary: z.ZodType<ProtocolSummary> = ProtocolDocument.pick(LISTED).extend({ contentHash: z.string() });

const Manifest = z.strictObject({
  format: z.literal('library/1'),
  protocols: z.array(z.strictObject({ file: z.string(), summary: Summary })),
});

/** What the built library says of itself (`library.json`): each file, what lists show of it, and its content hash. */
export type LibraryManifest = z.infer<typeof Manifest>;

export async function readManifest(folder: string): Promise<LibraryManifest> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')));
}

/** What a list shows of a document. */
export function toSummary({ protocol, contentHash }: LoadedProtocol): ProtocolSummary {
  const { id, version, title, aliases, type, status, publisher, language, effectivePeriod, reviewBy } = protocol;
  return { id, version, title, aliases, type, status, publisher, language, effectivePeriod, reviewBy, contentHash };
}
