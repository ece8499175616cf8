import { readEvidence } from '../authoring/read-values';
import { toFence } from '../authoring/to-authored';
import { writeHeading, writeProse } from '../authoring/write-prose';
import { writeYaml } from '../authoring/write-yaml';
import { type Fields, type FormDocument, type FormPart, type YamlPlace, indent, readForm } from './form-document';
import { type FieldPath, isSame, readRecord, writeField, writeItem } from './yaml-edits';

/** What is done to one record: a field is written or, when the value is undefined, taken out; an item of a list is put in or moved. */
export type RecordEdit =
  | { readonly kind: 'field'; readonly path: FieldPath; readonly value: unknown }
  | { readonly kind: 'add'; readonly path: FieldPath; readonly at: number; readonly item: unknown }
  | { readonly kind: 'move'; readonly path: FieldPath; readonly from: number; readonly to: number };

/** Which part: its place in `parts`, or the front matter. */
export type PartIndex = number | 'header';

/**
 * The form of the text with one record changed and every other part of it letter for letter as it was; undefined where the
 * form cannot write that. `order` says before which fields of its record a new one belongs.
 */
export function editPart(
  form: FormDocument,
  index: PartIndex,
  edit: RecordEdit,
  order: readonly string[] = [],
): FormDocument | undefined {
  if (index === 'header') {
    const { start, end, source } = form.header;
    const yaml = editRecord(source, edit, order);
    return yaml === undefined ? undefined : keepOthers(form, [start, end, yaml, readRecord(yaml)], 'header');
  }
  const part = form.parts[index];
  for (const candidate of part === undefined ? [] : toCandidates(part, edit, order)) {
    const written = keepOthers(form, candidate, index);
    if (written !== undefined) return written;
  }
  return undefined;
}

/** The text with a part's own words replaced as they are typed: other parts may come of them or end in them. */
export function replaceSource(form: FormDocument, index: PartIndex, words: string): string {
  const part = index === 'header' ? form.header : form.parts[index];
  if (part === undefined) return form.text;
  const ended = index === 'header' && !words.endsWith('\n') ? `${words}\n` : words;
  return splice(form.text, part.start, part.end, ended);
}

/** The text without some parts that follow each other, and the words that put them back. */
export function removeParts(
  form: FormDocument,
  first: number,
  count = 1,
): { readonly text: string; readonly removed: string } {
  let text = form.text;
  const removed: string[] = [];
  // From the last to the first, so that the places of those before stay what they are.
  for (let index = first + count - 1; index >= first; index--) {
    const now = readForm(text);
    const part = now?.parts[index];
    if (now === undefined || part === undefined) break;
    removed.unshift(toStandalone(part));
    text = removeOne(now, index, part);
  }
  return { text, removed: removed.join('\n\n') };
}

