import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { compileProtocol, readDraft } from '../../../protocols/authoring/compile-protocol';
import { type FormDocument, type FormPart, readForm } from '../../../protocols/forms/form-document';
import {
  editPart,
  insertSource,
  movePart,
  moveSection,
  removeParts,
  replaceSource,
} from '../../../protocols/forms/form-edits';
import { BLOCK_FORMS } from '../../../protocols/forms/block-forms';
import { type FieldTable, toOrder } from '../../../protocols/forms/form-field';
import { HEADER_FORM } from '../../../protocols/forms/header-form';
import { BLOCK_TYPES, toNewBlock, toNewHeading } from '../../../protocols/forms/new-part';
import type { FieldPath } from '../../../protocols/forms/yaml-edits';

const ROOT = join(import.meta.dirname, '../../..');
const EXAMPLE = readFileSync(join(ROOT, 'tests/fixtures/documents/exa-session/1.0.0.md'), 'utf8');
const DOCUMENTS = join(ROOT, 'protocols/documents');
const SHIPPED = readdirSync(DOCUMENTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .flatMap(({ name }) =>
    readdirSync(join(DOCUMENTS, name))
      .filter((file) => file.endsWith('.md'))
      .map((file) => [`${name}/${file}`, readFileSync(join(DOCUMENTS, name, file), 'utf8')] as const),
  );

const formOf = (text: string): FormDocument => {
  const form = readForm(text);
  if (form === undefined) throw new Error('cannot be read as a form');
  return form;
};
const canonical = (text: string): string => {
  const compiled = compileProtocol(text);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error[0]));
  return toCanonicalJson(compiled.value);
};
const sources = (form: FormDocument, but: number): readonly string[] =>
  [form.header, ...form.parts].map(({ source }) => source).toSpliced(but + 1, 1);

/** Every text of a record and the way to it. */
function* walkWords(value: unknown, path: FieldPath = []): Generator<{ path: FieldPath; words: string }> {
  if (typeof value === 'string') yield { path, words: value };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walkWords(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* walkWords(item, [...path, key]);
}

test('every part of every document of the library has a form', () => {
  expect(SHIPPED.length).toBeGreaterThanOrEqual(16);
  const forms = SHIPPED.map(([, text]) => formOf(text));
  expect(forms.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'text'))).toEqual([]);
  expect(forms.flatMap(({ parts }) => parts).length).toBeGreaterThan(300);
});

/** A part in a document of its own: small enough to write all of its fields. */
const alone = (part: FormPart): string => {
  const isListed = part.kind === 'block' && part.item !== undefined;
  const words = isListed ? `\`\`\`yaml ${part.type}\n${part.source}\n\`\`\`` : part.source;
  return `---\ntitle: Alone\n---\n\n# Here {#here}\n\n${words}\n`;
};
const said = (text: string): string => toCanonicalJson(readDraft(text).document);
const STRIDE = Number(process.env['HANDRAIL_FORM_STRIDE'] ?? 151);

test('written back as it was read, every field of the library is kept', () => {
  const blocks = SHIPPED.flatMap(([, text]) => formOf(text).parts.filter((part) => part.kind === 'block'));
  let place = 0;
  let written = 0;
  for (const part of blocks) {
    const chosen = [...walkWords(part.fields)].filter(() => place++ % STRIDE === 0);
    if (chosen.length === 0) continue;
    const form = formOf(alone(part));
    const before = said(form.text);
    for (const { path, words } of chosen) {
      const after = editPart(form, 1, { kind: 'field', path, value: words });
      expect(after === undefined ? `${part.id} ${path.join('.')} was not written` : said(after.text)).toBe(before);
      written++;
    }
  }
  expect(written).toBeGreaterThanOrEqual(Math.floor(place / STRIDE));
  expect(place).toBeGreaterThan(5000);
}, 60_000);

test.each(SHIPPED)('so is the front matter of %s', (_name, text) => {
  const form = formOf(`${text.slice(0, text.indexOf('\n# '))}\n# Here {#here}\n`);
  for (const { path, words } of [...walkWords(form.header.fields)].filter((_, place) => place % 7 === 0)) {
    const after = editPart(form, 'header', { kind: 'field', path, value: words });
    expect(after === undefined ? `${path.join('.')} was not written` : said(after.text)).toBe(said(form.text));
  }
});

const RUNS = Number(process.env['HANDRAIL_FORM_RUNS'] ?? 100);
const nasty = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '```',
        '# ',
        '- ',
        ': ',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
        '{#id}',
        '{{a.b}}',
        '|',
        '>',
        '&a',
        '*a',
        '0.50',
        'yes',
        '\n',
        '\n\n',
        '---',
        '<b>',
        '![',
        '%',
        '\t',
        ' ',
        'mot',
        '  ',
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((words) => words.join('')),
);

