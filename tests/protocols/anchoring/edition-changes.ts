import type { Block } from '../../../protocols/schema/blocks';
import type { Protocol } from '../../../protocols/schema/protocol';
import { UNIT_CODES } from '../../../protocols/units/unit-table';
import { type WrittenNote, rowsOf, toPieces } from './library-notes';

/** The next edition with one thing changed, and the notes it is told of. */
export interface Edition {
  readonly protocol: Protocol;
  readonly concerns: (note: WrittenNote) => boolean;
  /** The block that changed, where it is one. */
  readonly blockId?: string;
}

export type Random = (below: number) => number;
type Edit = (protocol: Protocol, random: Random) => Edition | undefined;
type Fields = Record<string, unknown>;

/** Whole numbers below a bound, the same on every run. */
export function toRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[random(Math.max(1, list.length))];

function blocksOf(protocol: Protocol): Block[] {
  return protocol.sections.flatMap((section) => section.blocks);
}

/** Whether a note on `row` reads a field of the row at `path`: its own, one it stands under, or, on the block, any. */
function reads(row: string, path: string): boolean {
  return row === '' || row === path || row.startsWith(`${path}/`) || path === '';
}

interface Place {
  readonly owner: Fields;
  readonly field: string;
  readonly block: Block;
  /** Path of the row the field belongs to. */
  readonly path: string;
}

/** Every field of the edition's blocks that passes. */
function findFields(protocol: Protocol, passes: (field: string, value: unknown, owner: Fields) => boolean): Place[] {
  return blocksOf(protocol)
    .flatMap((block) =>
      [...rowsOf(block)].flatMap(({ node, path }) => [...ownFields(node)].map((place) => ({ ...place, block, path }))),
    )
    .filter(({ owner, field }) => passes(field, owner[field], owner));
}

function* ownFields(node: Fields): Generator<{ owner: Fields; field: string }> {
  for (const [field, value] of Object.entries(node)) {
    yield { owner: node, field };
    if (typeof value === 'object' && value !== null && !isRows(value)) yield* ownFields(value as Fields);
  }
}

/** Changes one field. Notes that read it are concerned; so are those whose words repeat it from elsewhere. */
function changeField(
  protocol: Protocol,
  random: Random,
  passes: (field: string, value: unknown, owner: Fields) => boolean,
  change: (value: string) => string | undefined,
): Edition | undefined {
  const next = structuredClone(protocol);
  const place = pick(findFields(next, passes), random);
  if (place === undefined) return undefined;
  const before = String(place.owner[place.field]);
  const after = change(before);
  if (after === undefined || after === before) return undefined;
  place.owner[place.field] = after;
  const { block, path } = place;
  const concerns = ({ target, row }: WrittenNote): boolean => target.blockId === block.id && reads(row, path);
  return { protocol: next, concerns, blockId: block.id };
}

/** Changes words of one sentence, or of one text of a row. */
function changeWords(
  protocol: Protocol,
  random: Random,
  pattern: RegExp,
  change: (found: string) => string,
): Edition | undefined {
  const next = structuredClone(protocol);
  const prose = blocksOf(next).flatMap((block) =>
    block.type === 'narrative' ? toPieces(block.md).map((piece) => ({ block, piece })) : [],
  );
  const found = pick(
    prose.filter(({ piece }) => pattern.test(piece.text.replaceAll(/\{\{.*?\}\}/g, ''))),
    random,
  );
  const rows = (): Edition | undefined =>
    changeField(
      protocol,
      random,
      (field, value) => TEXTS.has(field) && typeof value === 'string' && /\s/.test(value) && pattern.test(value),
      (text) => text.replace(pattern, change),
    );
  if (found === undefined || random(2) === 0) return rows() ?? undefined;
  const { block, piece } = found;
  // Not inside a reference.
  const parts = piece.text.split(/(\{\{.*?\}\})/);
  const at = parts.findIndex((part) => !part.startsWith('{{') && pattern.test(part));
  const changed = parts.map((part, index) => (index === at ? part.replace(pattern, change) : part)).join('');
  if (changed === piece.text) return undefined;
  block.md = block.md.slice(0, piece.start) + changed + block.md.slice(piece.start + piece.text.length);
  const concerns = ({ target, sentence }: WrittenNote): boolean =>
    target.blockId === block.id && (sentence === undefined || sentence.start === piece.start);
  return { protocol: next, concerns, blockId: block.id };
}

function isRows(value: unknown): value is object[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object');
}

const TEXTS = new Set([
  'text',
  'label',
  'name',
  'condition',
  'action',
  'rationale',
  'trigger',
  'note',
  'definition',
  'management',
  'effect',
  'title',
  'population',
  'when',
  'afterCare',
  'contested',
]);
const TIMES = new Set(['per', 'every', 'within', 'interval', 'duration', 'from', 'until', 'sustained']);

