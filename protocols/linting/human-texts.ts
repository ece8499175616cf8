/** A text of a document that people read, and where it stands. */
export interface HumanText {
  readonly path: string;
  readonly text: string;
  /** `prose`: sentences of the document itself. `name`: something quoted, such as a title of a paper or a word people type. */
  readonly kind: 'prose' | 'name';
  /** Position of the section it is part of; absent in the header. */
  readonly section?: number;
}

// A text under one of these is data, not words: an id, a key, a code, a day, a number.
const DATA = toSet(`
  id type version status language jurisdiction start end approvalDate lastReviewDate reviewBy supersedes date
  url certainty block replacedBy mark sources evidence system code derivation value unit duration op
  relativeTo mode route method basis level calculator severity strength direction stop see goTo dose anchor
  per every within interval at from until sustained times maxCount min max parameters schemaVersion
`);
// Words of others, which a writer may not change: only their characters are judged.
const NAMES = toSet('citation publisher aliases synonyms abbreviations term tallMan authors reviewers');

/** Every text of a document, whatever could be read of it, in reading order. */
export function* listHumanTexts(document: unknown): Generator<HumanText> {
  if (!isRecord(document)) return;
  const { sections, ...header } = document;
  yield* walk(header, '', 'prose');
  for (const [index, section] of (Array.isArray(sections) ? sections : []).entries()) {
    for (const text of walk(section, `sections.${index}`, 'prose')) yield { ...text, section: index };
  }
}

function* walk(node: unknown, path: string, kind: HumanText['kind']): Generator<HumanText> {
  if (typeof node === 'string') {
    if (node !== '') yield { path, text: node, kind };
  } else if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) yield* walk(item, `${path}.${index}`, kind);
  } else if (isRecord(node)) {
    for (const [key, item] of Object.entries(node)) {
      if (DATA.has(key) && !holdsRecords(item)) continue;
      yield* walk(item, path === '' ? key : `${path}.${key}`, NAMES.has(key) ? 'name' : kind);
    }
  }
}

function holdsRecords(item: unknown): boolean {
  return isRecord(item) || (Array.isArray(item) && item.some(isRecord));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