/** The text with words put before a part, or at the end; a fence that holds several blocks opens for them. */
export function insertSource(form: FormDocument, before: number, words: string): string {
  const { text, parts } = form;
  const part = parts[before];
  if (part === undefined) return `${text.trimEnd()}\n\n${words}\n`;
  if (part.kind !== 'block' || part.yaml === undefined || part.item === undefined || part.item === 0)
    return `${text.slice(0, part.start)}${words}\n\n${text.slice(part.start)}`;
  const dash = text.lastIndexOf('\n', part.yaml.start) + 1;
  const [open = ''] = text.slice(part.start).split('\n', 1);
  const [close = ''] = /^[`~]+/.exec(open) ?? [];
  return `${text.slice(0, dash)}${close}\n\n${words}\n\n${open}\n${text.slice(dash)}`;
}

/** The text with a block one place further up or down; undefined where it would leave the sections. */
export function movePart(form: FormDocument, index: number, by: 1 | -1): string | undefined {
  const part = form.parts[index];
  const to = index + by;
  // Before the first heading nothing can stand.
  if (part === undefined || form.parts[to] === undefined || part.kind === 'heading' || to === 0) return undefined;
  const without = readForm(removeOne(form, index, part));
  return without === undefined ? undefined : insertSource(without, to, toStandalone(part));
}

/** The text with a section and all it holds before the one above it, or behind the one below; undefined at the ends. */
export function moveSection({ text, parts }: FormDocument, index: number, by: 1 | -1): string | undefined {
  const starts = parts.filter(({ kind }) => kind === 'heading').map(({ start }) => start);
  const at = starts.indexOf(parts[index]?.start ?? -1);
  const [first, second] = by < 0 ? [starts[at - 1], starts[at]] : [starts[at], starts[at + 1]];
  if (at < 0 || first === undefined || second === undefined) return undefined;
  const end = starts.find((start) => start > second) ?? text.length;
  const isLast = end === text.length;
  const [above, below] = [text.slice(first, second), text.slice(second, end)];
  // The last section ends with the text; moved up, what follows it needs a line between.
  const swapped = isLast ? `${below.trimEnd()}\n\n${above.trimEnd()}\n` : below + above;
  return text.slice(0, first) + swapped + text.slice(end);
}

/** A part as it can stand anywhere in a body. */
function toStandalone(part: FormPart): string {
  return part.kind === 'block' && part.item !== undefined ? toFence(part.type, part.source) : part.source;
}

function removeOne({ text, parts }: FormDocument, index: number, part: FormPart): string {
  const siblings = parts.filter(({ start }) => start === part.start);
  if (part.kind === 'block' && part.yaml !== undefined && siblings.length > 1) {
    const line = text.lastIndexOf('\n', part.yaml.start) + 1;
    const next = parts[index + 1];
    const isLast = next?.start !== part.start || next.kind !== 'block' || next.yaml === undefined;
    const end = text.lastIndexOf('\n', isLast ? part.end - 1 : next.yaml.start) + 1;
    return text.slice(0, line) + text.slice(end);
  }
  const next = parts.slice(index + 1).find(({ start }) => start > part.start);
  if (next !== undefined) return text.slice(0, part.start) + text.slice(next.start);
  return `${text.slice(0, part.start).trimEnd()}\n`;
}

type BlockPart = FormPart & { readonly kind: 'block' };

/** What to write where, and what the part then has to say. */
type Candidate = readonly [start: number, end: number, words: string, expected: unknown];

/** Ways to write it, the closest to what stands there first. */
function* toCandidates(part: FormPart, edit: RecordEdit, order: readonly string[]): Generator<Candidate> {
  const { start, end } = part;
  if (part.kind === 'text') return;
  if (part.kind === 'heading') {
    const heading = toHeading(part.fields, edit);
    yield [start, end, heading.words, heading.fields];
    yield [start, end, `${heading.words}\n`, heading.fields];
    return;
  }
  if (part.type === 'narrative' && part.item === undefined) yield* toProse(part, edit);
  const { yaml } = part;
  // What Markdown cannot hold as one piece stands in a fence.
  const own = yaml === undefined ? writeYaml({ id: part.id, ...part.fields }) : toOwnYaml(part, yaml);
  const written = editRecord(own, edit, order);
  if (written === undefined) return;
  const fields = readRecord(written);
  if (yaml !== undefined && part.item !== undefined) {
    yield [yaml.start, yaml.end, indent(written.trimEnd(), yaml.indent), fields];
    return;
  }
  if (yaml !== undefined) yield [yaml.start, yaml.end, written, fields];
  const fence = toFence(part.type, written);
  yield [start, end, fence, fields];
  yield [start, end, `\n${fence}\n`, fields];
}

function toHeading(before: Fields, edit: RecordEdit): { readonly words: string; readonly fields: Fields } {
  const said: Record<string, unknown> = { ...before };
  // A heading is one line, whatever is pasted into its field.
  if (edit.kind === 'field')
    said[String(edit.path[0])] = (typeof edit.value === 'string' ? edit.value : '').replaceAll(/\s+/g, ' ').trim();
  const [title, id, depth] = [said['title'], said['id'], said['depth']].map(String);
  return { words: writeHeading(Number(depth), title ?? '', id ?? ''), fields: said };
}

function toOwnYaml({ item, source, start }: BlockPart, yaml: YamlPlace): string {
  return item === undefined ? source.slice(yaml.start - start, yaml.end - start) : source;
}

/** As a paragraph, or as a list or table with its line beneath. */
function* toProse(part: BlockPart, edit: RecordEdit): Generator<Candidate> {
  if (edit.kind !== 'field' || edit.path.length !== 1) return;
  // What an author noted in a fence stays in the fence.
  if (part.yaml !== undefined && part.source.includes('#')) return;
  const said: Record<string, unknown> = { ...part.fields, [String(edit.path[0])]: edit.value };
  const { id, md: typed, evidence, ...more } = said;
  if (Object.values(more).some((field) => field !== undefined) || typeof typed !== 'string') return;
  const md = typed.trim();
  if (md === '') return;
  if (evidence === undefined && id === undefined) {
    yield [part.start, part.end, md, { md }];
    return;
  }
  const about = typeof evidence === 'string' ? readEvidence(evidence) : undefined;
  if (about?.sources.length === 0) return;
  const own = typeof id === 'string' ? id : part.id;
  const written = writeProse(own, md, about);
  if (written !== undefined)
    yield [part.start, part.end, written, { md, id: own, ...(about === undefined ? {} : { evidence }) }];
}

function editRecord(yaml: string, edit: RecordEdit, order: readonly string[]): string | undefined {
  if (edit.kind === 'field') return writeField(yaml, edit.path, edit.value, order);
  const change = edit.kind === 'add' ? { at: edit.at, item: edit.item } : { from: edit.from, to: edit.to };
  return writeItem(yaml, edit.path, change, order);
}

function splice(text: string, start: number, end: number, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}

/** The form of the text, if the part says what it should and all others are letter for letter what they were. */
function keepOthers(
  before: FormDocument,
  [start, end, words, expected]: Candidate,
  edited: PartIndex,
): FormDocument | undefined {
  const text = splice(before.text, start, end, words);
  const after = readForm(text, before);
  if (after === undefined || after.parts.length !== before.parts.length) return undefined;
  if (edited === 'header' ? !isSame(after.header.fields, expected) : after.header.source !== before.header.source)
    return undefined;
  const isKept = before.parts.every((part, index) => {
    const now = after.parts[index];
    if (now === undefined || now.kind !== part.kind || now.path !== part.path) return false;
    return index === edited ? now.kind !== 'text' && isSame(now.fields, expected) : now.source === part.source;
  });
  return isKept ? after : undefined;
}
