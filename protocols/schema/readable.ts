import { Block } from './blocks';
import { type Protocol, ProtocolDocument, SCHEMA_VERSION } from './protocol';
import { Slug } from './scalars';

/** A document as far as it could be read, so that one pass tells everything the checks can know. */
export interface Readable {
  /** Never to be shown: parts that could not be read stand in it as they came, or as something no check objects to. */
  readonly protocol: Protocol;
  /** Ids of blocks that could not be read whole; only their ids, references and sources can be judged. */
  readonly unread: ReadonlySet<string>;
  /** A block or section has no readable id, so nobody can tell what a reference should have named. */
  readonly isNameless: boolean;
  readonly hasSources: boolean;
}

/** Every part of it could be read. */
export function toWholeReadable(protocol: Protocol): Readable {
  return { protocol, unread: new Set(), isNameless: false, hasSources: true };
}

// No check says anything against these.
const SILENT: Omit<Protocol, 'sections'> = {
  schemaVersion: SCHEMA_VERSION,
  id: 'unread',
  title: 'unread',
  aliases: [],
  type: 'reference',
  version: '0.0.0',
  status: 'draft',
  language: 'en',
  jurisdiction: [],
  publisher: 'unread',
  effectivePeriod: { start: '', end: null },
  approvalDate: 'unread',
  reviewBy: 'unread',
  authors: [],
  reviewers: [{ name: 'unread', role: 'unread', date: '' }],
  audience: [],
  setting: [],
  sources: [],
  changes: [],
  retired: [],
};

/** Keeps what can be read of data the schema refused. `lost` holds the paths that were already given up before the schema saw them. */
export function toReadable(data: unknown, lost: readonly string[]): Readable {
  const document = isRecord(data) ? data : {};
  const unread = new Set<string>();
  let isNameless = lost.includes('sections');
  const header: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(ProtocolDocument.shape)) {
    if (name === 'sections') continue;
    const read = schema.safeParse(document[name]);
    header[name] = read.success ? read.data : SILENT[name as keyof typeof SILENT];
  }
  const lostBlocks = new Set(lost.map((path) => path.split('.').slice(0, 4).join('.')));
  const sections = listRecords(document['sections']).map((section, s) => {
    if (!isNamed(section)) isNameless = true;
    const blocks = listRecords(section['blocks']).map((raw, b) => {
      const read = Block.safeParse(raw);
      const id = isNamed(raw) ? raw.id : '';
      if (read.success && !lostBlocks.has(`sections.${s}.blocks.${b}`)) return read.data;
      if (id === '') isNameless = true;
      unread.add(id);
      return { ...raw, id };
    });
    return { ...section, id: isNamed(section) ? section.id : '', blocks };
  });
  return {
    protocol: { ...header, sections } as unknown as Protocol, // what the type promises and this lacks is told by `unread`
    unread,
    isNameless,
    hasSources: ProtocolDocument.shape.sources.safeParse(document['sources']).success,
  };
}

function listRecords(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map((item: unknown) => (isRecord(item) ? item : {})) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNamed(record: Record<string, unknown>): record is Record<string, unknown> & { id: string } {
  return Slug.safeParse(record['id']).success;
}