function changeNumber(found: string): string {
  if (found.startsWith('0.')) return found.replace('0.', '1.'); // 0.5 mg to 1.5 mg
  return /^\d$/.test(found)
    ? `${found}0`
    : found.replace(/\d(?=\D*$)/, (digit) => String((Number.parseInt(digit, 10) + 1) % 10));
}

const OTHER: Readonly<Record<string, string>> = {
  mg: 'mcg',
  mL: 'L',
  kg: 'lb',
  mmHg: 'kPa',
  minutes: 'hours',
  hours: 'minutes',
  minute: 'hour',
  hour: 'minute',
  'mg per kg': 'mcg per kg',
  above: 'below',
  below: 'above',
  over: 'under',
  under: 'over',
  before: 'after',
  after: 'before',
  more: 'less',
  less: 'more',
  least: 'most',
  most: 'least',
  intravenous: 'intramuscular',
  intramuscular: 'intravenous',
  oral: 'nasal',
  nasal: 'oral',
  sublingual: 'oral',
  subcutaneous: 'intravenous',
  vein: 'muscle',
  muscle: 'vein',
  daily: 'weekly',
  weekly: 'daily',
  twice: 'once',
  once: 'twice',
  days: 'weeks',
  weeks: 'days',
  day: 'week',
  week: 'day',
  months: 'weeks',
};
const swap = (found: string): string => OTHER[found] ?? found;
const words = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${list})(?![\\p{L}\\d])`, 'u');

/** Changes after which a note that reads them must be looked at. */
export const CLINICAL: Readonly<Record<string, Edit>> = {
  number: (protocol, random) =>
    random(2) === 0
      ? changeField(protocol, random, (field, value) => field === 'value' && typeof value === 'string', changeNumber)
      : changeWords(
          protocol,
          random, // Not the number of a list's line: numbering may differ.
          /(?<![\w.])\d+(?:\.\d+)?(?![.)]\s)/,
          changeNumber,
        ),
  unit: (protocol, random) =>
    random(2) === 0
      ? changeField(
          protocol,
          random,
          (field) => field === 'unit',
          (unit) =>
            pick(
              UNIT_CODES.filter((code) => code !== unit),
              random,
            ),
        )
      : changeWords(protocol, random, words('mg|mL|kg|mmHg|minutes?|hours?'), swap),
  route: (protocol, random) =>
    random(2) === 0
      ? changeField(
          protocol,
          random,
          (field) => field === 'route',
          (route) => (route === 'intravenous' ? 'intramuscular' : 'intravenous'),
        )
      : changeWords(
          protocol,
          random,
          words('intravenous|intramuscular|oral|nasal|sublingual|subcutaneous|vein|muscle'),
          swap,
        ),
  comparator: (protocol, random) =>
    random(2) === 0
      ? changeField(
          protocol,
          random,
          (field) => field === 'op',
          (op) => (op.includes('>') ? op.replace('>', '<') : op.replace('<', '>')),
        )
      : changeWords(protocol, random, words('above|below|over|under|before|after|more|less|least|most'), swap),
  negation: (protocol, random) =>
    random(2) === 0
      ? changeWords(protocol, random, /(?<!\p{L})(?:not|never|no|without)\s/iu, () => '')
      : changeWords(protocol, random, /(?<=\p{L}{3})\s(?=\p{Ll}{3})/u, () => ' not '),
  interval: (protocol, random) =>
    random(2) === 0
      ? changeField(
          protocol,
          random,
          (field, value) => TIMES.has(field) && typeof value === 'string' && /^-?P.*\d/.test(value),
          (time) => time.replace(/\d+/, changeNumber),
        )
      : changeWords(protocol, random, words('daily|weekly|twice|once|days?|weeks?|months'), swap),
  'moved row': moveRow,
  'deleted route': deleteRoute,
  heading: (protocol, random) => {
    const next = structuredClone(protocol);
    const at = random(next.sections.length);
    const section = next.sections[at];
    if (section === undefined) return undefined;
    section.title = random(2) === 0 ? `${section.title}, children` : `Not ${section.title}`;
    const after = next.sections.slice(at + 1);
    const end = after.findIndex(({ depth }) => depth <= section.depth);
    const inside = [section, ...after.slice(0, end === -1 ? after.length : end)].map(({ id }) => id);
    return { protocol: next, concerns: ({ sectionId }) => inside.includes(sectionId) };
  },
};

function moveRow(protocol: Protocol, random: Random): Edition | undefined {
  const next = structuredClone(protocol);
  const lists = blocksOf(next).flatMap((block) =>
    [...rowsOf(block)].flatMap(({ node, path }) =>
      Object.entries(node).flatMap(([name, list]) =>
        isRows(list) && list.length > 1 ? [{ block, path, name, list }] : [],
      ),
    ),
  );
  const from = pick(lists, random);
  if (from === undefined) return undefined;
  const others = lists.filter(({ name, list }) => name === from.name && list !== from.list);
  const index = random(from.list.length);
  const [row] = from.list.splice(index, 1);
  if (row !== undefined) pick(others, random)?.list.push(row);
  const gone = `${from.path}/${from.name}/${index}`;
  return {
    protocol: next,
    concerns: ({ target, row: path }) =>
      target.blockId === from.block.id && (path === '' || path === gone || path.startsWith(`${gone}/`)),
  };
}

function deleteRoute(protocol: Protocol, random: Random): Edition | undefined {
  const next = structuredClone(protocol);
  const found = pick(
    next.sections.flatMap((section) =>
      section.blocks.flatMap((block) => (block.type === 'dose' ? [{ section, block }] : [])),
    ),
    random,
  );
  if (found === undefined) return undefined;
  const { section, block } = found;
  section.blocks = section.blocks.filter((other) => other !== block);
  const isLast = !section.blocks.some((other) => other.type === 'dose' && other.route === block.route);
  const others = new Set(section.blocks.filter(({ type }) => type !== 'dose').map(({ id }) => id));
  return {
    protocol: next,
    concerns: ({ target }) => target.blockId === block.id || (isLast && others.has(target.blockId)),
  };
}

const TYPO = /(?<=\p{L}{2})(\p{Ll})(\p{Ll})(?=\p{L})/u;
const ROWS_IN_ANY_ORDER = new Set(['figures', 'glossary', 'monitoring']);

/** Changes that leave what a note speaks of as it was; `concerns` are the notes that should stay. */
export const HARMLESS: Readonly<Record<string, Edit>> = {
  'typo elsewhere': (protocol, random) => {
    const typo = changeWords(protocol, random, TYPO, (pair) => `${pair.charAt(1)}${pair.charAt(0)}`);
    return (
      typo && {
        protocol: typo.protocol,
        concerns: (note) => note.target.blockId === typo.blockId && !typo.concerns(note),
      }
    );
  },
  'typo in a value’s source or code': (protocol, random) => {
    const edit = changeField(
      protocol,
      random,
      (field) => field === 'derivation' || field === 'url',
      (text) => `${text} `,
    );
    return edit;
  },
  renumbering: (protocol, random) => {
    const next = structuredClone(protocol);
    const block = { id: 'new-paragraph', type: 'narrative', md: 'A paragraph more.' } as const;
    const section = pick(next.sections, random);
    if (random(2) === 0) next.sections.unshift({ id: 'new-section', title: 'New', depth: 1, blocks: [block] });
    else section?.blocks.unshift(block);
    return { protocol: next, concerns: ({ sectionId }) => sectionId === section?.id };
  },
  reordering: (protocol, random) => {
    const next = structuredClone(protocol);
    const lists = [
      ...next.sections.map(({ id, blocks }) => ({
        list: blocks as object[],
        concerns: (note: WrittenNote) => note.sectionId === id,
      })),
      ...blocksOf(next).flatMap((block) =>
        Object.values(ROWS_IN_ANY_ORDER.has(block.type) ? block : {}).flatMap((list) =>
          isRows(list) ? [{ list, concerns: ({ target }: WrittenNote) => target.blockId === block.id }] : [],
        ),
      ),
    ].filter(({ list }) => list.length > 1);
    const found = pick(lists, random);
    if (found === undefined) return undefined;
    const at = random(found.list.length - 1);
    found.list.splice(at, 2, ...found.list.slice(at, at + 2).toReversed());
    return { protocol: next, concerns: found.concerns };
  },
  'spacing or punctuation': (protocol, random) => {
    const [pattern, change] = (
      [
        [/(?<=\p{L}{3}) (?=\p{L}{3})/u, () => '  '],
        [/(?<=\p{Ll}{3}), (?=\p{Ll}{3})/u, () => '; '],
        [/(?<=\p{Ll}{3}) (?=\p{Ll}{3})/u, () => ', '],
        [/(?<=\p{Ll}{3})\.$/u, () => ''],
        [/^\p{Lu}(?=\p{Ll}{3})/u, (first: string) => first.toLowerCase()],
      ] as const
    )[random(5)] ?? [/$^/, String];
    const edit = changeWords(protocol, random, pattern, change);
    return edit;
  },
};
