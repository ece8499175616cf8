import type { NoteTarget, TextQuoteSelector } from '../notes/note';
import type { Block } from '../schema/blocks';
import type { Protocol, Section } from '../schema/protocol';
import { toPlainText } from '../text/plain-text';
import { toBlockHash } from './block-hash';
import { findWhole, toSelector, toSingleSpaced } from './find-quote';

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
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= section.depth) path.pop();
    path.push(section);
    if (section.id === sectionId) return path.map(({ title }) => title).join(' › ');
  }
  return '';
}

/** The text that quotes are looked for in. */
export function toQuotedText(protocol: Protocol, block: Block): string {
  return toSingleSpaced(toPlainText(protocol, block));
}

/**
 * What a note on a block, or on words of it, speaks of. `shown` are the words as selected on the screen. Where the plain
 * text of the block holds them once, they are anchored there; else (a table, another language) they are kept as seen and
 * the block's hash alone says whether the note still fits. Undefined when the protocol has no such block.
 */
export function toNoteTarget(protocol: Protocol, blockId: string, shown?: TextQuoteSelector): NoteTarget | undefined {
  const place = findBlock(protocol, blockId);
  if (place === undefined) return undefined;
  const { section, block } = place;
  const blockText = toQuotedText(protocol, block);
  return {
    protocolId: protocol.id,
    version: protocol.version,
    sectionId: section.id,
    blockId,
    blockHash: toBlockHash(protocol, block),
    blockText,
    heading: toHeading(protocol, section.id),
    ...(shown === undefined ? {} : toQuote(blockText, shown)),
  };
}

function toQuote(text: string, shown: TextQuoteSelector): Pick<NoteTarget, 'selector' | 'quotedFrom'> {
  const places = findWhole(text, shown.exact);
  const start = places[0];
  if (start !== undefined && places.length === 1) {
    return { selector: toSelector(text, start, start + shown.exact.length), quotedFrom: 'text' };
  }
  // Said several times: which one was meant is not guessed.
  return { selector: shown, quotedFrom: 'screen' };
}
