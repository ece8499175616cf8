import { expect, test } from 'vitest';
import { placeNote } from '../../../protocols/anchoring/place-note';
import { parseAnnotations } from '../../../protocols/exchange/parse-annotations';
import { type ImportPlan, type Present, planImport } from '../../../protocols/exchange/plan-import';
import { toAnnotationPage } from '../../../protocols/exchange/to-annotations';
import { CHAIN_START, decodeEntry, encodeEntry, sealEntry } from '../../../protocols/journal/entry';
import { example, fullNote, targetOf } from './example-notes';

const NOW = '2026-11-23T08:00:00+01:00';
const EMPTY: Present = {
  findProtocol: (id) => (id === example.id ? example : undefined),
  protocolIds: [example.id],
  revisions: new Set(),
  noteIds: new Set(),
  now: NOW,
};

function write(...notes: readonly ReturnType<typeof fullNote>[]): string {
  return [...toAnnotationPage(notes)].join('');
}

function plan(content: unknown, present: Partial<Present> = {}): ImportPlan {
  const parsed = parseAnnotations(typeof content === 'string' ? content : JSON.stringify(content));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return planImport(parsed.value, { ...EMPTY, ...present });
}

const annotation = (change: object): object => ({
  id: 'https://example.org/a/1',
  type: 'Annotation',
  body: { type: 'TextualBody', value: 'Two nurses.' },
  creator: { name: 'A. Stranger' },
  target: { source: 'https://example.org/protocols/exa-session' },
  ...change,
});
const page = (...items: readonly object[]): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'AnnotationPage',
  items,
});

test('writes an annotation any reader of W3C annotations understands', () => {
  const written = JSON.parse(write(fullNote('n'))) as { items: readonly object[] };
  expect(written).toMatchObject({ '@context': ['http://www.w3.org/ns/anno.jsonld', {}], type: 'AnnotationPage' });
  expect(written.items).toHaveLength(1);
  expect(written.items[0]).toMatchObject({
    id: 'urn:uuid:n',
    type: 'Annotation',
    creator: { type: 'Person', name: 'Ä. B.' },
    body: [
      { type: 'TextualBody', format: 'text/markdown', purpose: 'commenting' },
      { value: 'pump', purpose: 'tagging' },
      { value: 'room 2', purpose: 'tagging' },
      { purpose: 'linking', source: 'urn:handrail:protocol:exa-session', selector: { value: 'dose-iv' } },
    ],
    target: {
      type: 'SpecificResource',
      source: 'urn:handrail:protocol:exa-session@1.0.0',
      selector: {
        type: 'FragmentSelector',
        value: 'dose-intro',
        refinedBy: [
          { type: 'TextQuoteSelector', exact: 'never above 9.75 mg per kg.' },
          { type: 'TextPositionSelector' },
        ],
      },
    },
  });
});

test('counts positions in code points', () => {
  const target = {
    ...targetOf('dose-intro'),
    blockText: '𝟗𝟗 never above',
    selector: { type: 'TextQuoteSelector', exact: 'never', prefix: '', suffix: '' },
  } as const;
  const [item] = (JSON.parse(write(fullNote('n', { target }))) as { items: readonly unknown[] }).items;
  expect(item).toMatchObject({ target: { selector: { refinedBy: [{}, { start: 3, end: 8 }] } } });
});

test('gives no position to words as the screen showed them', () => {
  const { items } = JSON.parse(write(fullNote('n', { target: targetOf('dose-iv', '8,5 mg par kg') }))) as {
    items: readonly unknown[];
  };
  expect(items[0]).toMatchObject({ target: { selector: { refinedBy: [{ exact: '8,5 mg par kg' }] } } });
});

