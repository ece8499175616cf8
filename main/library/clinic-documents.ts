import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { toCanonicalJson, toContentHash } from '../../protocols/authoring/canonical-json';
import {
  type ClinicDocument,
  type ClinicDocumentRecord,
  listEditionsOf,
  type SavedDocument,
  parseClinicDocument,
  readSavedDocument,
  toClinicDocuments,
} from '../../protocols/clinic-documents/clinic-document';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import type { OpenFailure, ProtocolSummary, WithheldDocument } from '../../protocols/contract/calls';
import { CHAIN_START, type ChainPoint } from '../../protocols/journal/entry';
import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import { type Issue, type Result, fail, ok } from '../../protocols/schema/result';
import { say } from '../../protocols/schema/sentences';
import { findEdition } from '../../protocols/text/editions';
import { replaceFile } from '../files/replace-file';
import { toMessage } from '../files/system-error';
import type { Journal } from '../journal/journal';
import type { Library } from './library';
import { Summary, toSummary } from './manifest';

const FILE = 'clinic-documents.json';

const KeptDocument = z.custom<SavedDocument>((value) => parseClinicDocument(value).ok);
const Kept = z.strictObject({
  format: z.literal('clinic-documents/1'),
  /** How much of the journal is in it, and under which names that was written. */
  through: z.strictObject({ sequence: z.int().min(0), hash: z.string() }),
  writers: z.array(z.string()),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      approved: z.array(KeptDocument),
      draft: KeptDocument.optional(),
      elsewhere: KeptDocument.optional(),
      retired: KeptDocument.optional(),
    }),
  ),
  listed: z.array(Summary),
  withheld: z.array(z.strictObject({ file: z.string(), issues: z.array(z.custom<Issue>(isIssue)) })),
});

/** What the records of the journal come to, kept in one file so that a start reads neither the journal nor a document. */
interface State {
  readonly through: ChainPoint;
  /** The names this journal was written under up to there. */
  readonly writers: readonly string[];
  readonly documents: readonly ClinicDocument[];
  readonly listed: readonly ProtocolSummary[];
  readonly withheld: readonly WithheldDocument[];
}

const NOTHING: State = { through: CHAIN_START, writers: [], documents: [], listed: [], withheld: [] };

export interface ClinicDocumentsOptions {
  /** Where the list is kept. */
  readonly folder: string;
  readonly writable: boolean;
  readonly journal: Pick<Journal, 'state' | 'read'>;
  /** All other documents: a procedure of the clinic never takes the place of one. */
  readonly others: Promise<Pick<Library, 'listing'>>;
  readonly onChanged: () => unknown;
  /** Hears what went wrong where nobody waits for an answer. */
  readonly onTrouble: (reason: string) => void;
}

/** The procedures a clinic wrote, as far as a reader may open them. The journal is the record; this is made from it. */
export class ClinicDocuments {
  readonly #options: ClinicDocumentsOptions;
  readonly #file: string;
  readonly #opened = new Map<string, Protocol>();
  #state: State = NOTHING;
  #turn: Promise<void>;
  /** Done once what was kept is known. */
  readonly ready: Promise<void>;

  constructor(options: ClinicDocumentsOptions) {
    this.#options = options;
    this.#file = join(options.folder, FILE);
    this.ready = this.#readKept();
    this.#turn = this.ready;
  }

  get listed(): readonly ProtocolSummary[] {
    return this.#state.listed;
  }

  get withheld(): readonly WithheldDocument[] {
    return this.#state.withheld;
  }

  /** The edition, compiled from its text once it is wanted; withheld when it is not what was listed. */
  async open(key: ProtocolKey): Promise<Result<Protocol, OpenFailure>> {
    await this.ready;
    const summary = findEdition(this.#state.listed, key.id, key.version);
    const document = this.#state.documents.find(({ id }) => id === key.id);
    const record = document && listEditionsOf(document).find(({ version }) => version === key.version);
    if (summary === undefined || record === undefined) {
      const withheld = this.#state.withheld.find(({ file }) => file === toFile(key));
      return fail(withheld === undefined ? { kind: 'not-found', key } : { kind: 'withheld', document: withheld });
    }
    const known = this.#opened.get(summary.contentHash);
    if (known !== undefined) return ok(known);
    const compiled = await compile(record);
    if (compiled.ok && toContentHash(compiled.value) === summary.contentHash) {
      this.#opened.set(summary.contentHash, compiled.value);
      return compiled;
    }
    const issues = compiled.ok ? [{ path: '', ...say('own-altered') }] : compiled.error;
    return fail({ kind: 'withheld', document: { file: toFile(key), issues } });
  }

  /** Takes in what the journal has and this has not. Never throws. */
  catchUp(): Promise<void> {
    this.#turn = this.#takeInAfter(this.#turn);
    return this.#turn;
  }

  async #takeInAfter(before: Promise<void>): Promise<void> {
    await before;
    try {
      await this.#takeIn();
    } catch (error) {
      this.#options.onTrouble(toMessage(error));
    }
  }

