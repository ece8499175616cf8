import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { listAuthoredFiles } from '../../main/cli/authored-files';
import { toIndex } from '../../main/cli/document-index';
import { indexCommand } from '../../main/cli/index-documents';
import { findOpenItems } from '../../main/cli/open-items';
import { RELEASE_GAPS } from '../../main/cli/release-gaps';
import { compile, shipped } from './shipped-documents';

const DOCUMENTS = join(import.meta.dirname, '../../protocols/documents');
const EXAMPLE = join(import.meta.dirname, '../fixtures/documents/exa-session/1.0.0.md');

test('INDEX.md says what the documents say; when this fails, run: npm run protocols -- index', () => {
  expect(readFileSync(join(DOCUMENTS, 'INDEX.md'), 'utf8')).toBe(toIndex(shipped.map(compile)));
});

test('every document is named once with its counts', () => {
  const rows = toIndex(shipped.map(compile))
    .split('\n')
    .filter((line) => line.startsWith('| ['));
  expect(rows).toHaveLength(shipped.length);
  for (const { id, version } of shipped) {
    const cells = rows.find((row) => row.includes(`(${id}/${version}.md)`))?.split(' | ') ?? [];
    expect(cells.slice(3).map(Number.parseFloat)).toHaveLength(5);
    expect(cells.slice(3).some((cell) => Number.isNaN(Number.parseFloat(cell)))).toBe(false);
  }
});

test('every gap names documents there are', () => {
  const ids = new Set(shipped.map(({ id }) => id));
  expect(RELEASE_GAPS.flatMap(({ documents }) => documents).filter((id) => !ids.has(id))).toEqual([]);
});

test('the infusion document leaves its weight and its most to the clinic', () => {
  const infusion = shipped.find(({ id }) => id === 'iv-ketamine-depression');
  const items = infusion === undefined ? [] : findOpenItems(compile(infusion));
  const dose = items.filter(({ blockId }) => blockId === 'dose-iv');
  expect(dose.map(({ what }) => what)).toEqual([
    'Ketamine, intravenous infusion: dosing weight',
    'Ketamine, intravenous infusion: most in one dose',
  ]);
  expect(dose[1]?.know).toContain('No absolute maximum is agreed');
});

test('the index is not taken for a document', async () => {
  const files = await listAuthoredFiles([DOCUMENTS]);
  expect(files).toHaveLength(shipped.length);
});

test('a stale index is told from a fresh one, and only writing mends it', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const folder = mkdtempSync(join(tmpdir(), 'handrail-index-'));
  mkdirSync(join(folder, 'exa-session'));
  cpSync(EXAMPLE, join(folder, 'exa-session/1.0.0.md'));
  const file = join(folder, 'INDEX.md');
  expect(await indexCommand.run([folder, '--check'])).toBe(1);
  expect(await indexCommand.run([folder])).toBe(0);
  expect(await indexCommand.run([folder, '--check'])).toBe(0);
  writeFileSync(file, `${readFileSync(file, 'utf8')}by hand\n`);
  expect(await indexCommand.run([folder, '--check'])).toBe(1);
  expect(readFileSync(file, 'utf8')).toContain('by hand');
});
