import {
  type ExchangeFailure,
  type ExchangeFormat,
  LONGEST_PART,
  type OpenedNotes,
} from '../../protocols/contract/exchange';
import { toFittingPieces } from '../../protocols/contract/message-size';
import { type ImportPlan, planImport } from '../../protocols/exchange/plan-import';
import { type NoteWithHistory, toAnnotationPage } from '../../protocols/exchange/to-annotations';
import { toCsv } from '../../protocols/exchange/to-csv';
import { toInstant } from '../../protocols/notes/instant';
import type { Note } from '../../protocols/notes/note';
import type { Protocol } from '../../protocols/schema/protocol';
import { type Result, fail, ok } from '../../protocols/schema/result';
import { findPresentEdition } from '../../protocols/text/editions';
import { bridge } from '../bridge/bridge';
import type { SaveFailure } from '../store/failures';
import type { Store } from '../store/store';
import { listNotes } from './listed-notes';

const NOTES_AT_ONCE = 500;
const REVISIONS_AT_ONCE = 100;

/** Everything an export or import needs of the page. */
export interface ExchangeContext {
  readonly store: Store;
  readonly protocols: readonly Protocol[];
  readonly today: string;
}

/** Asks where to, then writes every note there. Retired ones go along: nothing the clinic wrote is left behind. */
export async function exportNotes(
  format: ExchangeFormat,
  { store, protocols, today }: ExchangeContext,
): Promise<Result<{ readonly file: string; readonly count: number }, ExchangeFailure>> {
  const begun = await bridge['exchange:begin'](format);
  if (!begun.ok) return begun;
  const { ticket } = begun.value;
  const notes = await store.listNotes();
  const send = async (text: string): Promise<Result<undefined, ExchangeFailure>> => {
    for (const part of cutText(text, LONGEST_PART)) {
      const sent = await bridge['exchange:write'](ticket, part);
      if (!sent.ok) return sent;
    }
    return ok(undefined);
  };
  const texts = format === 'table' ? toCsv(listNotes(notes, protocols, today)) : writeAnnotations(store, notes);
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < LONGEST_PART) continue;
    const sent = await send(waiting);
    if (!sent.ok) return sent;
    waiting = '';
  }
  const sent = await send(waiting);
  if (!sent.ok) return sent;
  const finished = await bridge['exchange:finish'](ticket);
  return finished.ok ? ok({ file: finished.value.file, count: notes.length }) : finished;
}

/** A page of annotations whose histories are read some hundreds of notes at a time. */
async function* writeAnnotations(store: Store, notes: readonly Note[]): AsyncGenerator<string> {
  const histories: NoteWithHistory[] = [];
  for (let from = 0; from < notes.length; from += NOTES_AT_ONCE) {
    const some = notes.slice(from, from + NOTES_AT_ONCE);
    const revisions = await store.listRevisionsOf(some.map(({ id }) => id));
    histories.push(...some.map((note) => ({ note, revisions: revisions.get(note.id) ?? [] })));
  }
  yield* toAnnotationPage(histories);
}

/** A text in pieces that cut no character in two. */
export function* cutText(text: string, longest: number): Generator<string> {
  let from = 0;
  while (from < text.length) {
    let to = Math.min(text.length, from + longest);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to -= 1;
    yield text.slice(from, to);
    from = to;
  }
}

export interface ImportPreview {
  readonly opened: OpenedNotes;
  readonly plan: ImportPlan;
}

/** Asks for a file and says what taking it in would do. Nothing is done yet. */
export async function previewImport({
  store,
  protocols,
  today,
}: ExchangeContext): Promise<Result<ImportPreview, ExchangeFailure>> {
  const opened = await bridge['exchange:open']();
  if (!opened.ok) return opened;
  const ids = await store.listIds();
  const plan = planImport(opened.value.notes, {
    findProtocol: (id) => findPresentEdition(protocols, id, today),
    protocolIds: [...new Set(protocols.map(({ id }) => id))],
    revisions: ids.revisions,
    noteIds: ids.notes,
    now: toInstant(new Date()),
  });
  return ok({ opened: opened.value, plan });
}

export type ImportFailure =
  | ExchangeFailure
  | { readonly kind: 'not-shown'; readonly failure: SaveFailure }
  /** The notes of this computer could not be read. */
  | { readonly kind: 'unread'; readonly message: string };

/** Takes everything in at once, or nothing. Answers how many states of notes were written. */
export async function takeIn(store: Store, { opened, plan }: ImportPreview): Promise<Result<number, ImportFailure>> {
  const { ticket } = opened;
  for (const piece of toFittingPieces(plan.revisions, REVISIONS_AT_ONCE)) {
    const gathered = await bridge['exchange:gather'](ticket, piece);
    if (!gathered.ok) return gathered;
  }
  const taken = await bridge['exchange:take'](ticket);
  if (!taken.ok) return taken;
  const shown = await store.catchUp();
  return shown.ok ? ok(taken.value.count) : fail({ kind: 'not-shown', failure: shown.error });
}
