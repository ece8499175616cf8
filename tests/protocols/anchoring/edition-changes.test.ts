import { expect, test } from 'vitest';
import { type Placement, placeNote } from '../../../protocols/anchoring/place-note';
import { compile, shipped } from '../../documents/shipped-documents';
import { CLINICAL, type Edition, HARMLESS, toRandom } from './edition-changes';
import { type WrittenNote, writeNotes } from './library-notes';

// 150 of each kind are 2,100 editions; `HANDRAIL_EDITIONS=2000` makes a long run of it.
const EACH = Number.parseInt(process.env['HANDRAIL_EDITIONS'] ?? '150', 10);
const BYSTANDERS = 6;

const library = shipped.map(compile).map((protocol) => ({ protocol, notes: writeNotes(protocol) }));

interface Figures {
  editions: number;
  readonly concerned: Record<Placement, number>;
  readonly others: Record<Placement, number>;
}

/** Makes editions of one kind and places the notes each is about, and some it is not about. */
function run(kind: string, edit: (typeof CLINICAL)[string], seed: number): { figures: Figures; wrong: string[] } {
  const figures: Figures = {
    editions: 0,
    concerned: { placed: 0, changed: 0, orphan: 0 },
    others: { placed: 0, changed: 0, orphan: 0 },
  };
  const wrong: string[] = [];
  const random = toRandom(seed);
  for (let tries = 0; figures.editions < EACH && tries < 20 * EACH; tries += 1) {
    const entry = library[random(library.length)];
    const edition: Edition | undefined = entry && edit(entry.protocol, random);
    if (entry === undefined || edition === undefined) continue;
    const concerned = entry.notes.filter(edition.concerns);
    if (concerned.length === 0) continue;
    figures.editions += 1;
    const some = (notes: readonly WrittenNote[], count: number): readonly WrittenNote[] =>
      notes.length <= count ? notes : Array.from({ length: count }, () => notes[random(notes.length)] as WrittenNote);
    for (const note of some(concerned, BYSTANDERS)) {
      const placement = placeNote(note.target, edition.protocol);
      figures.concerned[placement] += 1;
      if (placement === 'placed')
        wrong.push(
          `${kind}: ${note.target.protocolId}#${note.target.blockId}${note.row} ${note.target.selector?.exact ?? ''}`,
        );
    }
    for (const note of some(
      entry.notes.filter((other) => !edition.concerns(other)),
      2,
    )) {
      figures.others[placeNote(note.target, edition.protocol)] += 1;
    }
  }
  return { figures, wrong };
}

test('never leaves a note in its place over a changed number, unit, route, comparison, negation, interval, row or heading', async ({
  annotate,
}) => {
  const wrong: string[] = [];
  for (const [index, [kind, edit]] of Object.entries(CLINICAL).entries()) {
    const { figures, wrong: found } = run(kind, edit, 1000 + index);
    await annotate(`${kind}: ${JSON.stringify(figures)}`);
    expect([kind, figures.editions]).toEqual([kind, EACH]);
    wrong.push(...found);
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('leaves at least 95 of 100 notes in their place over a harmless change', async ({ annotate }) => {
  for (const [index, [kind, edit]] of Object.entries(HARMLESS).entries()) {
    const { figures } = run(kind, edit, 2000 + index);
    const { placed, changed, orphan } = figures.concerned;
    const share = placed / (placed + changed + orphan);
    await annotate(`${kind}: ${JSON.stringify(figures)}, ${share.toFixed(3)} placed`);
    expect({ kind, isEnough: share >= 0.95 }).toEqual({ kind, isEnough: true });
  }
}, 300_000);
