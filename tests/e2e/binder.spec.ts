import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { toContentCode } from '../../protocols/print-identity/content-code';
import type { Protocol } from '../../protocols/schema/protocol';
import type { Amount, Time } from '../../protocols/schema/values';
import { walkBlocks, walkObjects } from '../../protocols/schema/walk-blocks';
import { hasContent } from '../../protocols/sheets/printable';
import { toShownValue } from '../../protocols/text/display';
import { ALL } from './sheet-checks';
import { IV, ROOT, expect, go, searchReady, test } from './app';

/** All of them by `npm run test:print`; here one with every kind of block, a long one, and the emergency cards. */
const SOME = ['iv-ketamine-depression', 'esketamine-nasal-spray', 'adverse-event-response'];

const NOTE = 'The second pump stands in room 4.';

function copySome(library: string): string {
  for (const id of SOME) cpSync(join(ROOT, 'protocols/documents', id), join(library, id), { recursive: true });
  return library;
}

async function putNoteInForce(page: Page): Promise<void> {
  await go(page, `${IV}/dose-iv`);
  await expect(page.locator('[data-block-id="dose-iv"]')).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  const editor = page.getByRole('textbox', { name: 'Note', exact: true });
  await editor.fill(NOTE);
  await page.getByRole('textbox', { name: /name or initials/i }).fill('AB');
  await editor.press('Control+Enter');
  const note = page.getByRole('article').filter({ hasText: NOTE });
  await note.getByRole('button', { name: 'Put in force' }).click();
  await page.getByRole('textbox', { name: 'Name of the person who puts it in force' }).fill('Dr. C');
  await page.keyboard.press('Enter');
  await expect(note).toContainText('Put in force by Dr. C');
}

function countPages(html: string): number {
  return html.split('class="page"').length - 1;
}

/** Each clinical value of a protocol as it is told to scripts, as often as it stands in the document. */
function listValues(protocol: Protocol): string[] {
  return [...walkBlocks(protocol)].flatMap(({ block, path }) =>
    [...walkObjects(block, path)].flatMap(({ node }) => {
      if (!('mark' in node) || !('value' in node || 'duration' in node)) return [];
      const { attributes } = toShownValue(node as unknown as Amount | Time, 'en');
      return [toKey(attributes['data-value'], attributes['data-unit'], attributes['data-mark'])];
    }),
  );
}

function readValues(html: string): string[] {
  return [...html.matchAll(/data-value="([^"]*)" data-unit="([^"]*)" data-mark="([^"]*)"/g)].map(
    ([, value, unit, mark]) => toKey(value, unit, mark),
  );
}

function toKey(...words: readonly (string | undefined)[]): string {
  return words.join(' ');
}

/** What `wanted` has more often than `found`. */
function listMissing(wanted: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of found) left.set(each, (left.get(each) ?? 0) + 1);
  return wanted.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

