import { readFileSync, readdirSync } from 'node:fs';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { Protocol } from '../../../protocols/schema/protocol';

const DOCUMENTS = new URL('../../../protocols/documents/', import.meta.url);

/** The documents of the library, compiled, in the order of their names. */
export function shippedProtocols(): Protocol[] {
  return readdirSync(DOCUMENTS, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[^/\\]+[/\\]\d+\.\d+\.\d+\.md$/.test(file))
    .toSorted()
    .map((file) => {
      const compiled = compileProtocol(readFileSync(new URL(file, DOCUMENTS), 'utf8'));
      if (!compiled.ok) throw new Error(`${file}: ${JSON.stringify(compiled.error)}`);
      return compiled.value;
    });
}
