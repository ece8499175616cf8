import { readFileSync, readdirSync } from 'node:fs';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';
import type { Protocol } from '../../protocols/schema/protocol';
import { walkBlocks, walkObjects } from '../../protocols/schema/walk-blocks';

const FOLDER = new URL('../../protocols/documents/', import.meta.url);

export interface ShippedDocument {
  readonly id: string;
  readonly version: string;
  readonly text: string;
}

/** Every authored document of the library, as `<protocol-id>/<version>.md`. */
export const shipped: readonly ShippedDocument[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: id }) =>
    readdirSync(new URL(`${id}/`, FOLDER))
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({
        id,
        version: file.slice(0, -3),
        text: readFileSync(new URL(`${id}/${file}`, FOLDER), 'utf8'),
      })),
  );

const compiled = new Map<string, Protocol>();

/** Compiled once for all files that share a worker, and frozen: what one test changed, another would take for the document. */
export function compile({ id, version, text }: ShippedDocument): Protocol {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const result = compileProtocol(text);
  if (!result.ok) throw new Error(`${id}/${version}.md does not compile: ${JSON.stringify(result.error, null, 2)}`);
  compiled.set(text, freeze(result.value));
  return result.value;
}

function freeze<T>(node: T): T {
  if (typeof node === 'object' && node !== null) for (const part of Object.values(Object.freeze(node))) freeze(part);
  return node;
}

/** Every object inside the blocks of a protocol, with its path. */
export function* objectsOf(protocol: Protocol): Generator<{ node: Record<string, unknown>; path: string }> {
  for (const { block, path } of walkBlocks(protocol)) yield* walkObjects(block, path);
}

/** Every clinical value that is set: an amount with a unit, or a length of time. */
export function* valuesOf(protocol: Protocol): Generator<{ node: Record<string, unknown>; path: string }> {
  for (const found of objectsOf(protocol)) {
    if ('value' in found.node || 'duration' in found.node) yield found;
  }
}

/** A document that doses racemic ketamine; esketamine has a label of its own. */
export function dosesRacemicKetamine(protocol: Protocol): boolean {
  return [...walkBlocks(protocol)].some(({ block }) => block.type === 'dose' && block.drug.name === 'ketamine');
}

/** A field that holds text; empty when it is absent or something else. */
export function textOf(node: Record<string, unknown>, field: string): string {
  const text = node[field];
  return typeof text === 'string' ? text : '';
}
