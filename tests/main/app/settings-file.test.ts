import { mkdtempSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { SettingsFile } from '../../../main/app/settings-file';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';

vi.mock('node:fs', { spy: true });

const folder = (): string => mkdtempSync(join(tmpdir(), 'handrail-settings-'));
const open = (at: string, writable = true, forNow?: 'en' | 'fr'): SettingsFile =>
  new SettingsFile(at, writable, { system: 'en', forNow });

test('starts with the shipped settings in the language of the computer', () => {
  expect(new SettingsFile(folder(), true, { system: 'fr', forNow: undefined }).settings).toEqual({
    ...SHIPPED_SETTINGS,
    language: 'fr',
  });
});

test('remembers a change and the place of the window', () => {
  const at = folder();
  const first = open(at);
  expect(first.change({ theme: 'dark', zoom: 2 })).toMatchObject({ ok: true });
  first.rememberWindow({ x: 1, y: 2, width: 900, height: 700, maximized: false });
  const second = open(at);
  expect(second.settings).toEqual({ ...SHIPPED_SETTINGS, theme: 'dark', zoom: 2 });
  expect(second.window).toEqual({ x: 1, y: 2, width: 900, height: 700, maximized: false });
  expect(readdirSync(at)).toEqual(['settings.json']);
});

test('a language named at start holds for the run and is not remembered', () => {
  const at = folder();
  const first = open(at, true, 'fr');
  first.change({ zoom: 1.5 });
  expect(first.settings.language).toBe('fr');
  expect(open(at).settings).toMatchObject({ language: 'en', zoom: 1.5 });
});

test('a language chosen during such a run wins and is remembered', () => {
  const at = folder();
  const first = open(at, true, 'fr');
  first.change({ language: 'en' });
  expect(first.settings.language).toBe('en');
  expect(open(at, true).settings.language).toBe('en');
});

test.each([
  ['half a file', '{"settings": {"theme": "da'],
  ['another shape', '{"settings": {"theme": "purple"}}'],
  ['a zoom nobody can read at', JSON.stringify({ settings: { ...SHIPPED_SETTINGS, zoom: 40 } })],
])('moves %s aside and starts with the shipped settings', (_name, text) => {
  const at = folder();
  writeFileSync(join(at, 'settings.json'), text);
  const file = open(at);
  expect(file.reset).toBe(true);
  expect(file.settings).toEqual(SHIPPED_SETTINGS);
  const kept = readdirSync(at).find((name) => name.startsWith('settings.json.damaged-'));
  expect(readFileSync(join(at, kept ?? ''), 'utf8')).toBe(text);
});

test('keeps what an earlier program remembered, and knows the rest as shipped', () => {
  const at = folder();
  writeFileSync(join(at, 'settings.json'), '{"settings":{"theme":"dark","clinicName":"North"}}');
  const file = new SettingsFile(at, true, { system: 'fr', forNow: undefined });
  expect(file.reset).toBe(false);
  expect(file.settings).toEqual({ ...SHIPPED_SETTINGS, language: 'fr', theme: 'dark', clinicName: 'North' });
});

test('starts also where a damaged file cannot be moved aside, and then does not write over it', () => {
  const at = folder();
  writeFileSync(join(at, 'settings.json'), 'not settings');
  vi.mocked(renameSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('EPERM: in use by another program'), { code: 'EPERM' });
  });
  const file = open(at);
  expect(file.reset).toBe(true);
  expect(file.change({ zoom: 2 })).toMatchObject({ ok: false, error: { kind: 'not-written' } });
  expect(file.settings.zoom).toBe(2);
  expect(readFileSync(join(at, 'settings.json'), 'utf8')).toBe('not settings');
});

test('on a folder that cannot be written a change holds for now and says it is not kept', () => {
  const at = folder();
  const file = open(at, false);
  expect(file.change({ theme: 'dim' })).toMatchObject({ ok: false, error: { kind: 'not-written' } });
  expect(file.settings.theme).toBe('dim');
  expect(readdirSync(at)).toEqual([]);
});

test('a write that fails is told, not thrown', () => {
  const file = open(join(folder(), 'is', 'not', 'there'));
  expect(file.change({ theme: 'dim' })).toMatchObject({ ok: false, error: { kind: 'not-written' } });
});
