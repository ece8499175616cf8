import { toBytes, toText } from './byte-writer';

type Part = Uint8Array | Uint16Array | Uint32Array;

/** Named runs of bytes in one file: reading it back is taking views of it, nothing is parsed or copied. */
export interface IndexFile {
  readonly format: string;
  readonly bytes: (name: string) => Uint8Array;
  readonly shorts: (name: string) => Uint16Array;
  readonly longs: (name: string) => Uint32Array;
  readonly json: (name: string) => unknown;
}

const MAGIC = 0x31_53_52_48; // "HRS1", lowest byte first, as every processor we run on keeps its numbers
const ALIGNMENT = 8;
const FIXED = 8; // magic and length of the table of contents

interface Contents {
  readonly format: string;
  readonly parts: readonly (readonly [name: string, start: number, length: number])[];
}

/** The same parts give the same bytes. */
export function packFile(format: string, parts: Readonly<Record<string, Part>>): Uint8Array {
  let start = 0;
  const placed = Object.entries(parts).map(([name, part]) => {
    const at = start;
    start = align(start + part.byteLength);
    return { name, at, bytes: new Uint8Array(part.buffer, part.byteOffset, part.byteLength) };
  });
  const contents: Contents = { format, parts: placed.map(({ name, at, bytes }) => [name, at, bytes.length]) };
  const head = toBytes(JSON.stringify(contents));
  const body = align(FIXED + head.length);
  const file = new Uint8Array(body + start);
  new Uint32Array(file.buffer, 0, 2).set([MAGIC, head.length]);
  file.set(head, FIXED);
  for (const { at, bytes } of placed) file.set(bytes, body + at);
  return file;
}

/** Opens a packed file; undefined when it is none. Its parts share the memory of the bytes given. */
export function openFile(given: Uint8Array): IndexFile | undefined {
  // Numbers of four bytes must lie at fours.
  const file = given.byteOffset % ALIGNMENT === 0 ? given : given.slice();
  if (file.length < FIXED) return undefined;
  const [magic, length = 0] = new Uint32Array(file.buffer, file.byteOffset, 2);
  if (magic !== MAGIC || FIXED + length > file.length) return undefined;
  const { format, parts } = JSON.parse(toText(file.subarray(FIXED, FIXED + length))) as Contents;
  const body = align(FIXED + length);
  const places = new Map(parts.map(([name, start, size]) => [name, { start: body + start, size }]));
  const bytes = (name: string): Uint8Array => {
    const place = places.get(name);
    if (place === undefined || place.start + place.size > file.length) throw new RangeError(`no part ${name}`);
    return file.subarray(place.start, place.start + place.size);
  };
  return {
    format,
    bytes,
    shorts: (name) => new Uint16Array(file.buffer, bytes(name).byteOffset, bytes(name).length / 2),
    longs: (name) => new Uint32Array(file.buffer, bytes(name).byteOffset, bytes(name).length / 4),
    json: (name) => JSON.parse(toText(bytes(name))),
  };
}

function align(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