  async #takeIn(): Promise<void> {
    const { journal, onChanged } = this.#options;
    const end = await journal.state();
    if (!('sequence' in end)) return;
    const before = isPast(this.#state.through, end) ? NOTHING : this.#state;
    if (before.through.sequence === end.sequence) return;
    const read = await readRecords(journal, before);
    // The journal was mended or put together anew: what was made of it before counts no more.
    const anew = read ?? (await readRecords(journal, NOTHING)) ?? { records: [], through: end, writers: [] };
    const { records, ...standing } = anew;
    const from = read === undefined ? NOTHING : before;
    if (records.length === 0 && from === this.#state) {
      this.#state = { ...from, ...standing };
      return;
    }
    const documents = toClinicDocuments(records, from.documents);
    this.#state = { ...standing, documents, ...(await this.#list(documents)) };
    await this.#keep();
    onChanged();
  }

  async #list(documents: readonly ClinicDocument[]): Promise<Pick<State, 'listed' | 'withheld'>> {
    const { listing } = await this.#options.others;
    const taken = new Set(listing.protocols.map(({ id }) => id));
    const listed: ProtocolSummary[] = [];
    const withheld: WithheldDocument[] = [];
    for (const record of documents.flatMap(listEditionsOf)) {
      const compiled = taken.has(record.id) ? fail(TAKEN) : await compile(record);
      if (compiled.ok) {
        const contentHash = toContentHash(compiled.value);
        listed.push(toSummary({ file: toFile(record), protocol: compiled.value, contentHash }));
      } else if (record.state !== 'draft') withheld.push({ file: toFile(record), issues: compiled.error });
      // A draft with problems is unfinished, not damaged: whoever writes it sees them there.
    }
    return { listed, withheld };
  }

  async #readKept(): Promise<void> {
    try {
      const kept = Kept.parse(JSON.parse(await readFile(this.#file, 'utf8')));
      const documents = kept.documents.map(({ id, approved, draft, elsewhere, retired }) => ({
        id,
        approved,
        draft,
        elsewhere,
        retired,
      }));
      this.#state = { ...kept, documents };
    } catch {
      // Not there yet, or unreadable: it is made again from the journal, once the start is over.
    }
  }

  async #keep(): Promise<void> {
    if (!this.#options.writable) return;
    const { through, writers, documents, listed, withheld } = this.#state;
    const kept = { format: 'clinic-documents/1', through, writers, documents, listed, withheld };
    const written = await replaceFile(this.#file, [toCanonicalJson(kept)]);
    if (!written.ok) this.#options.onTrouble(written.error.message);
  }
}

const TAKEN: Issue[] = [{ path: 'id', ...say('own-id-shadowed') }];

/** The library with the clinic's own procedures among it. */
export async function withClinicDocuments(shipped: Promise<Library>, own: ClinicDocuments): Promise<Library> {
  const [library] = await Promise.all([shipped, own.ready]);
  return {
    ...library,
    get listing() {
      const { protocols, withheld, ...listing } = library.listing;
      return { ...listing, protocols: [...protocols, ...own.listed], withheld: [...withheld, ...own.withheld] };
    },
    open: (key) => (isOwnId(key.id) ? own.open(key) : library.open(key)),
    async find(id, version) {
      if (!isOwnId(id)) return library.find(id, version);
      const summary = findEdition(own.listed, id, version);
      const opened = summary && (await own.open(summary));
      return opened?.ok === true ? opened.value : undefined;
    },
  };
}

async function compile({ id, version, state, text }: ClinicDocumentRecord): Promise<Result<Protocol, Issue[]>> {
  // The compiler and its Markdown parser load only where authored text is read.
  const { compileProtocol } = await import('../../protocols/authoring/compile-protocol');
  const compiled = compileProtocol(text);
  if (!compiled.ok) return compiled;
  const { value } = compiled;
  const status = state === 'draft' ? 'draft' : 'active';
  // What was approved or saved under one name must not be shown under another.
  const isSaid = value.id === id && value.version === version && value.status === status;
  // Its text stays as it was released; that it was taken out of use is said of it here.
  if (isSaid && state === 'retired') return ok({ ...value, status: 'retired' });
  return isSaid ? compiled : fail([{ path: 'id', ...say('own-not-as-saved', { id, version, status }) }]);
}

/** The records after a point and the point they end at; undefined when they do not follow it. */
async function readRecords(
  journal: Pick<Journal, 'read'>,
  after: Pick<State, 'through' | 'writers'>,
): Promise<({ readonly records: readonly SavedDocument[] } & Pick<State, 'through' | 'writers'>) | undefined> {
  const records: SavedDocument[] = [];
  const here = new Set(after.writers);
  let { through } = after;
  for (;;) {
    const page = await journal.read(through.sequence);
    if (!page.ok) throw new Error(`the journal could not be read: ${page.error.kind}`);
    const [first] = page.value;
    const last = page.value.at(-1);
    if (first === undefined || last === undefined) return { records, through, writers: [...here] };
    if (first.previous !== through.hash) return undefined;
    for (const entry of page.value) {
      here.add(entry.writer);
      const parsed = entry.kind === 'clinic-document' ? readSavedDocument(entry, here) : undefined;
      if (parsed?.ok === true) records.push(parsed.value);
    }
    through = { sequence: last.sequence, hash: last.hash };
  }
}

/** Whether a point lies beyond the end of a chain, or at its end and is another. */
function isPast(point: ChainPoint, end: ChainPoint): boolean {
  return point.sequence > end.sequence || (point.sequence === end.sequence && point.hash !== end.hash);
}

function toFile({ id, version }: ProtocolKey): string {
  return `${id}/${version}.md`;
}

function isIssue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value;
}
