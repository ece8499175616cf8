import { parseProtocol } from '../schema/parse-protocol';
import type { Protocol } from '../schema/protocol';
import { type Issue, type Result, fail } from '../schema/result';
import { type Said, say } from '../schema/sentences';

/** In characters; the canonical form of the longest authored document is smaller. */
export const LARGEST_CANONICAL = 8_000_000;

/** Reads a canonical document from its text, which nobody has checked: from a pack, or from a disk anybody can write. */
export function parseCanonical(text: string): Result<Protocol, Issue[]> {
  if (text.length > LARGEST_CANONICAL) return refuse(say('document-large', { most: LARGEST_CANONICAL }));
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse(say('file-not-whole'));
  }
  return parseProtocol(data);
}

function refuse(said: Said): Result<Protocol, Issue[]> {
  return fail([{ path: '', ...said }]);
}
