// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProtocolSummary } from '../../../protocols/contract/calls';
import type { SearchHit } from '../../../protocols/search/answer';
import type { Command } from '../../../renderer/search/command';
import { toTitleHit } from '../../../renderer/search/title-hit';
import { invent, inventDose } from '../../protocols/search/invented-documents';
import { BoxPage, active, box, button, click, options, press, type } from './box-page';

const readings = Array.from({ length: 130 }, (_, n) => `# Reading ${n} {#reading-${n}}\n\nA reading.\n\n`).join('');
const documents = [
  invent({ id: 'readings', title: 'Many readings', body: readings }),
  invent({
    id: 'old',
    title: 'Sedation guide',
    version: '1.0.0',
    body: '# Sedation {#sedation}\n\nWatch. {#watch verified s1}\n',
  }),
  invent({
    id: 'old',
    title: 'Sedation guide',
    version: '2.0.0',
    body: '# Sedation {#sedation}\n\nWatch. {#watch verified s1}\n',
  }),
  invent({
    id: 'session',
    title: 'Examplamine session',
    status: 'draft',
    body: `# Dose {#dosing}\n\n${inventDose('dose-iv', 'examplamine', 'intravenous')}\n${inventDose('dose-po', 'examplamine', 'oral')}\n# Sedation {#sedation}\n\nWatch the patient. {#watch verified s1}\n`,
  }),
];

const SUMMARY: ProtocolSummary = {
  id: 'session',
  version: '1.0.0',
  title: 'Examplamine session',
  aliases: ['day programme'],
  type: 'reference',
  status: 'draft',
  publisher: 'Invented Clinic Group',
  language: 'en',
  effectivePeriod: { start: '2026-01-01', end: 'open' },
  reviewBy: '2031-02-01',
  routes: ['intravenous'],
  contentHash: '0'.repeat(64),
};

function toCommand(id: string, title: string, scope: Command['scope'], run = vi.fn<() => void>()): Command {
  return { id, title, words: [], keys: 'Ctrl+P', scope, run };
}

let page: BoxPage;

beforeEach(() => {
  page = new BoxPage(documents);
});

afterEach(() => page.close());

async function ask(text: string): Promise<void> {
  await type(text);
  await page.client.answer();
}

const text = (): string => document.body.textContent;

describe('why a result is there', () => {
  test.each([
    ['sedation', 'exact', 'As written'],
    ['seda', 'prefix', 'begins with seda'],
    ['somnolence', 'synonym', 'sedation for somnolence'],
    ['sedattion', 'repaired', 'No match for sedattion. Showing sedation'],
  ])('%s: %s', async (query, kind, words) => {
    await page.show();
    await ask(query);
    expect(options()[0]?.textContent.toLowerCase()).toContain(words.toLowerCase());
    expect(options()[0]?.querySelector('[data-reason]')?.getAttribute('data-reason') ?? 'exact').toBe(kind);
  });

  test('stands with the edition it is from', async () => {
    await page.show();
    await ask('sedation');
    expect(options().map((row) => row.dataset['protocolId'])).toContain('old');
    for (const row of options()) expect(row.textContent).toContain(`version ${row.dataset['version']}`);
  });

  test('a word that was mended has its changed letters marked above the results too', async () => {
    await page.show();
    await ask('sedetion');
    const notice = [...document.querySelectorAll('p')].find((line) =>
      line.textContent.startsWith('No match for "sedetion"'),
    );
    expect(notice?.textContent).toBe('No match for "sedetion". Showing sedation.');
    expect(notice?.querySelector('mark')?.textContent).toBe('a');
  });

  test('a word near the name of a drug is only offered, its changed letters marked, and the rest is searched', async () => {
    await page.show();
    await ask('examplomine sedation');
    const offer = button('Search for examplamine sedation');
    expect(offer?.querySelector('mark')?.textContent).toBe('a');
    expect(text()).toContain('No match for "examplomine"');
    await click(offer);
    expect(box().value).toBe('examplamine sedation');
    expect(page.opened).toEqual([]);
  });
});

test('a text too long to be searched whole says where it was cut, whether something was found or not', async () => {
  await page.show();
  await ask(`${'sedation '.repeat(16)}dose`);
  expect(text()).toContain('Nothing after "sedation" was searched: the text is too long. Use fewer words.');
  await ask(`${'zzqxv '.repeat(16)}dose`);
  expect(text()).toContain('Nothing after "zzqxv" was searched');
  await ask('sedation');
  expect(text()).not.toContain('was searched: the text is too long');
});

