import { type Document, Lexer, LineCounter, isNode, parseDocument } from 'yaml';

/** YAML as typed: every scalar stays text, and any path can be traced back to its line. */
export interface AuthoredYaml {
  readonly value: unknown;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** The line of the nearest thing on this path, counted in the whole file. */
  lineOf(path: readonly (string | number)[]): number;
}

const DEEPEST = 40;

/** The failsafe schema reads every scalar as text, so that `0.50`, `no`, `010` and `1:30` are never converted. */
export function parseYaml(text: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true }), lines };
}

/** Reads YAML without converting anything. `firstLine` is where the text starts in its file. */
export function readYaml(text: string, firstLine: number): AuthoredYaml {
  if (isTooDeep(text)) {
    return {
      value: undefined,
      problems: [{ line: firstLine, message: `is nested more than ${DEEPEST} levels deep` }],
      lineOf: () => firstLine,
    };
  }
  const { document, lines } = parseYaml(text);
  const line = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
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

/** Taken before the parser recurses into it: deep enough nesting would end the program instead of the reading. */
function isTooDeep(text: string): boolean {
  const deepestRow = text.split('\n').reduce((deepest, row) => Math.max(deepest, rowDepth(row)), 0);
  return deepestRow > DEEPEST || flowDepth(text) > DEEPEST;
}

/** How deep a row stands at most: by its indent, and by the list and key signs that may follow each other on it. */
function rowDepth(row: string): number {
  const signs = /^[?:-]+(?: +[?:-]+)*/.exec(row.trimStart())?.[0] ?? '';
  return Math.max(0, row.search(/\S/)) / 2 + signs.replaceAll(' ', '').length;
}

/** Brackets inside quotes and words are text; only the lexer knows. */
function flowDepth(text: string): number {
  let open = 0;
  let deepest = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (!isText && (token === '[' || token === '{')) deepest = Math.max(deepest, ++open);
    if (!isText && (token === ']' || token === '}')) open--;
    isText = token === '\u001F'; // the lexer's mark before a plain word
  }
  return deepest;
}
