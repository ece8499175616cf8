import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import type { Finding } from '../../../protocols/linting/finding';
import { listHumanTexts } from '../../../protocols/linting/human-texts';
import { lintAuthored, lintProtocol } from '../../../protocols/linting/lint-document';
import { shipped } from '../../documents/shipped-documents';
import { DEFECTS_TODAY, listDefects, toManifest, toSoundDocument } from '../../fixtures/build-defects';

const FOLDER = join(import.meta.dirname, '../../fixtures/defects');
const defects = listDefects();

// WRITE_DEFECTS=1 npx vitest run tests/protocols/linting/defects.test.ts writes the corpus anew.
if (process.env['WRITE_DEFECTS'] === '1') {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const { file, text } of defects) writeFileSync(join(FOLDER, file), text);
  writeFileSync(join(FOLDER, 'manifest.json'), toManifest(defects));
}

const lint = (text: string): Finding[] => lintAuthored(text, { today: DEFECTS_TODAY });
const linted = new Map<string, Finding[]>();
/** What is found in one file of the corpus, looked for once. */
const findingsOf = (file: string): Finding[] => {
  const known = linted.get(file) ?? lint(read(file));
  linted.set(file, known);
  return known;
};
const places = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map(({ rule, line }) => `${line} ${rule}`)),
];
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

test('the corpus on disk is what its seeds give', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual([...defects.map(({ file }) => file), 'manifest.json'].toSorted());
  expect(read('manifest.json')).toBe(toManifest(defects));
  for (const { file, text } of defects) expect([file, read(file) === text]).toEqual([file, true]);
});

test('the corpus is large enough, and covers every rule it can', () => {
  expect(defects.length).toBeGreaterThanOrEqual(80);
  expect(new Set(defects.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(25);
});

describe('every defect is found at its line, under its rule, and nothing else is said', () => {
  test.each(defects)('$file', ({ file, rule, line }) => {
    expect(places(findingsOf(file))).toEqual([`${line} ${rule}`]);
  });
});

test('every finding says what is wrong and what to write, with a path where there is one', () => {
  const findings = defects.flatMap(({ file }) => findingsOf(file));
  expect(findings.filter(({ message, advice }) => message.length < 8 || !/^[A-Z"{].*\.$/.test(advice))).toEqual([]);
  expect(findings.filter(({ path }) => path === '').map(({ rule }) => rule)).toEqual([]);
});

test('the sound document the defects are put into is clean', () => {
  for (const seed of [1, 50, 100]) {
    const sound = toSoundDocument({
      drug: 'examplamine',
      dose: 10 + (seed % 8),
      most: 25,
      tenth: 3,
      micro: 35,
      units: 45,
      volume: 65,
      minutes: 55,
      rate: 75,
      pressure: 505,
      thousands: 85,
    });
    expect(lint(sound)).toEqual([]);
  }
});

describe('the library is clean', () => {
  const today = '2026-11-22';

  test.each(shipped)('$id $version', ({ text }) => {
    expect(lintAuthored(text, { today })).toEqual([]);
  });

  test('at most two texts in a hundred are named, whether authored or compiled', () => {
    const protocols = shipped.flatMap(({ text }) => {
      const result = compileProtocol(text);
      return result.ok ? [result.value] : [];
    });
    const texts = protocols.flatMap((protocol) => [...listHumanTexts(protocol)]);
    const named = new Set(
      protocols.flatMap((protocol) => lintProtocol(protocol, { today }).map(({ path }) => `${protocol.id} ${path}`)),
    );
    expect(texts.length).toBeGreaterThan(1000);
    expect(named.size / texts.length).toBeLessThanOrEqual(0.02);
  });
});
