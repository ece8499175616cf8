import { SCHEMA_VERSION } from '../schema/protocol';
import { isRecord } from './lower-block';

/** Lists an author leaves out when there is nothing in them. */
export const LISTS_LEFT_OUT: readonly string[] = [
  'aliases',
  'jurisdiction',
  'reviewers',
  'audience',
  'setting',
  'changes',
  'retired',
];

const FRONT_MATTER = /^---[ \t]*\n(?<yaml>(?:.*\n)*?)---[ \t]*(?:\n|$)/;

/** The two parts of an authored file; undefined where there is no front matter. The front matter begins on line 2. */
export interface AuthoredParts {
  readonly yaml: string;
  readonly body: string;
  /** Offset at which the body begins. */
  readonly start: number;
  /** Lines of the file before the body. */
  readonly linesBefore: number;
}

/** Line ends as Unix has them, and no byte-order mark: the same document gives the same hash on every system. */
export function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

export function splitFrontMatter(text: string): AuthoredParts | undefined {
  const match = FRONT_MATTER.exec(text);
  if (match?.groups === undefined) return undefined;
  const [whole] = match;
  const linesBefore = whole.split('\n').length - 1;
  return { yaml: match.groups['yaml'] ?? '', body: text.slice(whole.length), start: whole.length, linesBefore };
}

/** The header of the canonical document: what was left out is empty, and `open` is a period with no end. */
export function lowerFrontMatter(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) return {};
  const empty = Object.fromEntries(LISTS_LEFT_OUT.map((name) => [name, []]));
  const period = value['effectivePeriod'];
  return {
    ...empty,
    ...value,
    ...(isRecord(period)
      ? { effectivePeriod: { ...period, end: period['end'] === 'open' ? null : period['end'] } }
      : {}),
    schemaVersion: SCHEMA_VERSION,
  };
}
