import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDocuments } from '../../../main/library/load-documents';
import { readYaml } from '../../../protocols/authoring/authored-yaml';
import { toCanonicalJson } from '../../../protocols/authoring/canonical-json';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { formatAuthored } from '../../../protocols/authoring/format-authored';
import { parseCanonical } from '../../../protocols/authoring/parse-canonical';
import { toAuthored } from '../../../protocols/authoring/to-authored';
import { diffProtocols } from '../../../protocols/changes/diff-protocols';
import { requiredBump } from '../../../protocols/changes/required-bump';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Issue, Result } from '../../../protocols/schema/result';
import { readForm } from '../../../protocols/forms/form-document';
import { parseProtocol } from '../../../protocols/schema/parse-protocol';
import { compiled } from '../../fixtures/change';
import { countProcessorTime } from '../../fixtures/processor-time';
import { EXAMPLE } from '../../fixtures/texts';
import { mutated, mutatedData, randomText } from './mutations';

const SECOND = 1000;
const example = compiled(EXAMPLE);
const canonical = toCanonicalJson(example);

/** The answer, which must come within a second and be a document or at least one issue that says where. */
function within<T>(parse: () => Result<T, Issue[]>, lines = Number.POSITIVE_INFINITY): Result<T, Issue[]> {
  const taken = countProcessorTime();
  const result = parse();
  // Code that runs for the first time, on a machine that is busy, pays for being compiled as well: what is slow is so twice.
  if (taken() >= SECOND) {
    const again = countProcessorTime();
    parse();
    expect(again()).toBeLessThan(SECOND);
  }
  // Nothing a document says reaches other objects.
  expect([Object.keys(Object.prototype), Reflect.get({}, 'x')]).toEqual([[], undefined]);
  if (!result.ok) {
    expect(result.error.length).toBeGreaterThan(0);
    for (const { message, line } of result.error) {
      expect(message).not.toBe('');
      if (line !== undefined) expect(line).toBeGreaterThan(0);
      if (line !== undefined) expect(line).toBeLessThanOrEqual(lines);
    }
  }
  return result;
}