test('takes its own file back without loss, every state of every note', () => {
  const notes = [fullNote('a'), fullNote('b', { target: targetOf('dose-iv'), body: 'Plain' })];
  const { revisions, added, changed, known, foreign, unread } = plan(write(...notes));
  const expected = notes.flatMap(({ revisions: states }) =>
    states.map(({ revision, noteId, parents, state }) => {
      const { order: _, ...rest } = state;
      return { revision, noteId, parents, state: rest };
    }),
  );
  expect(revisions).toEqual(expected);
  expect({ added, changed, known, foreign, unread }).toEqual({
    added: 2,
    changed: 0,
    known: 0,
    foreign: [],
    unread: [],
  });
});

test('takes in only what is not here yet, and says how many notes that changes', () => {
  const file = write(fullNote('a'), fullNote('b'), fullNote('c'));
  const here = { noteIds: new Set(['a', 'b']), revisions: new Set(['a-1', 'a-2', 'b-1']) };
  const { revisions, added, changed, known } = plan(file, here);
  expect(revisions.map(({ revision }) => revision)).toEqual(['b-2', 'c-1', 'c-2']);
  expect({ added, changed, known }).toEqual({ added: 1, changed: 1, known: 1 });
});

test('writes and reads a page without notes', () => {
  expect(plan(write())).toEqual({ revisions: [], added: 0, changed: 0, known: 0, foreign: [], unread: [] });
});

test('keeps a foreign annotation as a draft beside its block, and says what it held that a note cannot', () => {
  const { revisions, foreign } = plan(
    page(
      annotation({
        stylesheet: 'x.css',
        body: [
          { type: 'TextualBody', value: '<b>Two</b> nurses.', format: 'text/html' },
          { type: 'TextualBody', value: 'pump, blue', purpose: 'tagging' },
          { id: 'https://example.org/film.mp4' },
        ],
        target: [
          {
            source: 'https://example.org/protocols/exa-session@1.0.0.html',
            selector: {
              type: 'FragmentSelector',
              value: 'dose-intro',
              refinedBy: [
                { type: 'TextQuoteSelector', exact: 'never\nabove' },
                { type: 'CssSelector', value: 'p' },
              ],
            },
          },
          'https://example.org/other',
        ],
      }),
    ),
  );
  expect(foreign).toEqual([
    {
      place: 1,
      isPlaced: true,
      source: 'https://example.org/protocols/exa-session@1.0.0.html',
      lost: ['stylesheet', 'format', 'body', 'target', 'selector'],
    },
  ]);
  const state = revisions[0]?.state;
  expect(state).toMatchObject({
    body: '<b>Two</b> nurses.',
    author: 'A. Stranger',
    status: 'draft',
    tags: ['pump  blue'],
    created: NOW,
  });
  expect(state?.target).toMatchObject({
    blockId: 'dose-intro',
    quotedFrom: 'text',
    selector: { exact: 'never above' },
  });
  expect(state && placeNote(state.target, example)).toBe('placed');
});

test('finds the block by its words where the file names none, if they stand in one block only', () => {
  const quote = (exact: string): object =>
    annotation({ target: { source: 'exa-session', selector: { type: 'TextQuoteSelector', exact } } });
  const { revisions, foreign } = plan(page(quote('never above'), quote('patient'), quote('words of nowhere')));
  expect(foreign.map(({ isPlaced }) => isPlaced)).toEqual([true, true, false]);
  expect(revisions.map(({ state }) => state.target.blockId)).toEqual(['dose-intro', 'dose-intro', '']);
  expect(plan(page(quote('mg per kg'))).foreign[0]?.isPlaced).toBe(false);
});

test('keeps what belongs nowhere here as a draft that waits for a place', () => {
  const { revisions, foreign } = plan(page(annotation({ target: 'https://example.org/elsewhere' })));
  expect(foreign).toMatchObject([{ isPlaced: false, source: 'https://example.org/elsewhere' }]);
  const target = revisions[0]?.state.target;
  expect(target && placeNote(target, example)).toBe('orphan');
});

