import type { NoteTarget, TextQuoteSelector } from '../notes/note';
import type { Block } from '../schema/blocks';
import type { Protocol, Section } from '../schema/protocol';
import { toBlockHash } from './block-hash';
import { findWhole, toSelector } from './find-quote';
import { type BlockWords, countQuote, toBlockWords } from './passages';

export interface BlockPlace {
  readonly section: Section;
  readonly block: Block;
}

export function findBlock(protocol: Protocol, blockId: string): BlockPlace | undefined {
  for (const section of protocol.sections) {
    const block = section.blocks.find((candidate) => candidate.id === blockId);
    if (block !== undefined) return { section, block };
  }
  return undefined;
}

/** The titles a section stands under, outermost first: `Dose › What was found`. */
export function toHeading(protocol: Protocol, sectionId: string): string {
  const path: Section[] = [];
  for (const section of protocol.sections) {
    while ((path.at(-1)?.depth ?? 0) >= section.depth) path.pop();
    path.push(section);
    if (section.id === sectionId) return path.map(({ title }) => title).join(' › ');
  }
  return '';
}

/** The routes a block speaks of: a dose's own, else those of the doses that stand with it in its section. */
export function toRoute({ section, block }: BlockPlace): string {
  const blocks = block.type === 'dose' ? [block] : section.blocks;
  const routes = blocks.flatMap((each) => (each.type === 'dose' ? [each.route] : []));
  return [...new Set(routes)].toSorted().join(', ');
}

/**
 * What a note on a block, or on words of it, speaks of. `shown` are the words as selected on the screen. Where the plain
 * text of the block holds them once, they are anchored there; else (a table, another language) they are kept as seen and
 * the whole block decides whether the note still fits. Undefined when the protocol has no such block.
 */
export function toNoteTarget(protocol: Protocol, blockId: string, shown?: TextQuoteSelector): NoteTarget | undefined {
  const place = findBlock(protocol, blockId);
  if (place === undefined) return undefined;
  const { section, block } = place;
  const words = toBlockWords(protocol, block);
  const start = shown === undefined ? undefined : findOnce(words, shown.exact);
  return {
    protocolId: protocol.id,
    version: protocol.version,
    sectionId: section.id,
    blockId,
    blockHash: toBlockHash(protocol, block),
    blockText: words.text,
    heading: toHeading(protocol, section.id),
    title: protocol.title,
    route: toRoute(place),
    ...(shown === undefined || start === undefined
      ? { sentences: words.whole }
      : { sentences: listTouched(words, start, start + shown.exact.length) }),
    ...(shown !== undefined && toQuote(words, shown, start)),
  };
}

/**
 * Where a person put a note in another edition: on a block, and on the quoted words if they stand there once. Words that do
 * not are let go: a note must not go on quoting what the protocol says no more.
 */
export function toReviewedTarget(
  protocol: Protocol,
  { selector }: NoteTarget,
  blockId: string,
): NoteTarget | undefined {
  const quoted = toNoteTarget(protocol, blockId, selector);
  return quoted?.quotedFrom === 'screen' ? toNoteTarget(protocol, blockId) : quoted;
}

/** Where words stand in a block, when they do so exactly once. Which of several was meant is not guessed. */
export function findOnce(words: BlockWords, exact: string): number | undefined {
  const [start, ...others] = findWhole(words.text, exact);
  return others.length === 0 && countQuote(words, exact) === 1 ? start : undefined;
}

function toQuote(
  { text }: BlockWords,
  shown: TextQuoteSelector,
  start: number | undefined,
): Pick<NoteTarget, 'selector' | 'quotedFrom'> {
  if (start === undefined) return { selector: shown, quotedFrom: 'screen' };
  return { selector: toSelector(text, start, start + shown.exact.length), quotedFrom: 'text' };
}

function listTouched({ passages }: BlockWords, start: number, end: number): readonly string[] {
  return passages
    .filter((passage) => passage.start < end && passage.start + passage.text.length > start)
    .map(({ hash }) => hash);
}
