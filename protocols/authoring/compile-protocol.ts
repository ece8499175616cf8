import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { RootContent } from 'mdast';
import { parseProtocol } from '../schema/parse-protocol';
import type { Protocol } from '../schema/protocol';
import { type Issue, type Result, fail } from '../schema/result';
import { type Said, say } from '../schema/sentences';
import { type AuthoredYaml, readYaml } from './authored-yaml';
import { lowerFrontMatter, normaliseText, splitFrontMatter } from './front-matter';
import type { ReadMarkdown } from './known-markdown';
import type { ReadYaml } from './known-yaml';
import { isRecord, lowerBlock } from './lower-block';
import { findCostly } from './parse-cost';
import { parseMarkdown, readHeading, splitAttributes, toSource } from './markdown';
import { readEvidence } from './read-values';

const LARGEST = 1_000_000; // characters; a protocol of three hundred pages is smaller

interface DraftSection {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly blocks: Record<string, unknown>[];
}

/** Where the parts of a document stand in its file: one entry a block, by `section.block`. */
type LineOf = (rest: readonly string[]) => number;

/** A piece of the body as it was typed: a heading, or what makes one block or, as a list, several. */
export interface DraftPart {
  /** `stray` is what makes no block; it is refused. */
  readonly kind: 'heading' | 'prose' | 'fence' | 'stray';
  /** Into the document: `sections.1`, `sections.1.blocks.0`. */
  readonly path: string;
  /** Offsets in the normalised text. Parts of one fence have the same. */
  readonly start: number;
  readonly end: number;
  /** Its place in a fence that holds a list of blocks. */
  readonly item?: number;
}

/** An authored document as far as it could be read: the data behind it, what could not be read, and the line of any path. */
export interface Draft {
  /** Not yet a protocol; undefined when there was nothing to read at all. */
  readonly document: unknown;
  readonly issues: readonly Issue[];
  /** Where its blocks stand, in the order of the text. */
  readonly parts: readonly DraftPart[];
  lineOf(path: string): number;
}

/**
 * Reads an authored document (YAML front matter, Markdown, fenced typed YAML) without judging it. `read` and `readMarkdown`
 * may know parts of it from before.
 */
export function readDraft(
  text: string,
  read: ReadYaml = readYaml,
  readMarkdown: ReadMarkdown = (body) => parseMarkdown(body).children,
): Draft {
  if (text.length > LARGEST) return toUnread({ path: '', ...say('document-large', { most: LARGEST }) });
  const front = splitFrontMatter(normaliseText(text));
  if (front === undefined) {
    return toUnread({
      path: '',
      line: 1,
      ...say('front-matter-missing'),
    });
  }
  const costly = findCostly(front.body);
  if (costly !== undefined) return toUnread({ path: '', ...costly, line: costly.line + front.linesBefore });
  const header = read(front.yaml, 2);
  const body = new BodyCompiler(front.body, front.linesBefore, read);
  for (const node of readMarkdown(front.body)) body.take(node);
  const offset = front.start;
  return {
    document: { ...lowerFrontMatter(header.value), sections: body.sections },
    parts: body.parts.map((part) => ({ ...part, start: part.start + offset, end: part.end + offset })),
    issues: [...header.problems.map((problem) => ({ path: '', ...problem })), ...body.issues],
    lineOf: (path) => lineOfPath(path, header, body),
  };
}

function toUnread(issue: Issue): Draft {
  return { document: undefined, issues: [issue], parts: [], lineOf: () => 1 };
}

/** Compiles an authored document and reports every problem with its line. */
export function compileProtocol(text: string): Result<Protocol, Issue[]> {
  return compileDraft(readDraft(text));
}

