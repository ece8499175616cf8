import { YAMLSeq, isMap } from 'yaml';
import { parseYaml } from '../authoring/authored-yaml';
import { findBlockShape } from '../authoring/authored-shape';
import { type Draft, type DraftPart, readDraft } from '../authoring/compile-protocol';
import { normaliseText, splitFrontMatter } from '../authoring/front-matter';
import { KnownMarkdown } from '../authoring/known-markdown';
import { KnownYaml } from '../authoring/known-yaml';
import { isRecord } from '../authoring/lower-block';
import { splitAttributes } from '../authoring/markdown';
import type { BlockType } from '../schema/blocks';
import { readRecord } from './yaml-edits';

/** Text that stands at the left edge of a record in a list: the record, and how far it is indented. */
export interface YamlPlace {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

interface Placed {
  /** Into the document, as findings name it; empty for the front matter. */
  readonly path: string;
  /** Offsets in the text: of the whole fence where it holds several blocks. */
  readonly start: number;
  readonly end: number;
  /** As it was typed; of a block in a list, its own record alone. */
  readonly source: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export type FormPart = Placed &
  (
    | { readonly kind: 'heading'; readonly fields: Fields }
    | {
        readonly kind: 'block';
        readonly type: BlockType;
        /** Its id in the document; made of its words where none is written. */
        readonly id: string;
        readonly fields: Fields;
        /** Where its YAML stands; undefined for prose. */
        readonly yaml: YamlPlace | undefined;
        /** Its place in a fence that holds several. */
        readonly item: number | undefined;
      }
    /** What no form can show: it has to be written as text. */
    | { readonly kind: 'text' }
  );

/** A text as a form shows it. The text stays what it is; the form only knows where in it each thing stands. */
export interface FormDocument {
  /** With the line ends of Unix. */
  readonly text: string;
  /** The front matter; `fields` is undefined where it cannot be read. */
  readonly header: Placed & { readonly fields: Fields | undefined };
  readonly parts: readonly FormPart[];
  /** What was read of it, for the next reading. */
  readonly known: KnownRecords;
}

/**
 * Reads a text for the form; undefined where there is no front matter, or nothing of the text could be read at all. What
 * stands in the text as it did `before` is not read again.
 */
export function readForm(typed: string, before?: FormDocument): FormDocument | undefined {
  const text = normaliseText(typed);
  const front = splitFrontMatter(text);
  const known = new KnownRecords(before?.known);
  const draft = readDraft(text, known.yaml.read, known.markdown.read);
  if (front === undefined || draft.document === undefined) return undefined;
  const start = text.indexOf('\n') + 1;
  const header = {
    path: '',
    start,
    end: start + front.yaml.length,
    source: front.yaml,
    fields: known.read(front.yaml),
  };
  const sections = isRecord(draft.document) ? draft.document['sections'] : undefined;
  const parts = draft.parts.flatMap((part) => toFormPart(text, part, sections, draft, known));
  // A fence no form can show is shown once, however many blocks it holds.
  const once = parts.filter((part, index) => part.kind !== 'text' || part.start !== parts[index - 1]?.start);
  return { text, header, parts: once, known };
}

function toFormPart(text: string, part: DraftPart, sections: unknown, draft: Draft, known: KnownRecords): FormPart[] {
  const { path, start, end } = part;
  const source = text.slice(start, end);
  const placed = { path, start, end, source };
  const [, section = '', , block = ''] = path.split('.');
  const found: unknown = Array.isArray(sections) ? sections[Number(section)] : undefined;
  if (part.kind === 'heading' && isRecord(found)) {
    const { id, title, depth } = found;
    return [{ ...placed, kind: 'heading', fields: { id, title, depth: String(depth) } }];
  }
  if (part.kind === 'prose') {
    const { id, text: md } = splitAttributes(source);
    const blocks = isRecord(found) ? found['blocks'] : undefined;
    const canonical: unknown = Array.isArray(blocks) ? blocks[Number(block)] : undefined;
    if (!isRecord(canonical)) return [{ ...placed, kind: 'text' }];
    const own = String(canonical['id']);
    const { mark, sources } = canonical;
    const said = typeof mark === 'string' ? [mark, ...(Array.isArray(sources) ? sources : [])].join(' ') : undefined;
    const fields = {
      md: canonical['md'] ?? md,
      ...(said === undefined ? {} : { evidence: said }),
      ...(id === undefined ? {} : { id }),
    };
    return [{ ...placed, kind: 'block', type: 'narrative', id: own, fields, yaml: undefined, item: undefined }];
  }
  if (part.kind === 'fence') return [toFencePart(placed, part, draft, known)];
  return [{ ...placed, kind: 'text' }];
}

function toFencePart(placed: Placed, { item }: DraftPart, { issues }: Draft, known: KnownRecords): FormPart {
  const { path, start, source } = placed;
  const asText: FormPart = { ...placed, kind: 'text' };
  // A fence with spaces before it loses them from every line it holds; its author alone knows what they were for.
  const type = /^(?:`{3,}|~{3,})yaml[ \t]+(?<type>[a-z-]+)[ \t]*\n/.exec(source)?.groups?.['type'];
  const isUnread = issues.some((issue) => issue.path === path);
  if (type === undefined || isUnread || !isBlockType(type)) return asText;
  const first = source.indexOf('\n') + 1;
  const yaml = source.slice(first, source.lastIndexOf('\n') + 1);
  const within = item === undefined ? { start: 0, end: yaml.length, indent: 0 } : known.findItem(yaml, item);
  if (within === undefined) return asText;
  const own = dedent(yaml.slice(within.start, within.end), within.indent);
  const fields = known.read(own);
  if (fields === undefined) return asText;
  const offset = start + first;
  const place = { start: within.start + offset, end: within.end + offset, indent: within.indent };
  return {
    ...placed,
    source: item === undefined ? source : own,
    kind: 'block',
    type,
    id: typeof fields['id'] === 'string' ? fields['id'] : '',
    fields,
    yaml: place,
    item,
  };
}

/** What was read already: a key pressed in one part does not read all others again. */
export class KnownRecords {
  readonly yaml: KnownYaml;
  readonly markdown: KnownMarkdown;
  readonly #before: ReadonlyMap<string, readonly unknown[]>;
  readonly #items = new Map<string, readonly unknown[]>();

  constructor(before?: KnownRecords) {
    this.yaml = new KnownYaml(before?.yaml);
    this.markdown = new KnownMarkdown(before?.markdown);
    this.#before = before === undefined ? new Map<string, readonly unknown[]>() : before.#items;
  }

  read(yaml: string): Fields | undefined {
    return readRecord(yaml, this.yaml.read);
  }

  /** Where a record stands in a list written with hyphens; undefined for one in brackets. */
  findItem(yaml: string, index: number): YamlPlace | undefined {
    const node = this.#listItems(yaml)[index];
    if (!isMap(node) || !node.range) return undefined;
    const [start, valueEnd] = node.range;
    const before = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
    if (!/^ *-[ ]+$/.test(before)) return undefined;
    const end = start + yaml.slice(start, valueEnd).trimEnd().length;
    // A comment behind the last value is said of it.
    const comment = /^[ \t]+#[^\n]*/.exec(yaml.slice(end))?.[0].length ?? 0;
    return { start, end: end + comment, indent: before.length };
  }

  #listItems(yaml: string): readonly unknown[] {
    const items = this.#items.get(yaml) ?? this.#before.get(yaml) ?? readItems(yaml);
    this.#items.set(yaml, items);
    return items;
  }
}

function readItems(yaml: string): readonly unknown[] {
  const { contents } = parseYaml(yaml).document;
  return contents instanceof YAMLSeq && contents.flow !== true ? contents.items : [];
}

function dedent(text: string, columns: number): string {
  return columns === 0 ? text : text.replaceAll(new RegExp(`\n {1,${columns}}`, 'g'), '\n');
}

export function indent(text: string, columns: number): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

function isBlockType(type: string): type is BlockType {
  return findBlockShape(type) !== undefined;
}