test('nothing found says what was searched for, the other words tried included', async () => {
  await page.show();
  await ask('naloxone zzqxv');
  expect(text()).toContain('Nothing matches "naloxone zzqxv".');
  expect(text()).toMatch(/Searched for: naloxone \(also [^)]*Narcan[^)]*\), zzqxv/i);
});

describe('filters', () => {
  test('show what there is and how much of it, and narrow what is listed', async () => {
    await page.show();
    await ask('examplamine');
    const before = options().length;
    await click(button('Filter'));
    const dose = button('Dose 2');
    expect(dose?.getAttribute('aria-pressed')).toBe('false');
    await click(dose);
    await page.client.answer();
    expect(button('Dose 2')?.getAttribute('aria-pressed')).toBe('true');
    expect(options().map((row) => row.dataset['kind'])).toEqual(['dose', 'dose']);
    expect(document.querySelector('[role=status]')?.textContent).toMatch(/^2 of \d+ results$/);
    await click(button('oral 5'));
    await page.client.answer();
    expect(options().map((row) => row.dataset['blockId'])).toEqual(['dose-po']);
    await click(button('Remove the filter Route: oral'));
    await page.client.answer();
    await click(button('Remove the filter Kind: Dose'));
    await page.client.answer();
    expect(options()).toHaveLength(before);
  });

  test('never hide everything in silence: each filter can be taken away right there', async () => {
    await page.show();
    await ask('examplamine');
    await click(button('Filter'));
    await click(button('oral 5'));
    await page.client.answer();
    await ask('reading');
    expect(options()).toEqual([]);
    expect(text()).toMatch(/The filters leave 0 of \d+ results\./);
    const inPlace = [...document.querySelectorAll('button')].find(
      (element) => element.textContent === 'Remove the filter Route: oral',
    );
    await click(inPlace);
    await page.client.answer();
    expect(options().length).toBeGreaterThan(0);
  });

  test('an older edition is shown only when it is asked for', async () => {
    await page.show();
    await ask('sedation');
    const versions = (): string[] =>
      options().flatMap(({ dataset }) => (dataset['protocolId'] === 'old' ? [dataset['version'] ?? ''] : []));
    expect(new Set(versions())).toEqual(new Set(['2.0.0']));
    await click(button('Filter'));
    await click(document.querySelector<HTMLElement>('input[type=checkbox]') ?? undefined);
    await page.client.answer();
    expect(new Set(versions())).toEqual(new Set(['2.0.0', '1.0.0']));
    expect(text()).toContain('Superseded');
    await click(button('Remove the filter Older editions too'));
    await page.client.answer();
    expect(new Set(versions())).toEqual(new Set(['2.0.0']));
  });

  test('end with what was opened', async () => {
    await page.show();
    await ask('examplamine');
    await click(button('Filter'));
    await click(button('Dose 2'));
    await page.client.answer();
    await press('Enter');
    expect(page.opened).toHaveLength(1);
    await ask('sedation');
    expect(button('Remove the filter Kind: Dose')).toBeUndefined();
  });
});

test('all results come in pages', async () => {
  await page.show();
  await ask('reading');
  expect(options()).toHaveLength(12);
  const all = [...document.querySelectorAll('button')].find((element) => element.textContent.startsWith('Show all'));
  const total = Number(/\d+/.exec(all?.textContent ?? '')?.[0]);
  expect(total).toBeGreaterThan(130);
  await click(all);
  await page.client.answer();
  expect(options()).toHaveLength(50);
  expect(text()).toContain(`1 to 50 of ${total}`);
  await click(button('Next page'));
  await page.client.answer();
  await click(button('Next page'));
  await page.client.answer();
  expect(options()).toHaveLength(total - 100);
  expect(button('Next page')?.hasAttribute('disabled')).toBe(true);
  await ask('reading 7');
  expect(options().length).toBeLessThanOrEqual(12);
});

