import { toContentHash } from '../authoring/canonical-json';
import type { Block } from '../schema/blocks';
import type { Protocol } from '../schema/protocol';
import { toPlainWords, toResolvedProse } from '../text/plain-text';
import { findReferencedBlock } from './block-hash';
import { toSingleSpaced } from './find-quote';
import { countRun, toMeaning, toMeant } from './meaning';
import { listSentences } from './sentences';

/**
 * The least of a block that a note can speak of: a sentence of prose, or a row of a block with fields. Its hash covers what
 * it says and all it stands under inside the block, in numbers, units, marks and words; spacing, case and punctuation
 * outside numbers are not in it, nor are sources, codes and ids.
 */
export interface Passage {
  readonly text: string;
  readonly hash: string;
}

/** A block as notes see it: its words on one line, and where in them each passage begins. */
export interface BlockWords {
  readonly text: string;
  readonly pieces: readonly string[];
  /** What a note on the whole block is held to. In prose, however it is cut into sentences; else every row, in no order unless it matters. */
  readonly whole: readonly string[];
  readonly passages: readonly (Passage & { readonly start: number })[];
}

const counted = new WeakMap<BlockWords, Map<string, number>>();

/** How often quoted words stand in a block, in spite of spacing, case and punctuation. */
export function countQuote(words: BlockWords, exact: string): number {
  const counts = counted.get(words) ?? new Map<string, number>();
  counted.set(words, counts);
  const count = counts.get(exact) ?? countRun(words.pieces, toMeaning(exact));
  counts.set(exact, count);
  return count;
}

const known = new WeakMap<Protocol, Map<Block, BlockWords>>();

/** Read once for each edition: a hundred thousand notes ask for the same few blocks. */
export function toBlockWords(protocol: Protocol, block: Block): BlockWords {
  const ofProtocol = known.get(protocol) ?? new Map<Block, BlockWords>();
  known.set(protocol, ofProtocol);
  const words = ofProtocol.get(block) ?? readWords(protocol, block);
  ofProtocol.set(block, words);
  return words;
}

/** Blocks whose rows follow from one another: in another order they may say something else. */
const IN_ORDER = new Set<Block['type']>(['checklist', 'adverse-response']);

function readWords(protocol: Protocol, block: Block): BlockWords {
  const isProse = block.type === 'narrative';
  const listed = isProse ? listProse(protocol, block) : listRows(protocol, block, []);
  let text = '';
  const passages = listed.map((passage) => {
    if (text !== '' && passage.text !== '') text += isProse ? ' ' : ' · ';
    const start = text.length;
    text += passage.text;
    return { ...passage, start };
  });
  const pieces = toMeaning(text);
  const hashes = listed.map(({ hash }) => hash);
  if (isProse) return { text, pieces, passages, whole: [toContentHash([toAbout(protocol, block), pieces])] };
  return { text, pieces, passages, whole: IN_ORDER.has(block.type) ? hashes : hashes.toSorted() };
}

type Narrative = Block & { type: 'narrative' };

function listProse(protocol: Protocol, block: Narrative): Passage[] {
  const about = toAbout(protocol, block);
  return listSentences(toProse(protocol, block)).map(({ text, under }) => ({
    text,
    hash: toContentHash([about, under.map(toMeant), toMeant(text)]),
  }));
}

function toProse(protocol: Protocol, { md }: Narrative): string {
  return toResolvedProse(protocol, md, 'en', 'the clinic sets this');
}

/** What stands behind all of a piece of prose, and the line above it where it is a list or table ("Do not give in:"). */
function toAbout(protocol: Protocol, block: Narrative): unknown {
  const { md, ...about } = block;
  const before = /^\s*([-*+|]|\d+[.)]\s)/.test(md) ? findBefore(protocol, block) : undefined;
  const above = before?.type === 'narrative' ? listSentences(toProse(protocol, before)).at(-1)?.text : undefined;
  return [toStatement(protocol, about), toMeant(above ?? '')];
}

function findBefore({ sections }: Protocol, block: Block): Block | undefined {
  return sections.flatMap(({ blocks }) => blocks.filter((_, at) => blocks[at + 1] === block))[0];
}

/** A node with fields: what it says of itself, then its rows, each under all that holds it. */
function listRows(protocol: Protocol, node: object, under: readonly unknown[]): Passage[] {
  const fields = Object.entries(node).filter(([name]) => !UNSAID.has(name));
  const own = Object.fromEntries(fields.filter(([, field]) => !isRows(field)));
  const rows = fields.filter(([, field]) => isRows(field));
  const statement = toStatement(protocol, own);
  return [
    // Also where it has no words of its own, such as "continuously": what it says still counts.
    { text: toSingleSpaced(toPlainWords(own)), hash: toContentHash([under, statement]) },
    ...rows.flatMap(([name, list]) =>
      list.flatMap((row: object) => listRows(protocol, row, [...under, statement, name])),
    ),
  ];
}

function isRows(field: unknown): field is object[] {
  return Array.isArray(field) && field.some((item) => typeof item === 'object');
}

/** What no reader acts on. A mark is not among them: how sure a number is belongs to what is said. */
const UNSAID = new Set(['id', 'sources', 'codings', 'derivation', 'url']);

/** All a node says, ready to hash. A dose that a step names is said by the step. */
function toStatement(protocol: Protocol, node: unknown, field = ''): unknown {
  if (typeof node === 'string') {
    const named = field === 'dose' ? findReferencedBlock(protocol, node) : undefined;
    return named === undefined ? toMeant(node) : [node, toStatement(protocol, named)];
  }
  if (Array.isArray(node)) return node.map((item) => toStatement(protocol, item));
  if (typeof node !== 'object' || node === null) return node;
  const said = Object.entries(node).filter(([name]) => !UNSAID.has(name));
  return Object.fromEntries(said.map(([name, item]) => [name, toStatement(protocol, item, name)]));
}