test('half a character, typed or cut, anywhere in a foreign annotation can be written down all the same', () => {
  const half = '\ud83d';
  const long = `${'x'.repeat(399)}😀`; // cut in the middle of its last character
  const { revisions } = plan(
    page(
      annotation({
        body: [{ value: `a${half}` }, { value: `t${half}`, purpose: 'tagging' }],
        creator: { name: `A.${half}` },
        target: { source: long, selector: { type: 'TextQuoteSelector', exact: `q${half}` } },
      }),
      annotation({ target: { source: 'exa-session', selector: { type: 'TextQuoteSelector', exact: half } } }),
      annotation({ target: { source: 'exa-session', selector: { type: 'FragmentSelector', value: half } } }),
    ),
  );
  expect(revisions).toHaveLength(3);
  for (const body of revisions) {
    const entry = sealEntry({ kind: 'note', body }, { after: CHAIN_START, writer: 'w', at: NOW });
    expect(decodeEntry(encodeEntry(entry).trimEnd()).ok).toBe(true);
  }
});

test('takes the same foreign annotation in once', () => {
  const first = plan(page(annotation({})));
  const ids = first.revisions.map(({ revision }) => revision);
  expect(ids).toHaveLength(1);
  expect(plan(page(annotation({})), { revisions: new Set(ids) }).revisions).toEqual([]);
  expect(plan(page(annotation({ bodyValue: 'More.' })), { revisions: new Set(ids) }).revisions).toHaveLength(1);
});

test.each<[reason: string, item: object]>([
  ['no-words', annotation({ body: { id: 'https://example.org/film.mp4' } })],
  ['no-words', annotation({ body: { type: 'TextualBody', value: '  ' } })],
  ['too-long', annotation({ bodyValue: 'x'.repeat(20_001) })],
  ['not-an-annotation', { type: 'Collection' }],
  ['damaged', { ...annotation({}), 'handrail:revisions': [{ revision: 'r' }] }],
  ['damaged', { ...annotation({}), 'handrail:revisions': [] }],
])('names an annotation it cannot read: %s', (reason, item) => {
  expect(plan(page(item, annotation({})))).toMatchObject({ unread: [{ place: 1, reason }], foreign: [{ place: 2 }] });
});

test('refuses an annotation that would slip a state of another note in', () => {
  const file = write(fullNote('a')).replace('"noteId":"a","parents":["a-1"]', '"noteId":"b","parents":["a-1"]');
  expect(plan(file)).toMatchObject({ revisions: [], unread: [{ place: 1, reason: 'damaged' }] });
});

test.each<[what: string, content: string, kind: string]>([
  ['no JSON', '{', 'not-json'],
  ['a list', '[]', 'not-annotations'],
  ['a number', '5', 'not-annotations'],
  ['some other JSON', '{"type":"Feature"}', 'not-annotations'],
  ['a newer form', '{"type":"AnnotationPage","handrail:form":2,"items":[]}', 'newer'],
  ['too many', JSON.stringify({ type: 'AnnotationPage', items: Array.from({ length: 200_001 }, () => 0) }), 'too-many'],
])('refuses %s', (_what, content, kind) => {
  expect(parseAnnotations(content)).toMatchObject({ ok: false, error: { kind } });
});

test('reads a single annotation, a collection with its page inside, and a file with a byte order mark', () => {
  expect(plan(annotation({})).foreign).toHaveLength(1);
  expect(plan({ type: 'AnnotationCollection', first: page(annotation({})) }).foreign).toHaveLength(1);
  expect(plan(`\uFEFF${JSON.stringify(page(annotation({})))}`).foreign).toHaveLength(1);
});

test('sets nothing on the prototype of objects, and follows no endless chain of selectors', () => {
  const hostile =
    '{"type":"AnnotationPage","items":[{"type":"Annotation","bodyValue":"x","__proto__":{"polluted":1},"target":{"source":"a","selector":';
  const deep = `${'{"refinedBy":'.repeat(2000)}{}${'}'.repeat(2000)}`;
  const parsed = parseAnnotations(`${hostile}${deep}}}]}`);
  expect(parsed.ok).toBe(true);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