describe('before anything is typed', () => {
  const print = toCommand('print', 'Print checklist', 'here');
  const help = toCommand('help', 'Help', 'anywhere');
  const recents = [toTitleHit(SUMMARY, 'draft')];

  test('what can be done here comes first, then what was opened before; Enter alone opens nothing', async () => {
    await page.show({ commands: [help, print], recents });
    await click(box());
    expect(document.querySelector('[role=listbox]')?.getAttribute('aria-label')).toBe('Suggestions');
    expect(options().map(({ dataset }) => dataset['kind'])).toEqual(['command', 'protocol']);
    expect(options()[1]?.textContent).toContain('Opened before on this computer');
    expect(options()[1]?.textContent).toContain('Draft');
    await press('Enter');
    expect(print.run).not.toHaveBeenCalled();
    expect(active()).toEqual([]);
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(page.opened.map(({ protocolId }) => protocolId)).toEqual(['session']);
  });

  test('with nothing to suggest nothing opens', async () => {
    await page.show();
    await click(box());
    expect(document.querySelector('[role=listbox]')).toBeNull();
    expect(box().getAttribute('aria-expanded')).toBe('false');
  });
});

describe('commands', () => {
  test('come after what was found, as commands, twelve rows in all, and run where one was', async () => {
    const run = vi.fn<() => void>();
    await page.show({ commands: [toCommand('reading', 'Add a reading', 'anywhere', run)] });
    const elsewhere = button('Elsewhere');
    await act(async () => elsewhere?.focus());
    await act(async () => box().focus());
    await click(box());
    await act(() => import('../../../renderer/search/pick-names'));
    await ask('reading');
    expect(options()).toHaveLength(12);
    expect(
      options()
        .map(({ dataset }) => dataset['kind'])
        .lastIndexOf('command'),
    ).toBe(11);
    expect(options().filter(({ dataset }) => dataset['kind'] === 'command')).toHaveLength(1);
    expect(options()[11]?.textContent).toBe('CommandAdd a readingCtrl+P');
    await press('End');
    await press('Enter');
    expect(run).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(elsewhere);
    expect(page.opened).toEqual([]);
  });

  test('a command alone is there to be chosen, and is never run by an Enter that came too early', async () => {
    const run = vi.fn<() => void>();
    await page.show({ commands: [toCommand('dim', 'Dim colours', 'anywhere', run)] });
    await click(box());
    await act(() => import('../../../renderer/search/pick-names'));
    await type('dim colours');
    await press('Enter');
    await page.client.answer();
    expect(run).not.toHaveBeenCalled();
    await press('Enter');
    expect(run).toHaveBeenCalledOnce();
  });
});

test('a drug and a route put the dose first and working it out next to it', async () => {
  const run = vi.fn<(blockId: string) => void>();
  const toDoseAction = ({ blockId, heading }: SearchHit): Command => ({
    ...toCommand('calculate', `Work out: ${heading}`, 'anywhere'),
    run: () => run(blockId),
  });
  await page.show({ toDoseAction });
  await ask('examplamine oral');
  expect(options()[0]?.dataset).toMatchObject({ kind: 'dose', blockId: 'dose-po' });
  expect(options()[1]?.dataset['kind']).toBe('command');
  await press('ArrowDown');
  await press('Enter');
  expect(run).toHaveBeenCalledExactlyOnceWith('dose-po');
  expect(page.opened).toEqual([]);
  await ask('sedation');
  expect(options().map(({ dataset }) => dataset['kind'])).not.toContain('command');
});

describe('until the index can answer', () => {
  test('titles and aliases answer at once; they can be clicked, and Enter waits for the index', async () => {
    await page.show({ content: undefined, protocols: [SUMMARY] });
    await click(box());
    await act(() => import('../../../renderer/search/pick-names'));
    await type('programme');
    expect(options().map(({ dataset }) => [dataset['protocolId'], dataset['kind']])).toEqual([['session', 'protocol']]);
    expect(options()[0]?.textContent).toContain('Draft');
    expect(active()).toEqual([]);
    await press('Enter');
    expect(page.opened).toEqual([]);
    await click(options()[0]);
    expect(page.opened.map(({ protocolId }) => protocolId)).toEqual(['session']);
  });
});

describe('typing at twelve keys a second', () => {
  test('drops and reorders nothing while the worker is slow: the last text wins, and no older answer is shown for it', async () => {
    await page.show();
    const query = 'examplamine oral';
    for (let length = 1; length <= query.length; length++) {
      await type(query.slice(0, length));
      // The worker manages one answer in five keys, and the last only when typing is over.
      if (length % 5 === 0) await page.client.answer();
      expect(box().value).toBe(query.slice(0, length));
      const answered = length % 5 === 0;
      expect(active().length > 0).toBe(answered && options().length > 0);
    }
    await press('Enter');
    expect(page.opened).toEqual([]);
    await page.client.answer();
    expect(page.opened.map(({ blockId }) => blockId)).toEqual(['dose-po']);
  });
});
