import { parseProtocol } from '../schema/parse-protocol';
import type { Protocol } from '../schema/protocol';
import { type Issue, type Result, fail } from '../schema/result';

const LARGEST = 8_000_000; // characters; the canonical form of the longest authored document is smaller

/** Reads a canonical document from its text, which nobody has checked: from a pack, or from a disk anybody can write. */
export function parseCanonical(text: string): Result<Protocol, Issue[]> {
  if (text.length > LARGEST) return refuse(`is larger than ${LARGEST} characters`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return refuse(`is not whole: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parseProtocol(data);
}

function refuse(message: string): Result<Protocol, Issue[]> {
  return fail([{ path: '', message }]);
}
