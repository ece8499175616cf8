import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';

/** Pieces that have undone parsers: signs of structure, wrong closings, keys that reach into objects, odd characters. */
const PIECES = [
  ...'---|```|```yaml dose|~~~|# x {#y}|{#id verified s1}|{{|}}|{{dose-iv.amount.usual}}|&a|*a|<<: *a|!!js/function|!!map|? |- '.split(
    '|',
  ),
  ...'__proto__: { x: 1 }|constructor:|prototype:|toString:|[[[[|}}}}|">= |" above baseline|(|) (|; |PT|P1Y|-PT15M|1e999|%|@|`'.split(
    '|',
  ),
  ...'0.50 mg/kg|.5|1,000|∞|\u0000|\uFEFF|\u202E|\uD800|\u0301|\u2028|\t|\r|\r\n|\n\n|\n  |   |<script>|![a](b)|\\|"|\'|null|true'.split(
    '|',
  ),
];

type Edit = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, part: number): number => Math.floor(part * text.length);

const edit: Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 80 })).map(
    ([from, length]): Edit =>
      (text) =>
        text.slice(0, at(text, from)) + text.slice(at(text, from) + length),
  ),
  fc.tuple(place, fc.constantFrom(...PIECES)).map(
    ([from, piece]): Edit =>
      (text) =>
        text.slice(0, at(text, from)) + piece + text.slice(at(text, from)),
  ),
  fc.tuple(place, fc.string({ unit: 'binary', maxLength: 6 })).map(
    ([from, piece]): Edit =>
      (text) =>
        text.slice(0, at(text, from)) + piece + text.slice(at(text, from) + piece.length),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (text) => {
        const lines = text.split('\n');
        const [a, b] = [at(text, 0) + Math.floor(from * lines.length), Math.floor(to * lines.length)];
        return lines.toSpliced(a, 0, lines[b] ?? '').join('\n');
      },
  ),
  fc.tuple(place, place).map(
    ([from, to]): Edit =>
      (text) => {
        const lines = text.split('\n');
        const [moved = ''] = lines.splice(Math.floor(from * lines.length), 1);
        return lines.toSpliced(Math.floor(to * lines.length), 0, moved).join('\n');
      },
  ),
  place.map(
    (end): Edit =>
      (text) =>
        text.slice(0, at(text, end)),
  ),
);

/** A text after one to four accidents. */
export function mutated(text: string): Arbitrary<string> {
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => edits.reduce((so, each) => each(so), text));
}

/** Bytes as a disk may hold them, read as text. */
export const randomText: Arbitrary<string> = fc
  .uint8Array({ maxLength: 2000 })
  .map((bytes) => new TextDecoder('utf-8', { fatal: false }).decode(bytes));

/** Data with one node replaced by something else. */
export function mutatedData(data: unknown): Arbitrary<unknown> {
  const paths = [...listPaths(data, [])];
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      0.5,
      1e308,
      '',
      ' ',
      '__proto__',
      'NaN',
      [],
      {},
      [[]],
      { id: 'x' },
      { mark: 'local' },
    ),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constant(JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}')),
  );
  return fc.tuple(fc.constantFrom(...paths), junk, fc.boolean()).map(([path, value, remove]) => {
    const copy = structuredClone(data);
    const last = path.at(-1) ?? '';
    const holder: unknown = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(Object(node), key), copy);
    // A list has no holes in JSON.
    if (remove && Array.isArray(holder)) holder.splice(Number(last), 1);
    else if (remove) Reflect.deleteProperty(Object(holder), last);
    else Reflect.set(Object(holder), last, value);
    return copy;
  });
}

function* listPaths(node: unknown, path: readonly (string | number)[]): Generator<readonly (string | number)[]> {
  if (typeof node !== 'object' || node === null) return;
  for (const key of Object.keys(node)) {
    const next = [...path, Array.isArray(node) ? Number(key) : key];
    yield next;
    yield* listPaths(Reflect.get(node, key), next);
  }
}
