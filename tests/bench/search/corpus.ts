import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { Protocol } from '../../../protocols/schema/protocol';
import { toEntries } from '../../../protocols/search/entries';

/** One thing to be found, as the engines we compare with take it: the same texts in the same fields as our own index has. */
export interface BenchRecord {
  readonly id: number;
  /** protocol/section/block; no block where the section or the protocol is meant. */
  readonly place: string;
  readonly title: string;
  readonly aliases: string;
  readonly heading: string;
  readonly body: string;
}

/** A copy of a document under other names. */
export interface Resampled {
  readonly protocol: Protocol;
  /** The invented name of its drug, and invented words of its texts; none in a document of the library itself. */
  readonly drug: string | undefined;
  readonly words: readonly string[];
}

const SYLLABLES =
  'ba be bi bo da de do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se so ta te ti to va ve vi vo xa ze zo'.split(
    ' ',
  );
const SHARE_REPLACED = 0.04;
const SHARED_WORDS = 30_000;
const COPY = /-x\d+$/;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The sixteen documents, compiled. */
export function readLibrary(folder: string): Protocol[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\d+\.\d+\.\d+\.md$/.test(file))
    .toSorted()
    .map((file) => {
      const compiled = compileProtocol(readFileSync(join(folder, file), 'utf8'));
      if (!compiled.ok) throw new Error(`${file} does not compile`);
      return compiled.value;
    });
}

/**
 * The library, and then copies of documents drawn from it with replacement until there are `sections` sections. Each copy
 * stays a sound document: structure, numbers, units, marks and sources are those of the original. What differs: its id; its
 * drug, renamed throughout to an invented one; and four in a hundred of the long words of its texts, replaced by invented
 * words, of which a few are common and most are rare, as in real text. The same seed gives the same documents.
 */
export function* resample(library: readonly Protocol[], sections: number, seed = 20_261_122): Generator<Resampled> {
  const random = toRandom(seed);
  let count = 0;
  for (const protocol of library) {
    yield { protocol, drug: undefined, words: [] };
    count += protocol.sections.length;
  }
  for (let copy = 1; count < sections; copy++) {
    const original = library[Math.floor(random() * library.length)];
    if (original === undefined) return;
    const resampled = toCopy(original, copy, random);
    yield resampled;
    count += resampled.protocol.sections.length;
  }
}

/** The document a copy was made from, or the id itself. */
export function originOf(protocolId: string): string {
  return protocolId.replace(COPY, '');
}

export function isCopy(protocolId: string): boolean {
  return COPY.test(protocolId);
}

/** A document with its drug under another name, wherever it is named. */
export function renameDrug(protocol: Protocol, drug: string, other = drug): Protocol {
  const renamed = JSON.stringify(protocol)
    .replaceAll(/s-ketamine|k[eé]tamine-s|esk[eé]tamine|spravato/gi, (name) => inCase(name, other))
    .replaceAll(/k[eé]tamine|ketalar/gi, (name) => inCase(name, drug));
  return JSON.parse(renamed) as Protocol;
}

function toCopy(original: Protocol, copy: number, random: () => number): Resampled {
  const drug = inventWord(random, 4);
  // Esketamine is another drug than ketamine in a copy too.
  const renamed = renameDrug(original, drug, inventWord(random, 4));
  const words: string[] = [];
  const protocol = JSON.parse(JSON.stringify(renamed), (_, value: unknown) =>
    typeof value === 'string' && value.includes(' ') ? replaceWords(value, random, words) : value,
  ) as Protocol;
  return { protocol: { ...protocol, id: `${original.id}-x${copy}` }, drug, words };
}

function replaceWords(text: string, random: () => number, invented: string[]): string {
  return text
    .split(/(\{\{.*?\}\}|\]\(.*?\))/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replaceAll(/(?<![\p{L}\d#@/.-])[a-z]{6,}(?![\p{L}\d@/.:-])/gu, (word) => {
            if (random() >= SHARE_REPLACED) return word;
            // The square brings forth the first of them often and the last rarely.
            const made = inventWord(toRandom(Math.floor(random() ** 3 * SHARED_WORDS)), 3);
            invented.push(made);
            return made;
          }),
    )
    .join('');
}

function inventWord(random: () => number, syllables: number): string {
  const parts = Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '');
  return `${parts.join('')}n`;
}

function inCase(name: string, word: string): string {
  if (name === name.toUpperCase()) return word.toUpperCase();
  return /^[A-Z]/.test(name) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
}

/** The records of documents, numbered in order. */
export function* toRecords(documents: Iterable<Resampled>): Generator<BenchRecord> {
  let id = 0;
  for (const { protocol } of documents) {
    for (const { sectionId, blockId, fields, pieces } of toEntries(protocol)) {
      yield {
        id: id++,
        place: `${protocol.id}/${sectionId}${blockId === '' ? '' : `/${blockId}`}`,
        title: fields.title,
        aliases: [...fields.aliases, ...fields.inherited].join('\n'),
        heading: fields.heading,
        body: pieces.map(({ text }) => text).join('\n'),
      };
    }
  }
}
