import type { ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { type StandingNote, needsReview } from '../../../protocols/anchoring/place-notes';
import type { Section } from '../../../protocols/schema/protocol';
import type { SheetPart } from '../page/sheet-part';
import type { LeftOut, Setting, SheetNotes, SheetPlan, SheetSources } from '../page/sheet-plan';
import { toBlockPart } from './block-part';
import { toChangePart } from './change-part';
import { Contents, toHeadingId } from './contents';
import { toNotePart } from './note-part';

// A short protocol is found through without a list.
const MOST_PAGES_WITHOUT_CONTENTS = 4;

/** The whole protocol with the clinic's notes in force under their blocks, and what changed since the edition before. */
export function planProtocol(setting: Setting, { notes, changes }: Pick<SheetSources, 'notes' | 'changes'>): SheetPlan {
  const { protocol } = setting;
  const inForce = notes.state === 'read' ? notes.notes.filter(({ note }) => note.status === 'active') : [];
  const parts: SheetPart[] = [
    { id: 'about', node: <About notes={notes} placed={countPlaced(inForce)} {...setting} /> },
    ...protocol.sections.flatMap((section) => listSectionParts(section, inForce, setting)),
    ...listUnplaced(inForce, setting),
    ...(changes === undefined ? [] : [toChangePart(changes, setting)]),
    toSourcesPart(setting),
  ];
  const contents: SheetPart = { id: 'contents', node: <Contents {...setting} /> };
  return {
    orientation: 'portrait',
    first: null,
    later: null,
    attempts: [{ parts, mostPages: MOST_PAGES_WITHOUT_CONTENTS }, { parts: [contents, ...parts] }],
    leftOut: listLeftOut(notes),
  };
}

function listSectionParts(section: Section, notes: readonly StandingNote[], setting: Setting): SheetPart[] {
  const { protocol, numbers } = setting;
  return [
    {
      id: toHeadingId(section),
      keep: true,
      className: 'sectionHead',
      node: (
        <h2 data-section-id={section.id} data-depth={section.depth}>
          <span className="blockNumber">{numbers.get(section.id)}</span>{' '}
          <span lang={protocol.language}>{section.title}</span>
        </h2>
      ),
    },
    ...section.blocks.flatMap((block) => [
      toBlockPart(block, setting),
      ...notes
        .filter(({ note, placement }) => placement === 'placed' && note.target.blockId === block.id)
        .map((note) => toNotePart(note, setting)),
    ]),
  ];
}

/** Notes whose passage changed or is gone: never moved by guess, never dropped. */
function listUnplaced(notes: readonly StandingNote[], setting: Setting): SheetPart[] {
  const unplaced = notes.filter(needsReview);
  if (unplaced.length === 0) return [];
  const heading: SheetPart = {
    id: 'unplaced',
    keep: true,
    className: 'sectionHead',
    node: (
      <h2>
        <FormattedMessage id="print.unplaced" />
      </h2>
    ),
  };
  return [heading, ...unplaced.map((note) => toNotePart(note, setting))];
}

function toSourcesPart({ protocol }: Setting): SheetPart {
  return {
    id: 'sources',
    className: 'rows sources',
    columns: ['key', 'citation'],
    head: () => (
      <tr className="blockHead">
        <th colSpan={2} scope="colgroup">
          <FormattedMessage id="reader.sources" />
        </th>
      </tr>
    ),
    rows: protocol.sources.map(({ id, citation, url }) => (
      <tr key={id}>
        <th scope="row">{id}</th>
        <td lang={protocol.language}>
          {citation} {url !== undefined && <span className="address">{url}</span>}
        </td>
      </tr>
    )),
  };
}

/** Who wrote and signed the edition, and how many notes stand in it. */
function About({ protocol, notes, placed }: Setting & { notes: SheetNotes; placed: number }): ReactElement {
  const { authors, reviewers } = protocol;
  return (
    <div className="about">
      <p lang={protocol.language}>{authors.map(({ name, role }) => `${name}, ${role}`).join('; ')}</p>
      <p>
        {reviewers.length === 0 ? (
          <FormattedMessage id="reader.currency.unreviewed" />
        ) : (
          <FormattedMessage
            id="reader.currency.reviewed"
            values={{ names: reviewers.map(({ name }) => name).join(', ') }}
          />
        )}{' '}
        {notes.state === 'unread' ? (
          <strong>
            <FormattedMessage id="print.notes.unread" />
          </strong>
        ) : (
          <FormattedMessage id="print.notes.placed" values={{ count: placed }} />
        )}
      </p>
    </div>
  );
}

function countPlaced(notes: readonly StandingNote[]): number {
  return notes.filter(({ placement }) => placement === 'placed').length;
}

function listLeftOut(notes: SheetNotes): LeftOut[] {
  if (notes.state === 'unread') return [{ id: 'print.left.unread', values: {} }];
  const drafts = notes.notes.filter(({ note }) => note.status === 'draft').length;
  const retired = notes.notes.filter(({ note }) => note.status === 'retired').length;
  return [
    ...(drafts === 0 ? [] : [{ id: 'print.left.drafts' as const, values: { count: drafts } }]),
    ...(retired === 0 ? [] : [{ id: 'print.left.retired' as const, values: { count: retired } }]),
  ];
}
