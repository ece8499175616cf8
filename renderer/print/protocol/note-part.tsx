import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import type { StandingNote } from '../../../protocols/anchoring/place-notes';
import { toInstantDay } from '../../../protocols/notes/instant';
import { toVisibleText } from '../../../protocols/notes/visible-text';
import { NoteText } from '../../notes/note-text';
import type { SheetPart } from '../page/sheet-part';
import type { Setting } from '../page/sheet-plan';

// A paragraph of more than this many characters may go on over a page. It is cut behind a line or a sentence, else between
// words, and never between a number and its unit: the piece may end a page.
const LONGEST_PIECE = 1200;
const BREAKS = [/\n/g, /(?<=[.;:!?]) /g, /(?<!\d) /g];

/** A clinic note as a box of its own: a tinted bar with its number, author and date, then its words. */
export function toNotePart({ note, number, placement }: StandingNote, { language }: Setting): SheetPart {
  const author = toVisibleText(note.author);
  return {
    id: `note-${note.id}`,
    className: 'note',
    columns: ['note'],
    head: (continued) => (
      <tr className="noteHead">
        <th scope="col" data-note-id={note.id} data-anchor={placement}>
          <FormattedMessage
            id="print.note.head"
            values={{ number, author, date: toInstantDay(note.modified, language) }}
          />
          {note.kind !== undefined && note.kind !== 'note' && (
            <>
              {' · '}
              <FormattedMessage id={`print.note.kind.${note.kind}`} />
            </>
          )}
          {note.approvedBy !== undefined && (
            <>
              {' · '}
              <FormattedMessage id="print.note.approved" values={{ name: toVisibleText(note.approvedBy) }} />
            </>
          )}
          {continued && (
            <>
              {' '}
              (<FormattedMessage id="print.continued" />)
            </>
          )}
        </th>
      </tr>
    ),
    rows: [
      ...(note.target.selector === undefined
        ? []
        : [
            <NoteRow key="quote">
              <span className="noteQuote">“{toVisibleText(note.target.selector.exact)}”</span>
            </NoteRow>,
          ]),
      ...toPieces(note.body).map((piece, index) => (
        <NoteRow key={`piece-${index + 1}`}>
          <NoteText body={piece} />
        </NoteRow>
      )),
      ...(note.rivals.length === 0
        ? []
        : [
            <NoteRow key="rivals">
              <strong>
                <FormattedMessage id="print.note.rivals" values={{ count: note.rivals.length }} />
              </strong>
            </NoteRow>,
          ]),
      ...(placement === 'placed'
        ? []
        : [
            <NoteRow key="place">
              <span className="quiet">
                <FormattedMessage
                  id={`print.note.${placement}`}
                  values={{ version: note.target.version, heading: note.target.heading }}
                />{' '}
                “{toVisibleText(note.target.blockText.slice(0, 400))}”
              </span>
            </NoteRow>,
          ]),
    ],
  };
}

function NoteRow({ children }: { children: ReactElement }): ReactElement {
  return (
    <tr>
      <td>{children}</td>
    </tr>
  );
}

/** The paragraphs of a note; one far too long for a page in pieces. */
function toPieces(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => cut(paragraph));
}

function cut(paragraph: string): string[] {
  if (paragraph.length <= LONGEST_PIECE) return [paragraph];
  const head = paragraph.slice(0, LONGEST_PIECE + 1);
  const places = BREAKS.map((pattern) => [...head.matchAll(pattern)].at(-1)?.index ?? 0);
  const at = places.find((place) => place > LONGEST_PIECE / 2) ?? LONGEST_PIECE;
  return [paragraph.slice(0, at), ...cut(paragraph.slice(at).trimStart())];
}
