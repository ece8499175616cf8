import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileProtocol } from '../../protocols/authoring/compile-protocol';
import { toContentHash } from '../../protocols/authoring/canonical-json';
import { toContentCode } from '../../protocols/print-identity/content-code';
import { ROOT, expect, go, test } from './app';

const SOURCE = readFileSync(join(ROOT, 'tests/fixtures/documents/exa-session/1.0.0.md'), 'utf8');
const PAGES = ['emergency-exa-session.html', 'exa-session-1.0.0.html', 'index.html'];

test('the downtime binder stands by itself, and its codes are known to the program', async ({ launch, folder }) => {
  const [library, chosen] = [folder('library'), folder('stick')];
  mkdirSync(join(library, 'exa-session'));
  writeFileSync(join(library, 'exa-session/1.0.0.md'), SOURCE);
  const { app, page } = await launch({ library });
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, chosen);
  await go(page, '/library');
  await page.getByRole('button', { name: 'Make the downtime binder…' }).click();
  const made = page.getByRole('status').filter({ hasText: /Made: 1 protocol, in / });
  await expect(made).toBeVisible({ timeout: 20_000 });
  const binder = join(chosen, readdirSync(chosen)[0] ?? '');
  expect(readdirSync(chosen)).toHaveLength(1);
  expect(readdirSync(binder).toSorted()).toEqual(['assets', ...PAGES]);

  // Nothing runs, nothing is elsewhere, and every link leads to a file of the folder.
  const read = (file: string): string => readFileSync(join(binder, file), 'utf8');
  for (const file of PAGES) {
    const html = read(file);
    expect(html).not.toMatch(/<script|\son\w+=|javascript:|<iframe|<base/i);
    const links = [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(existsSync(join(binder, link)), `${file}: ${link}`).toBe(true);
  }
  const compiled = compileProtocol(SOURCE);
  if (!compiled.ok) throw new Error('the example does not compile');
  const protocol = compiled.value;
  const contentHash = toContentHash(protocol);
  const codes = (['emergency', 'protocol'] as const).map((sheet) =>
    toContentCode({ sheet, key: protocol, contentHash, local: [], language: 'en' }),
  );
  const index = read('index.html');
  expect(index).toContain(contentHash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 '));
  expect(index.indexOf(PAGES[0] ?? '')).toBeLessThan(index.indexOf(PAGES[1] ?? ''));
  for (const [at, code] of codes.entries()) {
    expect(index).toContain(code);
    const html = read(PAGES[at] ?? '');
    expect(html.split('class="page"')).toHaveLength(html.split(`Content code ${code}`).length);
    expect(html).toContain('DRAFT — NOT FOR PATIENT CARE');
  }
  const pageOfProtocol = read(PAGES[1] ?? '');
  for (const value of ['7.5', '8.5', '9.75']) expect(pageOfProtocol).toContain(value);

  const electron = process.env['HANDRAIL_ELECTRON'] ?? '';
  const confinement = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const viewer = [join(ROOT, 'tests/e2e/binder-viewer/main.mjs'), binder, '-'];
  const user = `--user-data-dir=${folder('viewer')}`;
  const { stdout } = spawnSync(electron, [...confinement, '--disable-gpu', user, ...viewer], { encoding: 'utf8' });
  const seen: unknown = JSON.parse(stdout.split('\n').find((line) => line.startsWith('{"')) ?? '{}');
  expect(seen).toMatchObject({ titles: { 'index.html': 'Downtime binder' }, failed: [] });
  const { requests } = seen as { requests: string[] };
  expect(requests.filter((url) => !url.startsWith(`${pathToFileURL(binder).href}/`))).toEqual([]);

  await page.getByRole('textbox', { name: /^Code on the sheet/ }).fill(codes[0] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-check=binder]')).toContainText('Emergency cards, exa-session version 1.0.0');

  await page.getByRole('button', { name: 'Make the downtime binder…' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is there already and was not touched' })).toBeVisible();
  expect(readdirSync(chosen)).toHaveLength(1);
});
