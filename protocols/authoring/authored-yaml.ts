import {
  type Document,
  type ErrorCode,
  Lexer,
  LineCounter,
  type Scalar,
  YAMLMap,
  YAMLSeq,
  isNode,
  isScalar,
  parseDocument,
  visit,
} from 'yaml';

import { type Said, type SentenceCode, say } from '../schema/sentences';

/** YAML as typed: every scalar stays text, and any path can be traced back to its line. */
export interface AuthoredYaml {
  readonly value: unknown;
  readonly problems: readonly (Said & { readonly line: number })[];
  /** The line of the nearest thing on this path, counted in the whole file. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

const DEEPEST = 40;

/** The failsafe schema reads every scalar as text, so that `0.50`, `no`, `010` and `1:30` are never converted. */
export function parseYaml(text: string): { document: Document.Parsed; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: false }), lines };
}

/** Reads YAML without converting anything. `firstLine` is where the text starts in its file. */
export function readYaml(text: string, firstLine: number): AuthoredYaml {
  if (isTooDeep(text)) {
    return {
      value: undefined,
      problems: [{ line: firstLine, ...say('deep', { levels: DEEPEST }) }],
      lineOf: () => firstLine,
    };
  }
  const { document, lines } = parseYaml(text);
  const places = new Places(document);
  const line = (offset: number): number => lines.linePos(offset).line + firstLine - 1;
  const problems = listBroken(document, line);
  for (const key of listRepeatedKeys(document))
    problems.push({ line: line(key.range?.[0] ?? 0), ...say('yaml-twice', { name: String(key.value) }) });
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 0 }); // an alias could multiply a small file without end
    } catch {
      problems.push({ line: firstLine, ...say('yaml-alias') });
    }
  }
  return {
    value,
    problems,
    lineOf: (path) => line(places.find(path)),
  };
}

/** What the parser could not read, in our words: its own are English, and count lines from where the text begins. */
const BROKEN: Readonly<Partial<Record<ErrorCode, SentenceCode>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'yaml-field',
  MULTILINE_IMPLICIT_KEY: 'yaml-field',
  MISSING_CHAR: 'yaml-missing',
  BAD_INDENT: 'yaml-indent',
  TAB_AS_INDENT: 'yaml-tab',
  BAD_SCALAR_START: 'yaml-start',
  UNEXPECTED_TOKEN: 'yaml-sign',
  BLOCK_IN_FLOW: 'yaml-sign',
  BAD_DQ_ESCAPE: 'yaml-escape',
  MULTIPLE_DOCS: 'yaml-divided',
  BAD_ALIAS: 'yaml-alias',
  ALIAS_PROPS: 'yaml-alias',
  MULTIPLE_ANCHORS: 'yaml-alias',
};

/** One mistake often makes the parser stumble twice on its line; told once it is enough. */
function listBroken({ errors }: Document.Parsed, lineAt: (offset: number) => number): (Said & { line: number })[] {
  const told = new Set<string>();
  return errors.flatMap(({ code, pos: [offset] }) => {
    const [sentence, line] = [BROKEN[code] ?? 'yaml-broken', lineAt(offset)];
    if (told.has(`${sentence} ${line}`)) return [];
    told.add(`${sentence} ${line}`);
    return [{ line, ...say(sentence) }];
  });
}

/** Where things stand in a document, by their paths. */
class Places {
  readonly #root: unknown;
  // A record is asked for its fields once, however many issues it has.
  readonly #fields = new Map<YAMLMap, Map<unknown, unknown>>();

  constructor(document: Document.Parsed) {
    this.#root = document.contents;
  }

  /** The offset of the nearest thing on a path. */
  find(path: readonly (string | number)[]): number {
    let [node, offset] = [this.#root, toOffset(this.#root) ?? 0];
    for (const key of path) {
      node =
        node instanceof YAMLSeq
          ? node.items[Number(key)]
          : node instanceof YAMLMap
            ? this.#listFields(node).get(String(key))
            : undefined;
      offset = toOffset(node) ?? offset;
    }
    return offset;
  }

  #listFields(map: YAMLMap): Map<unknown, unknown> {
    const known = this.#fields.get(map);
    if (known !== undefined) return known;
    const fields = new Map(map.items.map(({ key, value }) => [isScalar(key) ? key.value : key, value]));
    this.#fields.set(map, fields);
    return fields;
  }
}

function toOffset(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Keys that stand twice in one record. The parser looks too, but compares each with each. */
function listRepeatedKeys(document: Document.Parsed): Scalar[] {
  const repeated: Scalar[] = [];
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) repeated.push(key);
        seen.add(key.value);
      }
    },
  });
  return repeated;
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