test('whatever is written into a field of one part, every other part stays letter for letter what it was', () => {
  const form = formOf(EXAMPLE);
  const fields = form.parts.flatMap((part, index) =>
    part.kind === 'block' ? [...walkWords(part.fields)].map((field) => ({ index, path: field.path })) : [],
  );
  let written = 0;
  fc.assert(
    fc.property(fc.constantFrom(...fields), nasty, ({ index, path }, value) => {
      const after = editPart(form, index, { kind: 'field', path, value });
      if (after === undefined) return;
      written++;
      expect(sources(after, index)).toEqual(sources(form, index));
      const part = after.parts[index] as FormPart & { kind: 'block' };
      const found = [...walkWords(part.fields)].find((field) => field.path.join('.') === path.join('.'));
      // Prose has no blanks at its ends.
      expect([value, value.trim()]).toContain(found?.words ?? '');
    }),
    { numRuns: RUNS },
  );
  // What the form cannot write it refuses; that is to stay rare.
  expect(written / RUNS).toBeGreaterThan(0.9);
});

test('read again with what was known before, a text says just what it says read anew', () => {
  let form = formOf(EXAMPLE);
  for (const [from, to] of [
    ['Allergy to examplamine', 'Allergy\n  # more\n'],
    ['161 mmHg', '162 mmHg'],
    ['# Dose {#dose}', 'Words.\n\nMore words.\n\n# Dose {#dose}'],
    ['method: infusion', 'method: [infusion'],
    ['method: [infusion', 'method: bolus'],
  ] as const) {
    const text = form.text.replace(from, to);
    expect(text).not.toBe(form.text);
    form = readForm(text, form) ?? form;
    const { known: _known, ...anew } = formOf(text);
    expect(form).toMatchObject(anew);
  }
});

test('a field that is taken out and put in again says what it said, among the fields it belongs to', () => {
  const form = formOf(EXAMPLE);
  const index = form.parts.findIndex((part) => part.kind === 'block' && part.type === 'dose');
  const order = toOrder(BLOCK_FORMS.dose);
  const without = editPart(form, index, { kind: 'field', path: ['route'], value: undefined }, order)?.text ?? '';
  expect(without).not.toContain('route:');
  const again = editPart(formOf(without), index, { kind: 'field', path: ['route'], value: 'intravenous' }, order);
  expect(again?.text).toBe(EXAMPLE);
});

test('an author’s comments and the fields no form knows stay', () => {
  const text = EXAMPLE.replace(
    '  level: absolute',
    '  level: absolute # agreed in May\n  codings: [{ system: "http://x.org", code: A }]',
  );
  const form = formOf(text);
  const written = editPart(form, 1, { kind: 'field', path: ['rationale'], value: 'Two lines:\nsecond' })?.text ?? '';
  expect(written).toContain('# agreed in May');
  expect(written).toContain('codings: [{ system: "http://x.org", code: A }]');
  expect(written.slice(written.indexOf('- id: contra-pressure'))).toBe(
    text.slice(text.indexOf('- id: contra-pressure')),
  );
});

test('items of a list are put in, moved and taken out', () => {
  const form = formOf(EXAMPLE);
  const index = form.parts.findIndex((part) => part.kind === 'block' && part.type === 'checklist');
  const path = ['phases', 0, 'items'];
  const names = (after: FormDocument | undefined): unknown => {
    const part = after?.parts[index] as FormPart & { fields: { phases: { items: { id: string }[] }[] } };
    return part.fields.phases[0]?.items.map(({ id }) => id);
  };
  const added = editPart(form, index, { kind: 'add', path, at: 1, item: { id: 'new', text: 'A: b, {c}' } });
  expect(names(added)).toEqual(['identity', 'new', 'weight']);
  const moved = editPart(added ?? form, index, { kind: 'move', path, from: 2, to: 0 });
  expect(names(moved)).toEqual(['weight', 'identity', 'new']);
  const less = editPart(moved ?? form, index, { kind: 'field', path: [...path, 1], value: undefined });
  expect(names(less)).toEqual(['weight', 'new']);
});

