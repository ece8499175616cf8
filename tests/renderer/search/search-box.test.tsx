// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { invent, inventDose } from '../../protocols/search/invented-documents';
import { BoxPage, active, box, button, options, press, type } from './box-page';

const documents = [
  invent({
    id: 'session',
    title: 'Examplamine session',
    status: 'draft',
    body: `# Dose {#dosing}\n\n${inventDose('dose-iv', 'examplamine', 'intravenous')}\n# Sedation {#sedation}\n\nWatch the patient. {#watch verified s1}\n\n${Array.from({ length: 15 }, (_, n) => `# Reading ${n} {#reading-${n}}\n\nA reading.\n\n`).join('')}`,
  }),
];

let page: BoxPage;

beforeEach(() => {
  page = new BoxPage(documents);
});

afterEach(() => page.close());

describe('the box', () => {
  test.each([
    ['en', 'Search', 'Search results'],
    ['fr', 'Rechercher', 'Résultats de la recherche'],
  ] as const)('and its results are named in %s', async (language, name, results) => {
    await page.show({}, language);
    await type('sedation');
    await page.client.answer();
    expect(box().getAttribute('aria-label')).toBe(name);
    expect(document.querySelector('[role=listbox]')?.getAttribute('aria-label')).toBe(results);
    expect(document.getElementById(box().getAttribute('aria-controls') ?? '')).toBe(
      document.querySelector('[role=listbox]'),
    );
    expect(document.getElementById(box().getAttribute('aria-activedescendant') ?? '')).toBe(options()[0]);
  });

  test('takes the focus from anywhere with Ctrl+K, its text selected, and gives it back', async () => {
    await page.show();
    await type('sedation');
    await page.client.answer();
    const elsewhere = button('Elsewhere');
    await act(async () => elsewhere?.focus());
    expect(options()).toEqual([]); // leaving closes the panel
    await press('k', document.body, { code: 'KeyK', ctrlKey: true });
    expect(document.activeElement).toBe(box());
    expect([box().selectionStart, box().selectionEnd]).toEqual([0, 'sedation'.length]);
    expect(options().length).toBeGreaterThan(0);
    await press('Escape');
    expect(options()).toEqual([]);
    expect(box().value).toBe('sedation');
    await press('Escape');
    expect(box().value).toBe('');
    expect(document.activeElement).toBe(elsewhere);
  });
});

describe('what opens', () => {
  test('Enter opens the first result of exactly the typed text, also when pressed before it is there', async () => {
    await page.show();
    await type('seda');
    await page.client.answer();
    await type('examplamine iv');
    expect(active()).toEqual([]); // the rows of the text before are not offered to Enter
    await press('Enter');
    expect(page.opened).toEqual([]);
    await page.client.answer();
    expect(page.opened.map(({ blockId }) => blockId)).toEqual(['dose-iv']);
  });

  test('typing on takes back an Enter that was waiting', async () => {
    await page.show();
    await type('examplamine i');
    await press('Enter');
    await type('examplamine iv');
    await page.client.answer();
    expect(page.opened).toEqual([]);
    await press('Enter');
    expect(page.opened.map(({ blockId }) => blockId)).toEqual(['dose-iv']);
  });

  test('arrows, Home and End move; Enter and the pointer open that row', async () => {
    await page.show();
    await type('reading');
    await page.client.answer();
    const at = (): number => options().indexOf(active()[0]!);
    expect(at()).toBe(0);
    await press('ArrowDown');
    expect(at()).toBe(1);
    await press('End');
    expect(at()).toBe(options().length - 1);
    await press('ArrowDown');
    expect(at()).toBe(options().length - 1);
    await press('Home');
    await press('ArrowUp');
    expect(at()).toBe(0);
    const third = options()[2];
    await act(async () => third?.click());
    expect(page.opened[0]).toMatchObject({ sectionId: third?.dataset['sectionId'] });
    expect(options()).toEqual([]);
  });

  test('nothing found opens nothing, and offers the closest names', async () => {
    await page.show();
    await type('exampalmine');
    await press('Enter');
    await page.client.answer();
    expect(page.opened).toEqual([]);
    expect(document.body.textContent).toContain('Nothing matches "exampalmine".');
    await act(async () => button('examplamine')?.click());
    expect(box().value).toBe('examplamine');
    expect(document.activeElement).toBe(box());
    await page.client.answer();
    expect(options().length).toBeGreaterThan(0);
    expect(page.opened).toEqual([]);
  });
});

describe('a row', () => {
  test('says where it leads for scripts, what matched, and that the document is a draft', async () => {
    await page.show();
    await type('somnolence');
    await page.client.answer();
    const [row] = options();
    expect(Object.fromEntries(Object.entries(row?.dataset ?? {}))).toEqual({
      protocolId: 'session',
      version: '1.0.0',
      sectionId: 'sedation',
      blockId: '',
      kind: 'section',
    });
    expect(row?.textContent).toContain('Examplamine session');
    expect(row?.textContent).toContain('Draft');
    expect(row?.textContent).toContain('sedation for somnolence');
    expect(row?.querySelector('mark')?.textContent).toBe('Sedation');
  });

  test('never hides that a word was mended', async () => {
    await page.show();
    await type('sedattion');
    await page.client.answer();
    expect(options()[0]?.textContent).toContain('No match for sedattion. Showing sedation');
  });

  test('is one of at most twelve until all are asked for', async () => {
    await page.show();
    await type('reading');
    await page.client.answer();
    expect(options()).toHaveLength(12);
    await act(async () => button('Show all 15 results')?.click());
    await page.client.answer();
    expect(options()).toHaveLength(15);
    expect(document.querySelector('[role=status]')?.textContent).toBe('15 results');
  });
});

test('says nothing of what is missing until the protocols have been read', async () => {
  await page.show({ content: undefined });
  await type('sedation');
  await page.client.answer();
  expect(document.body.textContent).not.toContain('Nothing matches');
  await page.show();
  await page.client.answer();
  expect(options().length).toBeGreaterThan(0);
});
