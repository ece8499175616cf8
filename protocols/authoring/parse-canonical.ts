import { parseProtocol } from '../schema/parse-protocol';
import type { Protocol } from '../schema/protocol';
import { type Issue, type Result, fail } from '../schema/result';

const LARGEST = 8_000_000; // characters; the canonical form of the longest authored document is smaller
const DEEPEST = 40;

/** Reads a canonical document from its text, which nobody has checked: from a pack, or from a disk anybody can write. */
export function parseCanonical(text: string): Result<Protocol, Issue[]> {
  if (text.length > LARGEST) return refuse(`is larger than ${LARGEST} characters`);
  // The checks walk what they are given; they must not be led so deep that the program ends.
  if (toDepth(text) > DEEPEST) return refuse(`is nested more than ${DEEPEST} levels deep`);
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

/** How deep brackets stand in each other, outside texts. */
function toDepth(json: string): number {
  let [open, deepest] = [0, 0];
  let isText = false;
  for (let index = 0; index < json.length; index++) {
    const sign = json[index];
    if (isText && sign === '\\') index++;
    else if (sign === '"') isText = !isText;
    else if (!isText && (sign === '[' || sign === '{')) deepest = Math.max(deepest, ++open);
    else if (!isText && (sign === ']' || sign === '}')) open--;
  }
  return deepest;
}
