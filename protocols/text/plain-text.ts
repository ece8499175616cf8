import type { Protocol } from '../schema/protocol';
import type { Amount, AmountRange, Comparison, Time, TimeRange } from '../schema/values';
import { toComparisonWords, toDisplayDuration, toDisplayQuantity, toDisplayValue } from './display';
import { resolveTextReference, splitTextReferences } from './text-references';

/** Prose with its references replaced by the values they name; a value the clinic sets says so in `unset`. */
export function toResolvedProse(protocol: Protocol, md: string, language: 'en' | 'fr', unset: string): string {
  return splitTextReferences(md)
    .map(({ text, reference }) => {
      if (!reference) return text;
      const value = resolveTextReference(protocol, text);
      return value === undefined ? unset : (toDisplayValue(value, language) ?? unset);
    })
    .join('');
}

const SKIPPED = new Set([
  'id',
  'type',
  'mark',
  'sources',
  'codings',
  'basis',
  'calculator',
  'op',
  'relativeTo',
  'anchor',
  'goTo',
  'see',
  'stop',
  'url',
  'strength',
  'direction',
  'mode',
  'derivation',
]);

/** Fields that hold a duration, which is spoken in words. */
const TIMES = new Set(['per', 'every', 'within', 'interval', 'at', 'from', 'until', 'sustained']);

/** Every word and number of a part of a block, in the order of its fields. */
export function toPlainWords(part: object): string {
  return [...words(part)].join(' · ').replaceAll('\u00A0', ' ');
}

function* words(node: unknown, field = ''): Generator<string> {
  if (typeof node === 'string') yield TIMES.has(field) ? spoken(node) : node;
  else if (Array.isArray(node)) for (const item of node) yield* words(item, field);
  else if (isComparison(node)) {
    const { before, after } = toComparisonWords(node, 'en');
    yield [before, ...words(node.amount), after].filter(Boolean).join(' ');
  } else if (isValue(node)) {
    yield toDisplayValue(node, 'en') ?? 'the clinic sets this';
    if ('text' in node && node.text !== undefined) yield node.text;
    if ('contested' in node && node.contested !== undefined) yield node.contested;
  } else if (typeof node === 'object' && node !== null) {
    if ('min' in node || 'max' in node || 'usual' in node) yield* range(node as AmountRange & TimeRange);
    else if ('value' in node && 'unit' in node) yield toDisplayQuantity(String(node.value), node.unit as never, 'en');
    else
      for (const [key, item] of Object.entries(node))
        if (!SKIPPED.has(key) && !isIds(key, item)) yield* words(item, key);
  }
}

function* range({ min, usual, max, choices }: AmountRange & TimeRange): Generator<string> {
  for (const [name, value] of [
    ['minimum', min],
    ['usual', usual],
    ['maximum', max],
  ] as const) {
    if (value !== undefined) yield `${name} ${[...words(value)].join(' ')}`;
  }
  yield* words(choices ?? []);
}

function spoken(text: string): string {
  return /^-?P/.test(text) ? toDisplayDuration(text, 'en') : text;
}

/** A schedule names its parameters by id; their words stand with the parameters themselves. */
function isIds(field: string, node: unknown): boolean {
  return field === 'parameters' && Array.isArray(node) && node.every((item) => typeof item === 'string');
}

function isComparison(node: unknown): node is Comparison {
  return typeof node === 'object' && node !== null && 'op' in node && 'amount' in node;
}

function isValue(node: unknown): node is Amount | Time {
  return (
    typeof node === 'object' &&
    node !== null &&
    'mark' in node &&
    ('duration' in node || ('value' in node && 'unit' in node) || (node.mark === 'local' && !('id' in node)))
  );
}