describe('whole parts', () => {
  test('taken out and put back at their place, the document says what it said', () => {
    const before = canonical(EXAMPLE);
    const form = formOf(EXAMPLE);
    for (const index of form.parts.keys()) {
      if (index === 0) continue;
      const { text, removed } = removeParts(form, index);
      expect(sources(form, index)).toEqual([formOf(text).header, ...formOf(text).parts].map(({ source }) => source));
      expect(canonical(insertSource(formOf(text), index, removed))).toBe(before);
    }
  });

  test('moved down and up again, each block keeps its words and its neighbours theirs', () => {
    const form = formOf(EXAMPLE);
    const ids = (text: string): readonly string[] =>
      formOf(text).parts.map((part) => ('fields' in part ? String(part.fields['id']) : ''));
    const order = ids(EXAMPLE);
    for (const [index, part] of form.parts.entries()) {
      const down = movePart(form, index, 1);
      if (part.kind === 'heading' || index === form.parts.length - 1) {
        expect(down).toBeUndefined();
        continue;
      }
      expect(ids(down ?? '')).toEqual(order.toSpliced(index, 2, order[index + 1]!, order[index]!));
      expect(canonical(movePart(formOf(down ?? ''), index + 1, -1) ?? '')).toBe(canonical(EXAMPLE));
    }
    expect(movePart(form, 1, -1)).toBeUndefined();
  });

  test('a section moves with all it holds, and down again the text is what it was', () => {
    const form = formOf(EXAMPLE);
    const headings = [...form.parts.entries()].filter(([, { kind }]) => kind === 'heading').map(([index]) => index);
    const titles = (text: string): readonly unknown[] =>
      formOf(text).parts.flatMap((part) => (part.kind === 'heading' ? [part.fields['id']] : []));
    const order = titles(EXAMPLE);
    for (const [place, index] of headings.entries()) {
      const up = moveSection(form, index, -1);
      if (place === 0) {
        expect(up).toBeUndefined();
        continue;
      }
      expect(titles(up ?? '')).toEqual(order.toSpliced(place - 1, 2, order[place], order[place - 1]));
      expect(formOf(up ?? '').parts).toHaveLength(form.parts.length);
      const moved = formOf(up ?? '');
      const back = moved.parts.findIndex((part) => 'fields' in part && part.fields['id'] === order[place]);
      expect(moveSection(moved, back, 1)).toBe(EXAMPLE);
    }
    expect(moveSection(form, headings.at(-1) ?? 0, 1)).toBeUndefined();
  });

  test.each(BLOCK_TYPES)('a new %s can be put anywhere, has a form, and changes nothing else', (type) => {
    const form = formOf(EXAMPLE);
    for (const before of [1, 2, 3, form.parts.length]) {
      const after = formOf(insertSource(form, before, toNewBlock(form, type)));
      expect(after.parts[before]).toMatchObject({ kind: 'block', type });
      expect(sources(after, before)).toEqual([form.header, ...form.parts].map(({ source }) => source));
    }
  });

  test('a new section gets an id of its own', () => {
    const form = formOf(EXAMPLE);
    const once = insertSource(form, form.parts.length, toNewHeading(form, 'One # more'));
    const twice = formOf(insertSource(formOf(once), form.parts.length + 1, toNewHeading(formOf(once), 'Two')));
    expect(twice.parts.slice(-2).map((part) => 'fields' in part && part.fields)).toEqual([
      { id: 'section-1', title: 'One # more', depth: '1' },
      { id: 'section-2', title: 'Two', depth: '1' },
    ]);
  });
});

test('what no form can show is left as text, at its place, and can be written there', () => {
  const broken = EXAMPLE.replace('method: infusion', 'method: [infusion');
  const form = formOf(broken);
  const index = form.parts.findIndex(({ kind }) => kind === 'text');
  const source = form.parts[index]?.source ?? '';
  expect(source).toContain('method: [infusion');
  expect(replaceSource(form, index, source.replace('[infusion', 'infusion'))).toBe(EXAMPLE);
  expect(readForm('no front matter')).toBeUndefined();
  expect(formOf(EXAMPLE.replace('language: en', 'language: [en')).header.fields).toBeUndefined();
});

test('a paragraph that becomes more than one piece of Markdown is kept whole, under its id', () => {
  const form = formOf(EXAMPLE);
  const index = form.parts.findIndex((part) => part.kind === 'block' && part.type === 'narrative');
  const edit = (from: FormDocument, value: unknown): string =>
    editPart(from, index, { kind: 'field', path: ['md'], value })?.text ?? '';
  const more = edit(form, 'One.\n\nTwo.');
  expect(more).toContain('```yaml narrative\nid: dose-intro');
  expect(edit(formOf(more), 'One.')).toContain('One. {#dose-intro verified s1}');
  expect(edit(form, '- one\n- two')).toContain('- one\n- two\n\n{#dose-intro verified s1}');
  expect(edit(form, '')).toContain('md: ""');
});

const named = (table: FieldTable): readonly string[] => table.map(({ name }) => name);
test('a form asks for every field there is, or leaves it to the text by name', async () => {
  const { Block } = await import('../../../protocols/schema/blocks');
  const { ProtocolDocument } = await import('../../../protocols/schema/protocol');
  const { LEFT_TO_TEXT } = await import('../../../protocols/forms/block-forms');
  const evidence = ['mark', 'sources', 'contested'];
  for (const option of Block.options) {
    const fields = Object.keys(option.shape).filter((name) => name !== 'type' && !evidence.includes(name));
    const type = option.shape.type.value;
    expect(fields.filter((name) => !named(BLOCK_FORMS[type]).includes(name) && !LEFT_TO_TEXT.includes(name))).toEqual(
      [],
    );
  }
  // Who approved what and when is an approval's to write; so is the id.
  const notAsked = [
    'schemaVersion',
    'id',
    'status',
    'approvalDate',
    'lastReviewDate',
    'reviewers',
    'supersedes',
    'sections',
  ];
  expect(
    Object.keys(ProtocolDocument.shape)
      .filter((name) => !named(HEADER_FORM).includes(name))
      .toSorted(),
  ).toEqual(notAsked.toSorted());
});
