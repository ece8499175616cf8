import { LONGEST_AUTHOR, LONGEST_NOTE, countCharacters, toTags } from '../notes/note';
import { toWholeText } from '../journal/note-body';
import { type Result, fail, ok } from '../schema/result';

/** An annotation another program wrote, as far as a note can hold it; no text of it ends in half a character. */
export interface ForeignNote {
  /** Its place in the file, from 1. */
  readonly place: number;
  readonly body: string;
  readonly author: string;
  readonly tags: readonly string[];
  /** What it says it is about; an address or a name, taken as text. */
  readonly source: string;
  readonly blockId?: string;
  readonly exact?: string;
  /** What it held and a note cannot: names of properties. */
  readonly lost: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const KEPT = new Set([
  '@context',
  'id',
  'type',
  'body',
  'bodyValue',
  'target',
  'creator',
  'created',
  'modified',
  'motivation',
]);
const LONGEST_SOURCE = 400;

/** Reads one annotation: words, author, tags, target and quote. What else it holds is named, never dropped in silence. */
export function readForeign(
  annotation: Fields,
  place: number,
): Result<ForeignNote, 'no-words' | 'too-long' | 'not-an-annotation'> {
  if (!list(annotation['type']).includes('Annotation')) return fail('not-an-annotation');
  const lost = Object.keys(annotation).filter((name) => !KEPT.has(name));
  const { words, tags } = readBodies(annotation, lost);
  if (words.trim() === '') return fail('no-words');
  if (countCharacters(words) > LONGEST_NOTE) return fail('too-long');
  const target = readTarget(annotation['target'], lost);
  return ok({
    place,
    body: toWholeText(words),
    author: toWholeText(readAuthor(annotation['creator'])),
    tags: tags.map(toWholeText),
    ...target,
    lost: [...new Set(lost)],
  });
}

function readBodies(annotation: Fields, lost: string[]): { words: string; tags: readonly string[] } {
  const words: string[] = [];
  const tags: string[] = [];
  if (typeof annotation['bodyValue'] === 'string') words.push(annotation['bodyValue']);
  for (const body of list(annotation['body'])) {
    const { value, purpose, format } = isFields(body) ? body : {};
    if (typeof value !== 'string')
      lost.push('body'); // it stands elsewhere, and nothing is fetched
    else if (list(purpose).includes('tagging')) tags.push(value.replaceAll(',', ' '));
    else {
      words.push(value);
      // Taken as typed: tags of HTML are shown, not obeyed.
      if (format === 'text/html') lost.push('format');
    }
  }
  return { words: words.join('\n\n'), tags: toTags(tags.join(',')) };
}

function readAuthor(creator: unknown): string {
  const [first] = list(creator);
  const name = isFields(first) ? (first['name'] ?? first['nickname'] ?? first['id']) : first;
  return typeof name === 'string' ? Array.from(name.trim()).slice(0, LONGEST_AUTHOR).join('') : '';
}

function readTarget(target: unknown, lost: string[]): Pick<ForeignNote, 'source' | 'blockId' | 'exact'> {
  const [first, ...others] = list(target);
  if (others.length > 0) lost.push('target');
  const { source, id, selector } = isFields(first) ? first : { source: first };
  const named = typeof source === 'string' ? source : typeof id === 'string' ? id : '';
  const [address = '', fragment] = toWholeText(named.slice(0, LONGEST_SOURCE)).split('#');
  const selectors = listSelectors(selector, 0);
  const find = (type: string, field: string): string | undefined => {
    const value = selectors.find((candidate) => candidate['type'] === type)?.[field];
    return typeof value === 'string' && value.length <= LONGEST_NOTE ? toWholeText(value) : undefined;
  };
  if (
    selectors.some(
      ({ type }) => !['FragmentSelector', 'TextQuoteSelector', 'TextPositionSelector'].includes(String(type)),
    )
  ) {
    lost.push('selector');
  }
  const blockId = find('FragmentSelector', 'value') ?? fragment;
  const exact = find('TextQuoteSelector', 'exact');
  return { source: address, ...(blockId !== undefined && { blockId }), ...(exact !== undefined && { exact }) };
}

const DEEPEST = 8;

/** A selector, those it is refined by, and alternatives beside it. */
function listSelectors(selector: unknown, depth: number): Fields[] {
  if (depth > DEEPEST) return [];
  return list(selector).flatMap((one) => (isFields(one) ? [one, ...listSelectors(one['refinedBy'], depth + 1)] : []));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
