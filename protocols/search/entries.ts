import type { Block, BlockOf } from '../schema/blocks';
import type { Protocol, Section } from '../schema/protocol';
import { readWords } from './analyser';
import type { HitKind, SearchItem } from './answer';
import { toPieces } from './block-pieces';
import { Lexicon, isCommon } from './lexicon';
import type { EntryRecord, SegmentDose } from './segment';

/** One thing a search can open: a protocol, a section with its prose, a typed block, a note or a setting. */
export interface SearchEntry extends EntryRecord {
  readonly kind: HitKind;
  /** Each name it goes by, as terms: a query that says a whole name means this. */
  readonly names: readonly ReadonlySet<string>[];
  /** Terms that name this entry itself, not only what it belongs to. */
  readonly own: ReadonlySet<string>;
  readonly fields: {
    readonly title: string;
    readonly aliases: readonly string[];
    /** Aliases of the protocol it stands in: they name the protocol, not this part of it. */
    readonly inherited: readonly string[];
    readonly heading: string;
  };
  readonly dose?: SegmentDose;
}

const KINDS: Readonly<Record<Exclude<Block['type'], 'narrative'>, HitKind>> = {
  'adverse-response': 'emergency',
  checklist: 'checklist',
  contraindication: 'contraindication',
  dose: 'dose',
  figures: 'figures',
  glossary: 'glossary',
  interaction: 'interaction',
  monitoring: 'monitoring',
};

/** Everything of one protocol that can be found, in reading order. */
export function toEntries(protocol: Protocol): SearchEntry[] {
  const path: string[] = [];
  const entries = [toProtocolEntry(protocol)];
  for (const section of protocol.sections) {
    path.length = Math.min(path.length, section.depth - 1);
    path.push(section.title);
    entries.push(toSectionEntry(protocol, section, path.join(' · ')));
    for (const block of section.blocks) {
      if (block.type !== 'narrative') entries.push(toBlockEntry(protocol, section, block, path.join(' · ')));
    }
  }
  return entries;
}

/** A note or a setting as something that can be found. */
export function toItemEntry({ kind, id, heading, title, aliases = [], text, place }: SearchItem): SearchEntry {
  const names = [heading, ...aliases];
  return {
    sectionId: place?.sectionId ?? '',
    blockId: place?.blockId ?? '',
    kind,
    heading,
    within: id,
    names: names.map((name) => termSet(name)),
    own: termSet(...names),
    fields: { title, aliases, inherited: [], heading },
    // A line each, so that a result shows the one that says what was asked.
    pieces: text.split('\n').map((line) => ({ text: line, blockId: place?.blockId ?? '' })),
    item: { id, title, ...(place === undefined ? {} : { place }) },
  };
}

function toProtocolEntry(protocol: Protocol): SearchEntry {
  const { title, aliases, safetyLine, sections } = protocol;
  // A protocol that doses one drug goes by the name of that drug too.
  const dosed = new Set(
    sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'dose' ? [block.drug.name] : []))),
  );
  const drugs = dosed.size === 1 ? [...dosed] : [];
  // An alias that is also what a part is called, or another word for it, leads to the part.
  const parts = toPartNames(protocol);
  const names = [title, ...aliases.filter((alias) => !parts.some((part) => isCalled(part, alias))), ...drugs];
  return {
    sectionId: sections[0]?.id ?? '',
    blockId: '',
    kind: 'protocol',
    heading: '',
    within: '',
    names: names.map((name) => termSet(name)),
    own: termSet(...names),
    fields: { title, aliases: [...aliases, ...drugs], inherited: [], heading: '' },
    pieces: safetyLine === undefined ? [] : [{ text: safetyLine, blockId: '' }],
  };
}

/** What the sections and blocks of a protocol are called, each with what it stands under. */
function toPartNames({ sections }: Protocol): ReadonlySet<string>[] {
  return sections.flatMap(({ id, title, blocks }) => {
    const section = termSet(title, id.replaceAll('-', ' '));
    const named = blocks.flatMap((block) =>
      block.type === 'narrative' || block.type === 'dose' || block.type === 'glossary' ? [] : [namesOf(block)],
    );
    return [section, ...named.map((names) => termSet(...names))];
  });
}

/** Whether a part goes by a name, as written or by the curated list. A name with a drug in it means the whole protocol. */
function isCalled(part: ReadonlySet<string>, name: string): boolean {
  curated ??= new Lexicon();
  const isIn = (terms: readonly string[]): boolean => terms.every((term) => part.has(term));
  const words = readWords(name).map(({ whole }) => whole);
  if (words.some((word) => curated?.drugOf(word) !== undefined)) return false;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(curated.longestPhrase, words.length - at);
    while (length > 1 && !curated.has(words.slice(at, at + length).join(' '))) length--;
    const span = words.slice(at, at + length);
    const said = span.filter((word) => !isCommon(word));
    const others = curated.expand(span.join(' ')).flatMap(({ forms }) => forms);
    if (!isIn(said) && !others.some(isIn)) return false;
    at += length;
  }
  return true;
}

