import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';

const example = readFileSync(new URL('../fixtures/documents/exa-session/1.0.0.md', import.meta.url), 'utf8');

/** What the compiler says of the example after some replacements, as `line path`. */
function places(...changes: readonly (readonly [string, string])[]): string[] {
  const text = changes.reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`the example has no ${from}`);
    return whole.replace(from, to);
  }, example);
  const result = compileProtocol(text);
  return result.ok ? [] : result.error.map(({ line, path }) => `${line} ${path}`);
}

function lineOf(words: string): number {
  return example.slice(0, example.indexOf(words)).split('\n').length;
}

const DOSE = 'sections.1.blocks.1';

test('reports what cannot be read and what the schema refuses in one pass, in the order of the file', () => {
  expect(
    places(
      ['status: draft', 'status: final'],
      ['usual: 8.5 mg/kg', 'usual: 8.50 mg/kg'],
      ['route: intravenous', 'route: IV'],
    ),
  ).toEqual([
    `${lineOf('status: draft')} status`,
    `${lineOf('route: intravenous')} ${DOSE}.route`,
    `${lineOf('usual: 8.5 mg/kg')} ${DOSE}.amount.usual`,
  ]);
});

test('tells once what could not be read, not again as absent', () => {
  expect(places(['usual: 8.5 mg/kg', 'usual: 8.5 cc'])).toHaveLength(1);
  expect(places(['reviewBy: 2031-02-01', 'reviewBy: [2031-02-01'])).toHaveLength(1);
});

test('keeps the place of a block that cannot be read, so that the next one is judged at its own place', () => {
  const found = places(
    ['Weigh the patient', '```js\nx\n```\n\nWeigh the patient'],
    ['route: intravenous', 'route: IV'],
  );
  expect(found).toEqual([
    `${lineOf('Weigh the patient')} sections.1.blocks.0`,
    `${lineOf('route: intravenous') + 4} sections.1.blocks.2.route`,
  ]);
});

test('names duplicate ids and dangling references of a document that cannot be read whole', () => {
  expect(
    places(
      ['route: intravenous', 'route: IV'],
      ['id: contra-pressure', 'id: contra-allergy'],
      ['goTo: "#stop-rule"', 'goTo: "#stop-rules"'],
      ['reviewBy: 2031-02-01', 'reviewBy: 2025-02-01'],
      ['max: 9.75 mg/kg', 'max: 9.75 cc'],
    ),
  ).toEqual([
    `${lineOf('reviewBy')} reviewBy`,
    `${lineOf('id: contra-pressure')} sections.0.blocks.1.id`,
    `${lineOf('route: intravenous')} ${DOSE}.route`,
    `${lineOf('max: 9.75')} ${DOSE}.amount.max`,
    `${lineOf('goTo:')} sections.3.blocks.0.parameters.0.thresholds.1.goTo`,
  ]);
});

test('does not call a reference dangling when what it names could not be read', () => {
  expect(places(['id: stop-rule\n', 'id: Stop Rule\n'])).toEqual([`${lineOf('id: stop-rule')} sections.3.blocks.1.id`]);
  expect(places(['method: infusion\n', 'method: infusion\nmethod: infusion\n'])).toHaveLength(1);
});

test('does not call a source unused while a block that may cite it could not be read', () => {
  expect(places(['severity: emergency', 'severity: mild'], ['id: s2, citation', 'id: s3, citation'])).not.toContain(
    `${lineOf('id: s2, citation')} sources.1`,
  );
});
