import { expect, test } from 'vitest';
import { readDraft } from '../../../protocols/authoring/compile-protocol';
import { KnownMarkdown } from '../../../protocols/authoring/known-markdown';
import { KnownYaml } from '../../../protocols/authoring/known-yaml';
import { toSkeleton } from '../../../protocols/authoring/skeleton';
import { TEMPLATE_WORDS, toFrenchSkeleton } from '../../../protocols/authoring/skeleton-french';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import { type ClinicTextContext, checkClinicText } from '../../../protocols/clinic-documents/check-clinic-text';
import { toApprovedText, toNextText } from '../../../protocols/clinic-documents/next-text';

const ID = 'own-recovery';
const TODAY = '2031-04-30';
const TEXT = toAuthored(toSkeleton({ type: 'checklist-set', id: ID, title: 'Recovery room', today: TODAY })).replace(
  'status: draft',
  'status: draft # ours',
);

const context = (change: Partial<ClinicTextContext> = {}): ClinicTextContext => ({
  id: ID,
  otherIds: new Set(['iv-ketamine-depression']),
  previous: undefined,
  today: TODAY,
  ...change,
});
const messages = (text: string, given = context()): readonly string[] =>
  checkClinicText(text, given).problems.map(({ line, message, advice }) => `${line}: ${message}. ${advice}`);

test('a sound draft is a protocol, with nothing in its way', () => {
  const checked = checkClinicText(TEXT, context());
  expect(checked.problems).toEqual([]);
  expect(checked.protocol?.title).toBe('Recovery room');
  expect([checked.version, checked.title]).toEqual(['1.0.0', 'Recovery room']);
});

test('a problem is told with its line and what to write instead', () => {
  expect(messages(TEXT.replace('role: nurse', 'role: nurse\n        sometimes: true'))[0]).toMatch(/^\d+: .*sometimes/);
  const [first] = checkClinicText('no front matter', context()).problems;
  expect(first).toMatchObject({ line: 1 });
});

test('a text of which parts are known from before is judged as one that is new, line by line', () => {
  let [yaml, markdown] = [new KnownYaml(), new KnownMarkdown()];
  const later = TEXT.replace('Say the answer first', 'Give .5 mg QD');
  for (const text of [
    TEXT,
    later,
    `${later}\n# No id\n`,
    later.replace('role: nurse', 'role: nurse\n        odd: true'),
    TEXT,
  ]) {
    [yaml, markdown] = [new KnownYaml(yaml), new KnownMarkdown(markdown)];
    const { read } = yaml;
    const known = checkClinicText(text, context(), (typed) => readDraft(typed, read, markdown.read));
    expect(known).toEqual(checkClinicText(text, context()));
  }
});

test('what is easily misread is advice and keeps nothing back', () => {
  const checked = checkClinicText(
    TEXT.replace('Say the answer first', 'Give .5 mg QD, say the answer first'),
    context(),
  );
  expect(checked.advice.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['bare-decimal', 'frequency-abbreviation']),
  );
  expect(checked.problems).toEqual([]);
});

test('what the template asks for and nobody has written is told with its line, in both languages', () => {
  const told = (text: string): readonly unknown[] =>
    checkClinicText(text, context())
      .advice.filter(({ rule }) => rule === 'template-words')
      .map(({ path, line }) => [path, text.split('\n')[(line ?? 0) - 1]]);
  const all = ['dosing-protocol', 'checklist-set', 'response-guide', 'reference', 'operations'] as const;
  const skeletons = all.map((type) => toSkeleton({ type, id: ID, title: 'Recovery room', today: TODAY }));
  for (const skeleton of skeletons.flatMap((each) => [each, toFrenchSkeleton(each)]))
    expect(told(toAuthored(skeleton)).length).toBeGreaterThan(2);

  expect(told(TEXT).map(String)).toEqual([
    'publisher,publisher: Name of the clinic or group',
    'authors.0.name,authors: [{ name: Name of the author, role: prescriber }]',
    expect.stringMatching(/^sources\.0\.citation,.*The source, with its year/),
    expect.stringMatching(/^sections\.0\.blocks\.0\.md,Say the answer first/),
  ]);
  const written = [...TEMPLATE_WORDS].reduce((text, words) => text.replace(words, 'Our own'), TEXT);
  expect(told(written)).toEqual([]);
});