/** Compiles what was read before, for whoever needs the draft and its lines as well. */
export function compileDraft(draft: Draft): Result<Protocol, Issue[]> {
  if (draft.document === undefined) return fail([...draft.issues]);
  const parsed = parseProtocol(
    draft.document,
    draft.issues.map(({ path }) => path),
  );
  if (parsed.ok) return draft.issues.length === 0 ? parsed : fail([...draft.issues]);
  // What could not be read at all is refused once, not a second time by the schema for being absent.
  const more = parsed.error
    .filter(({ path }) => !draft.issues.some((issue) => isRefusedWith(path, issue.path)))
    .map((issue) => ({ ...issue, line: draft.lineOf(issue.path) }));
  return fail([...draft.issues, ...more].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
}

/** Whether an issue at `path` only repeats that `unread` could not be read; an unread header has no path of its own. */
function isRefusedWith(path: string, unread: string): boolean {
  if (unread === '') return !path.startsWith('sections.');
  if (unread === 'sections') return path === unread;
  return path === unread || path.startsWith(`${unread}.`) || unread.startsWith(`${path}.`);
}

function lineOfPath(path: string, header: AuthoredYaml, body: BodyCompiler): number {
  const [first, section, , block, ...rest] = path.split('.');
  if (first !== 'sections') return header.lineOf(path.split('.'));
  return body.lines.get(`${section}.${block}`)?.(rest) ?? body.lines.get(`${section}`)?.([]) ?? 1;
}

/** Takes the Markdown piece by piece and keeps, beside the sections, the line each part came from. */
class BodyCompiler {
  readonly sections: DraftSection[] = [];
  readonly issues: Issue[] = [];
  readonly parts: DraftPart[] = [];
  readonly lines = new Map<string, LineOf>();
  readonly #body: string;
  readonly #linesBefore: number;
  readonly #read: ReadYaml;

  constructor(body: string, linesBefore: number, read: ReadYaml) {
    this.#body = body;
    this.#linesBefore = linesBefore;
    this.#read = read;
  }

  #line(node: RootContent): number {
    return (node.position?.start.line ?? 1) + this.#linesBefore;
  }

  #report(node: RootContent, path: string, said: Said): void {
    this.issues.push({ path, line: this.#line(node), ...said });
  }

  /** Keeps the place of a block that cannot be read, so that what is said of the next one is said of the right one. */
  #refuse(node: RootContent, section: DraftSection, said: Said): void {
    this.#report(node, this.#next(section), said);
    const line = this.#line(node);
    this.#push(section, {}, () => line, this.#toPart(node, 'fence'));
  }

  #next(section: DraftSection): string {
    return `sections.${this.sections.length - 1}.blocks.${section.blocks.length}`;
  }

  take(node: RootContent): void {
    if (node.type === 'heading') return this.#takeHeading(node);
    const section = this.sections.at(-1);
    if (section === undefined) this.parts.push({ ...this.#toPart(node, 'stray'), path: 'sections' });
    if (section === undefined) return this.#report(node, 'sections', say('before-heading'));
    if (node.type === 'code') return this.#takeFence(node, section);
    this.#takeProse(node, section);
  }

  #takeHeading(node: Extract<RootContent, { type: 'heading' }>): void {
    const { text, id, evidence } = readHeading(node);
    if (id === undefined || evidence !== undefined) {
      this.#report(node, `sections.${this.sections.length}.id`, say('heading-id'));
    }
    const line = this.#line(node);
    this.parts.push({ ...this.#toPart(node, 'heading'), path: `sections.${this.sections.length}` });
    this.lines.set(`${this.sections.length}`, () => line);
    this.sections.push({ id: id ?? '', title: text, depth: node.depth, blocks: [] });
  }

  #takeFence(node: Extract<RootContent, { type: 'code' }>, section: DraftSection): void {
    // Markdown lets a fence run to the end of the file; here that is a file that was cut short.
    if (!/\n[ \t]*(`{3,}|~{3,})[ \t]*$/.test(this.#source(node))) return this.#refuse(node, section, say('fence-open'));
    const type = node.meta?.trim() ?? '';
    if (node.lang !== 'yaml' || type === '') return this.#refuse(node, section, say('fence-type'));
    const first = this.#line(node) + 1;
    const yaml = this.#read(node.value, first);
    if (yaml.problems.length > 0) {
      this.issues.push(...yaml.problems.map((problem) => ({ path: this.#next(section), ...problem })));
      this.#push(section, { type }, () => first, this.#toPart(node, 'fence'));
      return;
    }
    // One fence may hold several blocks of its type, as a list.
    const entries = Array.isArray(yaml.value)
      ? yaml.value.map((entry, index) => ({ entry, base: [index] }))
      : [{ entry: yaml.value, base: [] }];
    const part = this.#toPart(node, 'fence');
    if (entries.length === 0) this.parts.push({ ...part, kind: 'stray', path: `sections.${this.sections.length - 1}` });
    for (const { entry, base } of entries) {
      const at: LineOf = (rest) =>
        yaml.lineOf([...base, ...rest.map((key) => (/^\d+$/.test(key) ? Number.parseInt(key, 10) : key))]);
      const place = this.#next(section);
      const block = lowerBlock(type, entry, (path, said) =>
        this.issues.push({ path: `${place}.${path}`, line: at(path.split('.')), ...said }),
      );
      const [item] = base;
      this.#push(section, isRecord(block) ? block : { type }, at, item === undefined ? part : { ...part, item });
    }
  }

  #takeProse(node: RootContent, section: DraftSection): void {
    const { text: md, id, evidence } = splitAttributes(this.#source(node));
    const about = evidence === undefined ? {} : readEvidence(evidence);
    const line = this.#line(node);
    const last = section.blocks.at(-1);
    if (md === '' && last?.['type'] === 'narrative' && id !== undefined) {
      // A line of attributes alone belongs to the list or table above it.
      Object.assign(last, { id, ...about });
      const owner = this.parts.pop();
      // Behind a fence it makes a text that only its author can change: no form knows which of the two ids is meant.
      if (owner !== undefined)
        this.parts.push({
          ...owner,
          kind: owner.kind === 'prose' ? 'prose' : 'stray',
          end: this.#toPart(node, 'prose').end,
        });
      return;
    }
    const derived = `p-${bytesToHex(sha256(utf8ToBytes(`${section.id}\n${md}`))).slice(0, 8)}`;
    this.#push(
      section,
      { type: 'narrative', id: id ?? derived, md, ...about },
      () => line,
      this.#toPart(node, 'prose'),
    );
  }

  #toPart(node: RootContent, kind: DraftPart['kind']): Omit<DraftPart, 'path'> {
    return { kind, start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  }

  #push(section: DraftSection, block: Record<string, unknown>, at: LineOf, part: Omit<DraftPart, 'path'>): void {
    this.parts.push({ ...part, path: this.#next(section) });
    this.lines.set(`${this.sections.length - 1}.${section.blocks.length}`, at);
    section.blocks.push(block);
  }

  #source(node: RootContent): string {
    return toSource(this.#body, node);
  }
}
