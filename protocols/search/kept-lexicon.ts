import { toBytes, toText } from './byte-writer';
import type { IndexFile } from './index-file';
import { TermList } from './term-list';

/** A form of a group as it is kept; what follows from its key is left out. */
export type StoredForm = readonly [
  shown: string,
  key: string,
  drugs?: readonly string[],
  forms?: readonly (readonly string[])[],
];

interface KeptBuffers {
  /** Every phrase that is in a group, as a key. */
  readonly keys: TermList;
  /** For each key the places of its groups, in the order they were taken in. */
  readonly places: Uint32Array;
  readonly placeStarts: Uint32Array;
  /** Of each group its forms as JSON. */
  readonly groups: Uint8Array;
  readonly groupStarts: Uint32Array;
  readonly head: Head;
}

interface Head {
  /** The most words a key has. */
  readonly longest: number;
  readonly drugs: readonly (readonly [key: string, drug: string])[];
}

/** A lexicon as it stands in a built index: views of its bytes, of which a query reads the few groups it asks for. */
export class KeptLexicon {
  readonly #buffers: KeptBuffers;
  readonly keys: TermList;
  readonly head: Head;

  private constructor(buffers: KeptBuffers) {
    this.#buffers = buffers;
    this.keys = buffers.keys;
    this.head = buffers.head;
  }

  static of(groups: readonly (readonly StoredForm[])[], drugs: Iterable<readonly [string, string]>): KeptLexicon {
    const placesOf = new Map<string, number[]>();
    for (const [place, group] of groups.entries()) {
      for (const [, key] of group) placesOf.set(key, [...(placesOf.get(key) ?? []), place]);
    }
    const keys = TermList.of(placesOf.keys());
    const places = Array.from({ length: keys.size }, (_, id) => placesOf.get(keys.at(id)) ?? []);
    const bytes = groups.map((group) => toBytes(JSON.stringify(group)));
    const groupStarts = toStarts(bytes);
    const joined = new Uint8Array(groupStarts.at(-1) ?? 0);
    for (const [at, group] of bytes.entries()) joined.set(group, groupStarts[at]);
    return new KeptLexicon({
      keys,
      places: Uint32Array.from(places.flat()),
      placeStarts: toStarts(places),
      groups: joined,
      groupStarts,
      head: {
        longest: [...placesOf.keys()].reduce((most, key) => Math.max(most, key.split(' ').length), 1),
        drugs: [...drugs],
      },
    });
  }

  static from(file: IndexFile): KeptLexicon {
    return new KeptLexicon({
      keys: new TermList(
        toText(file.bytes('lexiconKeys')),
        file.longs('lexiconKeyStarts'),
        file.longs('lexiconLetters'),
      ),
      places: file.longs('lexiconPlaces'),
      placeStarts: file.longs('lexiconPlaceStarts'),
      groups: file.bytes('lexiconGroups'),
      groupStarts: file.longs('lexiconGroupStarts'),
      head: file.json('lexiconHead') as Head,
    });
  }

  /** The parts of a file that `from` reads back. */
  toParts(): Record<string, Uint8Array | Uint32Array> {
    const { keys, places, placeStarts, groups, groupStarts, head } = this.#buffers;
    return {
      lexiconKeys: toBytes(keys.text),
      lexiconKeyStarts: keys.starts,
      lexiconLetters: keys.signatures,
      lexiconPlaces: places,
      lexiconPlaceStarts: placeStarts,
      lexiconGroups: groups,
      lexiconGroupStarts: groupStarts,
      lexiconHead: toBytes(JSON.stringify(head)),
    };
  }

  /** How many groups there are. */
  get size(): number {
    return this.#buffers.groupStarts.length - 1;
  }

  /** The places of the groups a key is in. */
  placesOf(key: string): Uint32Array {
    const { places, placeStarts } = this.#buffers;
    const id = this.keys.find(key);
    return id < 0 ? places.subarray(0, 0) : places.subarray(placeStarts[id], placeStarts[id + 1]);
  }

  groupAt(place: number): readonly StoredForm[] {
    const { groups, groupStarts } = this.#buffers;
    return JSON.parse(toText(groups.subarray(groupStarts[place], groupStarts[place + 1]))) as StoredForm[];
  }
}

function toStarts(lists: readonly { readonly length: number }[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, { length }] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return starts;
}
