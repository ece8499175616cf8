import { LineCounter, isNode, parseDocument } from 'yaml';

/** YAML as typed: every scalar stays text, and any path can be traced back to its line. */
export interface AuthoredYaml {
  readonly value: unknown;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** The line of the nearest thing on this path, counted in the whole file. */
  lineOf(path: readonly (string | number)[]): number;
}

const DEEPEST = 40;

/** Reads YAML with the failsafe schema, so that `0.50`, `no`, `010` and `1:30` are never converted. `firstLine` is where the text starts in its file. */
export function readYaml(text: string, firstLine: number): AuthoredYaml {
  const lines = new LineCounter();
  const line = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  if (nesting(text) > DEEPEST) {
    return {
      value: undefined,
      problems: [{ line: firstLine, message: `is nested more than ${DEEPEST} levels deep` }],
      lineOf: () => firstLine,
    };
  }
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true });
  const problems = document.errors.map((error) => ({
    line: line(error.pos[0]),
    message: error.message.split('\n')[0] ?? 'is not YAML',
  }));
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 0 }); // an alias could multiply a small file without end
    } catch {
      problems.push({ line: firstLine, message: 'uses an alias (&name, *name); write the value out' });
    }
  }
  return {
    value,
    problems,
    lineOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return line(node.range[0]);
      }
      return firstLine;
    },
  };
}

/** A quick upper bound on nesting, taken before the parser recurses into it. */
function nesting(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open);
    if (character === ']' || character === '}') open--;
  }
  const indents = text.split('\n').map((row) => row.search(/\S/));
  return Math.max(deepest, ...indents.map((indent) => indent / 2));
}