/** Made once a protocol is indexed; an index is read without it. */
let curated: Lexicon | undefined;

function toSectionEntry(protocol: Protocol, section: Section, path: string): SearchEntry {
  // An id is what its author calls the section, often plainer than its heading.
  const id = section.id.replaceAll('-', ' ');
  return {
    sectionId: section.id,
    blockId: '',
    kind: 'section',
    heading: section.title,
    within: section.id,
    names: [termSet(section.title), termSet(id)],
    own: termSet(section.title, id),
    fields: { title: protocol.title, aliases: [id], inherited: protocol.aliases, heading: path },
    pieces: section.blocks.flatMap((block) =>
      block.type === 'narrative' ? toPieces(protocol, block).map((text) => ({ text, blockId: block.id })) : [],
    ),
  };
}

function toBlockEntry(
  protocol: Protocol,
  section: Section,
  block: Exclude<Block, { type: 'narrative' }>,
  path: string,
): SearchEntry {
  const names = namesOf(block);
  // A list of readings is not a heading.
  const heading = (block.type === 'monitoring' ? block.title : names[0]) ?? section.title;
  const aliases = [...names.filter((name) => name !== heading), ...kindWords(block)];
  // What sets it off is read like a heading, but a sentence is not a name.
  const explained = block.type === 'adverse-response' && block.title !== undefined ? block.trigger : '';
  return {
    sectionId: section.id,
    blockId: block.id,
    kind: KINDS[block.type],
    heading,
    within: block.id,
    // One of several readings is not what a table of them is called.
    names: block.type === 'monitoring' && names.length > 2 ? [termSet(heading)] : names.map((name) => termSet(name)),
    // A glossary explains words; it is not what they name.
    own: block.type === 'glossary' ? new Set() : termSet(...names, ...aliases),
    fields: {
      title: protocol.title,
      aliases,
      inherited: protocol.aliases,
      heading: `${path} · ${heading}${explained}`,
    },
    pieces: toPieces(protocol, block).map((text) => ({ text, blockId: block.id })),
    ...(block.type === 'dose' ? { dose: { drug: block.drug.name, route: block.route } } : {}),
  };
}

/** What a block is called, the name shown first. */
function namesOf(block: Exclude<Block, { type: 'narrative' }>): string[] {
  const titled = block.title === undefined ? [] : [block.title];
  switch (block.type) {
    case 'dose':
      return [...titled, `${block.drug.name}, ${block.route}`];
    case 'contraindication':
      return [...titled, block.condition, ...(block.criteria ?? [])];
    case 'interaction':
      return [...titled, block.with.name, ...(block.with.class === undefined ? [] : [block.with.class])];
    case 'adverse-response':
      return [block.title ?? block.trigger];
    case 'monitoring':
      return [...titled, ...block.parameters.map((parameter) => parameter.name)];
    case 'checklist':
    case 'figures':
    case 'glossary':
      break;
  }
  return titled;
}

/** Words for what a block is, which its own text often leaves out. */
function kindWords(block: Exclude<Block, { type: 'narrative' }>): string[] {
  switch (block.type) {
    case 'dose':
      return doseWords(block);
    case 'contraindication':
      return ['contraindication', block.level];
    case 'interaction':
      return ['interaction', block.severity];
    case 'adverse-response':
      return ['emergency', 'response', block.severity];
    case 'monitoring':
      return [
        'monitoring',
        ...(block.parameters.some(({ thresholds = [] }) => thresholds.length > 0) ? ['threshold', 'limit'] : []),
      ];
    case 'checklist':
      return ['checklist'];
    case 'glossary':
      return ['glossary', 'definition', 'abbreviation'];
    case 'figures':
      break;
  }
  return [];
}

function doseWords({ drug, route, method, amount, cap, limits, rate, preparation, repeat }: BlockOf<'dose'>): string[] {
  return [
    'dose',
    drug.name,
    drug.tallMan ?? '',
    route,
    method,
    ...holds('maximum', amount.max ?? cap ?? limits),
    ...holds('minimum', amount.min),
    ...holds('usual', amount.usual),
    ...holds('rate', rate),
    ...holds('preparation dilution', preparation),
    ...holds('schedule frequency', repeat),
  ];
}

function holds(word: string, value: unknown): string[] {
  return value === undefined ? [] : [word];
}

/** The terms of names, without the words too common to name anything. */
export function termSet(...texts: string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => readWords(text).flatMap((word) => word.terms)).filter((term) => !isCommon(term)),
  );
}
