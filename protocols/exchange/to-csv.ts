import type { StandingNote } from '../anchoring/place-notes';

const COLUMNS = [
  'note id',
  'number',
  'protocol',
  'version',
  'section',
  'heading',
  'block',
  'quoted words',
  'kind',
  'status',
  'place',
  'note',
  'tags',
  'author',
  'put in force by',
  'created',
  'modified',
] as const;

/**
 * The clinic's notes as a table for a spreadsheet (RFC 4180, UTF-8 with its mark), piece by piece. A cell that a spreadsheet
 * would take for a formula begins with an apostrophe, and so does one that begins with an apostrophe: taking the first
 * apostrophe off gives every cell back as it was.
 */
export function* toCsv(notes: Iterable<StandingNote>): Generator<string> {
  yield `\uFEFF${toRow(COLUMNS)}`;
  for (const { note, number, placement } of notes) {
    const { target } = note;
    yield toRow([
      note.id,
      String(number),
      target.protocolId,
      target.version,
      target.sectionId,
      target.heading,
      target.blockId,
      target.selector?.exact ?? '',
      note.kind ?? 'note',
      note.status,
      placement,
      note.body,
      (note.tags ?? []).join(', '),
      note.author,
      note.approvedBy ?? '',
      note.created,
      note.modified,
    ]);
  }
}

// Spaces before the sign do not stop every spreadsheet, and full-width signs count as signs in some.
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/;

function toRow(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
