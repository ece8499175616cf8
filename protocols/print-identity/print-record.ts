import type { Language, Paper, SheetKind } from '../contract/calls';
import type { ProtocolKey } from '../schema/protocol';
import { type Result, fail, ok } from '../schema/result';
import { toPrintCode } from './print-code';

/** Something the clinic added that stands on the sheet: a note, or a value set by the clinic; in the state that was printed. */
export interface PrintedLocal {
  readonly kind: 'note' | 'clinic-value';
  readonly id: string;
  readonly revision: string;
}

/** What a sheet is: everything its code is made of. */
export interface PrintIdentity {
  readonly sheet: SheetKind;
  readonly key: ProtocolKey;
  /** SHA-256 in hex over the canonical form of the edition. */
  readonly contentHash: string;
  /** In any order; the identity sorts them. */
  readonly local: readonly PrintedLocal[];
  readonly paper: Paper;
  readonly language: Language;
  /** Instant with its zone. */
  readonly printedAt: string;
  /** Random, so that two sheets of the same moment are told apart. */
  readonly nonce: string;
}

/** One line of the print log. Nothing on it says for whom a sheet was printed, nor what was typed on it. */
export interface PrintRecord extends PrintIdentity {
  readonly code: string;
  readonly pages: number;
  readonly target: 'pdf' | 'paper';
}

/** Reads what the journal kept; the error names the part this program cannot read, or that is not what its code says. */
export function parsePrintRecord(body: unknown): Result<PrintRecord, string> {
  const fields = toFields(body);
  const missing = ['sheet', 'contentHash', 'paper', 'language', 'printedAt', 'nonce', 'code', 'target'].find(
    (name) => !isWords(fields[name]),
  );
  if (missing !== undefined) return fail(missing);
  const { key, local, pages } = fields;
  if (!isWords(toFields(key)['id']) || !isWords(toFields(key)['version'])) return fail('key');
  if (!Array.isArray(local) || !local.every(isLocal)) return fail('local');
  if (!Number.isSafeInteger(pages)) return fail('pages');
  const record = fields as unknown as PrintRecord; // every part of it was just looked at
  return toSheetCode(record) === record.code ? ok(record) : fail('code');
}

function isLocal(value: unknown): boolean {
  const { kind, id, revision } = toFields(value);
  return (kind === 'note' || kind === 'clinic-value') && isWords(id) && isWords(revision);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function toFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The code printed on every page of a sheet. */
export function toSheetCode({
  sheet,
  key,
  contentHash,
  local,
  paper,
  language,
  printedAt,
  nonce,
}: PrintIdentity): string {
  const { id, version } = key;
  return toPrintCode({
    sheet,
    key: { id, version },
    contentHash,
    local: toSorted(local),
    paper,
    language,
    printedAt,
    nonce,
  });
}

/** What the clinic added, in an order that does not depend on who lists it. */
export function toSorted(local: readonly PrintedLocal[]): PrintedLocal[] {
  return local
    .map(({ kind, id, revision }) => ({ kind, id, revision }))
    .toSorted((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));
}