test('the downtime binder stands by itself with every value and note, and its codes are known to the program', async ({
  launch,
  folder,
}) => {
  test.setTimeout(180_000);
  const chosen = folder('stick');
  const { app, page } = await launch(ALL ? {} : { library: copySome(folder('library')) });
  await searchReady(page);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, chosen);
  await putNoteInForce(page);
  const editions = await page.evaluate(async () => {
    const { protocols } = await window.bridge['library:list']();
    return Promise.all(
      protocols.map(async ({ id, version, contentHash }) => {
        const opened = await window.bridge['library:open']({ id, version });
        if (!opened.ok) throw new Error(`${id} does not open`);
        return { protocol: opened.value, contentHash };
      }),
    );
  });
  await go(page, '/library');
  await page.getByRole('button', { name: 'Make the downtime binder…' }).click();
  await expect(page.getByRole('status').filter({ hasText: `Made: ${editions.length} protocols, in ` })).toBeVisible({
    timeout: 60_000,
  });
  const [name = ''] = readdirSync(chosen);
  expect(readdirSync(chosen)).toEqual([name]);
  const binder = join(chosen, name);
  const files = readdirSync(binder).filter((file) => file.endsWith('.html'));
  const read = (file: string): string => readFileSync(join(binder, file), 'utf8');

  // Nothing runs, and every link leads to a place in the folder.
  for (const file of files) {
    const html = read(file);
    expect(html).not.toMatch(/<script|\son\w+=|javascript:|<iframe|<base/i);
    const links = [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const [path = '', place] = link.split('#');
      const target = path === '' ? html : readFileSync(join(binder, path), 'latin1'); // fails where there is none
      if (place !== undefined) expect(target, `${file}: ${link}`).toContain(`id="${place}"`);
    }
  }

  const styles = readdirSync(join(binder, 'assets')).filter((file) => file.endsWith('.css'));
  expect(styles.length).toBeGreaterThan(1);
  for (const style of styles)
    for (const [, url = ''] of read(`assets/${style}`).matchAll(/url\(["']?([^"')]*)["']?\)/g))
      expect(existsSync(join(binder, 'assets', url)), `${style}: ${url}`).toBe(true);

  // Every document with all it says, under the hash and the codes the program has for it.
  const index = read('index.html');
  const wanted = ['index.html'];
  for (const { protocol, contentHash } of editions) {
    expect(index).toContain(contentHash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 '));
    const whole = `${protocol.id}-${protocol.version}.html`;
    wanted.push(whole);
    const values = listValues(protocol);
    expect(listMissing(values, readValues(read(whole))), `values missing from ${whole}`).toEqual([]);
    const pages = [{ sheet: 'protocol', file: whole }] as { sheet: 'protocol' | 'emergency'; file: string }[];
    if (hasContent(protocol, { sheet: 'emergency' })) {
      pages.push({ sheet: 'emergency', file: `emergency-${protocol.id}.html` });
      wanted.push(`emergency-${protocol.id}.html`);
      expect(index.indexOf(`emergency-${protocol.id}.html`)).toBeLessThan(index.indexOf(whole));
    }
    for (const { sheet, file } of pages) {
      const html = read(file);
      const [code = ''] = /Content code ([\w-]+)/.exec(html)?.slice(1) ?? [];
      // The page with the note has a code of its own; of the others the code is that of the document alone.
      if (!html.includes(NOTE))
        expect(code).toBe(toContentCode({ sheet, key: protocol, contentHash, local: [], language: 'en' }));
      expect(index).toContain(code);
      expect(html.split('class="page"')).toHaveLength(html.split(`Content code ${code}`).length);
      expect(html).toContain('DRAFT — NOT FOR PATIENT CARE');
    }
  }
  expect(files.toSorted()).toEqual(wanted.toSorted());
  expect(files.filter((file) => read(file).includes(NOTE))).toEqual(['iv-ketamine-depression-1.0.0.html']);

  const electron = process.env['HANDRAIL_ELECTRON'] ?? '';
  const confinement = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const viewer = [join(ROOT, 'tests/e2e/binder-viewer/main.mjs'), binder, '-'];
  const user = `--user-data-dir=${folder('viewer')}`;
  const { stdout } = spawnSync(electron, [...confinement, '--disable-gpu', user, ...viewer], { encoding: 'utf8' });
  const seen: unknown = JSON.parse(stdout.split('\n').find((line) => line.startsWith('{"')) ?? '{}');
  expect(seen).toMatchObject({ titles: { 'index.html': 'Downtime binder' }, failed: [] });
  const { requests, titles, heights } = seen as {
    requests: string[];
    titles: Record<string, string>;
    heights: Record<string, number>;
  };
  // What is in the file is to be seen: no page of a sheet is folded up.
  for (const file of files) expect(heights[file], file).toBeGreaterThan(400 + 150 * countPages(read(file)));
  expect(Object.keys(titles).toSorted()).toEqual(files.toSorted());
  expect(requests.filter((url) => !url.startsWith(`${pathToFileURL(binder).href}/`))).toEqual([]);

  // The page with the note is known by its code, and another binder of today is not written over it.
  const [code = ''] = /Content code ([\w-]+)/.exec(read('iv-ketamine-depression-1.0.0.html'))?.slice(1) ?? [];
  await page.getByRole('textbox', { name: /^Code on the sheet/ }).fill(code);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-check=binder]')).toContainText('iv-ketamine-depression version 1.0.0');
  await page.getByRole('button', { name: 'Make the downtime binder…' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is there already and was not touched' })).toBeVisible();
  expect(readdirSync(chosen)).toEqual([name]);
});
