import { GOLD_CLASSES } from '../../protocols/search/gold-places';
import { HELD_OUT } from '../../protocols/search/gold-held-out';
import { WORKED_ON } from '../../protocols/search/gold-queries';
import { type Resampled, isCopy, originOf, toRandom } from './corpus';

/** A query, what it is an example of, and what answers it. */
export interface BenchQuery {
  readonly name: string;
  readonly query: string;
  readonly wanted: readonly string[];
}

const NAMES_DRUG = /\b(ket|k[eé]ta|spravato|esk[eé]ta)/i;
const GENERATED = 20;

/** The queries of the gold list, held out or not. */
export const GOLD_QUERIES: readonly BenchQuery[] = GOLD_CLASSES.flatMap((name) =>
  [...WORKED_ON[name], ...HELD_OUT[name]].map(([query, ...wanted]) => ({ name, query, wanted })),
);

/** What nobody means well: very long, patterns, only punctuation, many words, many numbers, other scripts, control characters. */
export const HOSTILE: readonly string[] = [
  '(a+)+$',
  'a'.repeat(10_000),
  'ketamine '.repeat(1112),
  Array.from({ length: 1500 }, (_, at) => `word${at}`).join(' '),
  Array.from({ length: 1400 }, (_, at) => inventQuery(at)).join(' '),
  Array.from({ length: 2000 }, (_, at) => `${at}.5`).join(' '),
  '.*'.repeat(5000),
  '[['.repeat(5000),
  '\\'.repeat(10_000),
  '!?…—·'.repeat(2000),
  '-'.repeat(10_000),
  'é\u0301'.repeat(3333),
  '\u202E\u0000\uFFFD'.repeat(3000),
  '🧠💉'.repeat(2500),
  '酮胺'.repeat(5000),
  'e t a o i n s r h l d c u m f p g w y b v k x j q z '.repeat(190),
];

function inventQuery(at: number): string {
  const random = toRandom(at);
  return Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

/** Whether the hit at a place answers: in the library itself, or in a copy where the question named no drug. */
export function answers({ query, wanted }: BenchQuery, place: string): boolean {
  const [protocolId = '', sectionId = '', blockId = ''] = place.split('/');
  if (wanted.includes(protocolId)) return true;
  if (isCopy(protocolId) && NAMES_DRUG.test(query)) return false;
  const section = `${originOf(protocolId)}/${sectionId}`;
  return wanted.includes(section) || wanted.includes(`${section}/${blockId}`);
}

/**
 * Queries made from the copies with no hand in it: the title, the drug without its last two letters, three rare words. Where a title
 * names no drug, many copies have the same one, and each of them answers.
 */
export function toGeneratedQueries(documents: readonly Resampled[]): BenchQuery[] {
  const copies = documents.filter(({ drug, words }) => drug !== undefined && words.length >= 3);
  const titled = new Map<string, string[]>();
  for (const { protocol } of documents)
    titled.set(protocol.title, [...(titled.get(protocol.title) ?? []), protocol.id]);
  const step = Math.max(1, Math.floor(copies.length / GENERATED));
  return copies
    .filter((_, at) => at % step === 0)
    .slice(0, GENERATED)
    .flatMap(({ protocol, drug = '', words }) => [
      { name: 'generated title', query: protocol.title.toLowerCase(), wanted: titled.get(protocol.title) ?? [] },
      ...(protocol.title.toLowerCase().includes(drug)
        ? [{ name: 'generated prefix', query: drug.slice(0, -2), wanted: [protocol.id] }]
        : []),
      { name: 'generated words', query: words.slice(0, 3).join(' '), wanted: [protocol.id] },
    ]);
}