describe('random bytes', () => {
  test('are no document, and end nothing', () => {
    fc.assert(
      fc.property(randomText, (text) => {
        expect(within(() => compileProtocol(text)).ok).toBe(false);
        expect(within(() => parseCanonical(text)).ok).toBe(false);
        expect(within(() => formatAuthored(text)).ok).toBe(false);
        expect(readYaml(text, 1).problems.every(({ line }) => line > 0)).toBe(true);
        expect(readForm(text)?.parts.every(({ start, end }) => end >= start) ?? true).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('behind a front matter, in a fence and in prose, neither', () => {
    const [front = ''] = /^---\n[\s\S]*?\n---\n/.exec(EXAMPLE) ?? [];
    fc.assert(
      fc.property(randomText, (text) => {
        expect(within(() => compileProtocol(`${front}\n# A {#a}\n\n${text}\n`)).ok).toBe(false);
        expect(within(() => compileProtocol(`${front}\n# A {#a}\n\n\`\`\`yaml dose\n${text}\n\`\`\`\n`)).ok).toBe(
          false,
        );
        expect(within(() => compileProtocol(`---\n${text}\n---\n\n# A {#a}\n`)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a document after accidents', () => {
  test('is refused with lines that are there, or is sound and written back whole', () => {
    fc.assert(
      fc.property(mutated(EXAMPLE), (text) => {
        const result = within(() => compileProtocol(text), text.split(/\r\n?|\n/).length + 1);
        // A form shows what can be read of it, each part once and none over another.
        const parts = readForm(text)?.parts ?? [];
        expect(parts.every(({ start }, index) => start >= (parts[index - 1]?.start ?? 0))).toBe(true);
        if (!result.ok) return;
        expect(toCanonicalJson(compiled(toAuthored(result.value)))).toBe(toCanonicalJson(result.value));
        expect(requiredBump(diffProtocols(example, result.value)).reasons).toEqual(expect.any(Array));
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('as canonical text, is refused or sound', () => {
    fc.assert(
      fc.property(mutated(canonical), (text) => {
        const result = within(() => parseCanonical(text));
        expect(result.ok ? toCanonicalJson(result.value) : canonical).toMatch(/^\{"aliases"/);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('as data with one thing replaced, is refused by its path or sound', () => {
    fc.assert(
      fc.property(mutatedData(JSON.parse(canonical)), (data) => {
        const result = within(() => parseProtocol(data));
        expect(result.ok ? toAuthored(result.value) : EXAMPLE).toMatch(/^---\n/);
      }),
      { numRuns: 600 },
    );
  }, 60_000);
});

const part = (text: string): string => `${EXAMPLE}\n# More {#more}\n\n${text}\n`;
const fence = (yaml: string): string => part(`\`\`\`yaml dose\n${yaml}\n\`\`\``);
const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

describe('what is made to take for ever is refused within a second', () => {
  test.each<[string, string]>([
    [
      'an alias bomb',
      fence(
        `a: &a [x, x, x]\n${rows(20, (i) => `k${i}: &k${i} [*${i === 0 ? 'a' : `k${i - 1}`}, *${i === 0 ? 'a' : `k${i - 1}`}]`)}`,
      ),
    ],
    ['an alias in the front matter', EXAMPLE.replace('title:', 'aliases2: &a [x]\nx: *a\ntitle:')],
    ['5,000 lists on one row', fence('- '.repeat(5000))],
    ['5,000 open brackets', fence(`id: ${'['.repeat(5000)}`)],
    ['5,000 records in each other', fence(`id: ${'{ a: '.repeat(5000)}`)],
    ['5,000 levels of one space', fence(rows(1400, (i) => `${' '.repeat(i)}a:`))],
    ['5,000 tags', fence('!!map '.repeat(5000))],
    ['10,000 keys', fence(rows(10_000, (i) => `k${i}: x`))],
    ['the same key 10,000 times', fence(rows(10_000, () => 'k: x'))],
    ['5,000 quotations in each other', part('> '.repeat(5000))],
    ['5,000 lists in each other', part('- '.repeat(5000))],
    ['5,000 numbered lists in each other', part('1. '.repeat(5000))],
    ['lists and quotations in each other', part('> - 1. '.repeat(2000))],
    ['50,000 open links', part('[a]('.repeat(50_000))],
    ['50,000 stars', part('*a **b '.repeat(25_000))],
    ['50,000 footnotes', part('[^a]'.repeat(12_500))],
    [
      'a table of 2,000 columns',
      part(`${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${`${'|a'.repeat(2000)}|\n`.repeat(20)}`),
    ],
    ['50,000 spaces inside a line', part(`a${' '.repeat(50_000)}b`)],
    ['50,000 underlinings', part('a\n='.repeat(50_000))],
    ['a heading of 4,000 stars', part(`# ${'*'.repeat(2000)}a${'*'.repeat(2000)} {#x}`)],
    ['signs hidden behind HTML that looks like a fence', part(`<!--\n\`\`\`\n-->\n${'[a]('.repeat(20_000)}`)],
    ['a number of 100,000 digits', EXAMPLE.replace('8.5 mg/kg', `${'9'.repeat(100_000)} mg/kg`)],
    ['a limit of 100,000 digits', EXAMPLE.replace('">= 161 mmHg"', `">= ${'9'.repeat(100_000)} mmHg"`)],
    [
      '"above baseline" 10,000 times',
      EXAMPLE.replace('">= 161 mmHg"', `">= 161 mmHg${' above baseline'.repeat(10_000)}"`),
    ],
    [
      '10,000 brackets behind a value',
      EXAMPLE.replace('"> local (two limits are published)"', `"> local ${'(('.repeat(5000)}"`),
    ],
    [
      'a schedule of a second for a year',
      EXAMPLE.replace('every: PT15M, from: PT0M, until: PT60M', 'every: PT1S, from: PT0M, until: P365D'),
    ],
    ['an interval of nothing', EXAMPLE.replace('every: PT15M', 'every: PT0M')],
    ['a document of a million characters and one', EXAMPLE + '\n'.repeat(1_000_001 - EXAMPLE.length)],
    ['50 MB', EXAMPLE + 'x'.repeat(50_000_000)],
  ])('%s', (_what, text) => {
    expect(within(() => compileProtocol(text)).ok).toBe(false);
  });

  test.each<[string, string]>([
    ['5,000 lists in each other', canonical.replace('"blocks":[', `"blocks":[${'['.repeat(5000)}${']'.repeat(5000)},`)],
    [
      '5,000 records in each other',
      canonical.replace('"blocks":[', `"blocks":[${'{"a":'.repeat(5000)}1${'}'.repeat(5000)},`),
    ],
    ['5,000 open lists', '['.repeat(5000)],
    ['a number of 100,000 digits', canonical.replace('"8.5"', `"${'9'.repeat(100_000)}"`)],
    ['50 MB', canonical + ' '.repeat(50_000_000)],
  ])('as canonical text: %s', (_what, text) => {
    expect(within(() => parseCanonical(text)).ok).toBe(false);
  });
});

describe('keys that reach into objects are refused by name', () => {
  const KEYS = ['__proto__', 'constructor', 'prototype'];

  test.each(KEYS)('%s in canonical text', (key) => {
    const result = parseCanonical(canonical.replace('"blocks":[{', `"blocks":[{"${key}":{"x":1},`));
    expect(result.ok ? [] : result.error.map(({ path }) => path)).toContain(`sections.0.blocks.0.${key}`);
    expect(parseCanonical(canonical.replace('{', `{"${key}":{"x":1},`)).ok).toBe(false);
  });

  test.each(KEYS)('%s in a fence and in the front matter', (key) => {
    const result = compileProtocol(EXAMPLE.replace('id: dose-iv\n', `id: dose-iv\n${key}: { x: 1 }\n`));
    expect(result.ok ? '' : JSON.stringify(result.error)).toContain(`"${key}\\" is not a field`.replace('"', '\\"'));
    expect(compileProtocol(EXAMPLE.replace('status: draft', `status: draft\n${key}: { x: 1 }`)).ok).toBe(false);
    expect(
      compileProtocol(EXAMPLE.replace('drug: { name: examplamine,', `drug: { name: examplamine, ${key}: { x: 1 },`)).ok,
    ).toBe(false);
  });

  test.each([...KEYS, 'toString', 'hasOwnProperty'])('%s as the type of a block', (type) => {
    expect(compileProtocol(part(`\`\`\`yaml ${type}\nid: x\n\`\`\``)).ok).toBe(false);
  });
});

test('a file of 50 MB is refused by its size before it fills the memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-large-'));
  for (const name of ['a/1.0.0.md', 'b/1.0.0.json']) {
    mkdirSync(join(folder, name, '..'));
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), 50_000_000);
  }
  const before = process.memoryUsage();
  const taken = countProcessorTime();
  const { loaded, withheld } = await loadDocuments(folder);
  expect(taken()).toBeLessThan(SECOND);
  const after = process.memoryUsage();
  expect(loaded).toEqual([]);
  expect(withheld.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
    ['document-large'],
    ['document-large'],
  ]);
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(40_000_000);
});

test('a document as long as one may be compiles, and every part of it is there', () => {
  const paragraph = (index: number): string =>
    `A sentence of prose that says what to do, again and again. {#long-${index} verified s1}\n`;
  const text = part(rows(10_000, paragraph));
  const result = compileProtocol(text.slice(0, 1_000_000).replace(/[^\n]*$/, ''));
  const blocks = (protocol: Protocol): number => protocol.sections.at(-1)?.blocks.length ?? 0;
  expect(result.ok ? blocks(result.value) : result.error).toBeGreaterThan(9000);
}, 30_000);