test.each([
  ['iv-ketamine-depression', /is the id of another document.*Write id: own-recovery/],
  ['recovery', /does not begin with own-.*Write id: own-recovery/],
  ['own-other', /is not the id this procedure was begun with.*Write id: own-recovery/],
])('the id %s is refused, and the right one said', (id, expected) => {
  const [message, ...more] = messages(TEXT.replace(`id: ${ID}`, `id: ${id}`));
  expect(message).toMatch(expected);
  expect(more).toEqual([]);
});

test('only an approval makes a version active', () => {
  const typed = TEXT.replace('status: draft # ours', 'status: active').replace(
    'authors:',
    `approvalDate: ${TODAY}\nreviewers: [{ name: B. Other, role: nurse, date: ${TODAY} }]\nauthors:`,
  );
  expect(messages(typed)).toEqual([expect.stringMatching(/only an approval can say.*Write status: draft/)]);
});

test('approval by another person makes it active, says who and when, and keeps the author’s words', () => {
  const approved = toApprovedText(TEXT, { name: 'B. Other', role: 'lead nurse', day: TODAY }, context());
  expect(approved.ok && approved.value.protocol).toMatchObject({
    status: 'active',
    approvalDate: TODAY,
    reviewers: [{ name: 'B. Other', role: 'lead nurse', date: TODAY }],
  });
  const [front, body] = [TEXT, approved.ok ? approved.value.text : ''].map((text) => text.slice(text.indexOf('\n# ')));
  expect(body).toBe(front);
  expect(approved.ok && approved.value.text).toContain('# ours');
});

test('the only author cannot approve, however the name is written; with a second author either may', () => {
  const alone = toApprovedText(TEXT, { name: ' name  of the AUTHOR', role: 'nurse', day: TODAY }, context());
  expect(alone).toMatchObject({ ok: false, error: { kind: 'only-author' } });
  const two = TEXT.replace(
    /authors:.*\n(?: .*\n)*/,
    'authors: [{ name: A. One, role: nurse }, { name: B. Two, role: nurse }]\n',
  );
  expect(toApprovedText(two, { name: 'A. One', role: 'nurse', day: TODAY }, context()).ok).toBe(true);
});

test('a draft with a problem cannot be approved', () => {
  const approved = toApprovedText(TEXT.replace('language: en', ''), { name: 'B', role: 'r', day: TODAY }, context());
  expect(approved).toMatchObject({ ok: false, error: { kind: 'not-sound' } });
});

test('the next version begins as a draft one step up, and must rise as far as what changed', () => {
  const approved = toApprovedText(TEXT, { name: 'B. Other', role: 'nurse', day: TODAY }, context());
  if (!approved.ok) throw new Error('not approved');
  const { text, protocol: previous } = approved.value;
  const next = toNextText(text, previous);
  expect(checkClinicText(next, context({ previous })).protocol).toMatchObject({
    version: '1.0.1',
    status: 'draft',
    supersedes: `${ID}@1.0.0`,
  });
  // The released version itself is never edited.
  expect(messages(next.replace('version: 1.0.1', 'version: 1.0.0'), context({ previous }))).toEqual([
    expect.stringMatching(/1\.0\.0 must be higher than 1\.0\.0/),
  ]);
  const stricter = next.replace('required: true', 'required: false');
  expect(messages(stricter, context({ previous })).join('\n')).toMatch(/must be at least 2\.0\.0/);
});
