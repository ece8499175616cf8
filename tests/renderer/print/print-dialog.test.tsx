// @vitest-environment jsdom
import { type ComponentProps, act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PrintFailure } from '../../../protocols/contract/calls';
import type { Bridge } from '../../../protocols/contract/channels';
import { SHIPPED_SETTINGS, type Settings } from '../../../protocols/contract/settings';
import type { Protocol } from '../../../protocols/schema/protocol';
import type { Library } from '../../../renderer/app/library';
import { LibraryProvider } from '../../../renderer/app/library-provider';
import { MESSAGES } from '../../../renderer/app/messages';
import { SettingsProvider } from '../../../renderer/app/settings-provider';
import { PrintDialog } from '../../../renderer/print/print-dialog';
import { compileExample } from './compile-example';

// The contract is faked, nothing behind it: it has to stand before the page's modules ask for it.
const bridge = vi.hoisted(() => {
  const fake = {
    on: vi.fn<(name: string, listener: (settings: Settings) => void) => () => void>(),
    'settings:write': vi.fn<Bridge['settings:write']>(),
    'library:open': vi.fn<Bridge['library:open']>(),
    'library:list': vi.fn<Bridge['library:list']>(),
    'settings:read': vi.fn<Bridge['settings:read']>(),
    'print:prepare': vi.fn<Bridge['print:prepare']>(),
    'print:save-pdf': vi.fn<Bridge['print:save-pdf']>(),
    'print:to-printer': vi.fn<Bridge['print:to-printer']>(),
  };
  Object.assign(globalThis, { bridge: fake });
  return fake;
});

const protocol = compileExample();
const NO_LIBRARY: Library = {
  listing: { origin: 'shipped', protocols: [], withheld: [] },
  open: () => Promise.resolve(undefined),
  openAll: () => Promise.resolve([]),
};
const FILE = '/home/nurse/Documents/exa.pdf';

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = show;
  HTMLDialogElement.prototype.close = () => undefined;
  bridge.on.mockReset().mockReturnValue(() => undefined);
  bridge['settings:write'].mockImplementation((change) => {
    const settings = { ...SHIPPED_SETTINGS, ...change };
    for (const [, listener] of bridge.on.mock.calls) listener(settings);
    return Promise.resolve({ ok: true, value: settings });
  });
});

function show(this: HTMLDialogElement): void {
  this.open = true;
}

async function openDialog(
  of: Protocol = protocol,
  dose?: ComponentProps<typeof PrintDialog>['dose'],
): Promise<HTMLElement> {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  await draw(createRoot(root), of, dose);
  return root;
}

async function draw(root: Root, of: Protocol, dose?: ComponentProps<typeof PrintDialog>['dose']): Promise<void> {
  await act(async () => {
    root.render(
      <SettingsProvider first={SHIPPED_SETTINGS}>
        <IntlProvider locale="en" messages={MESSAGES.en}>
          <LibraryProvider library={Promise.resolve(NO_LIBRARY)}>
            <PrintDialog protocol={of} {...(dose && { dose })} onClose={() => undefined} />
          </LibraryProvider>
        </IntlProvider>
      </SettingsProvider>,
    );
    await Promise.resolve();
  });
}

function find(root: HTMLElement, selector: string, name: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`there is no ${selector} named ${name}`);
  return found;
}

async function press(root: HTMLElement, name: string): Promise<void> {
  await act(async () => {
    find(root, 'button', name).click();
    await Promise.resolve();
  });
}

test('says before printing which stamp the sheet will carry, and why', async () => {
  const root = await openDialog();
  expect(root.textContent).toContain(
    'Every page is stamped “DRAFT — NOT FOR PATIENT CARE”. No clinician has signed this version.',
  );
});

test('saves the very job that was chosen, and tells the pages and the file', async () => {
  bridge['print:save-pdf'].mockResolvedValue({ ok: true, value: { file: FILE, pages: 2 } });
  const root = await openDialog();
  await act(async () => {
    find(root, 'label', 'Letter').click();
    find(root, 'label', 'Français').click();
    await Promise.resolve();
  });
  expect(bridge['settings:write']).toHaveBeenCalledWith({ paper: 'Letter' });
  await press(root, 'Save as PDF…');
  expect(bridge['print:save-pdf']).toHaveBeenLastCalledWith({
    sheet: 'checklist',
    key: { id: 'exa-session', version: '1.0.0' },
    paper: 'Letter',
    language: 'fr',
  });
  expect(root.querySelector('output')?.textContent).toBe(`Saved: 2 pages, ${FILE}`);
});

test('with no printer says so, offers the PDF and puts the focus there', async () => {
  bridge['print:to-printer'].mockResolvedValue({ ok: false, error: { kind: 'no-printer' } });
  const root = await openDialog();
  await press(root, 'Print…');
  expect(root.querySelector('[role="alert"]')?.textContent).toContain(
    'No printer was found on this computer. Save the sheet as PDF instead.',
  );
  expect(document.activeElement?.textContent).toBe('Save as PDF…');
});

test.each([
  ['Save as PDF…', 'print:save-pdf', 'Not saved. You closed the dialog.'],
  ['Print…', 'print:to-printer', 'Not printed. You closed the dialog.'],
] as const)('after "%s" is cancelled says quietly what was not done', async (button, call, words) => {
  bridge[call].mockResolvedValue({ ok: false, error: { kind: 'cancelled' } });
  const root = await openDialog();
  await press(root, button);
  expect(root.querySelector('output')?.textContent).toBe(words);
  expect(root.querySelector('[role="alert"]')).toBeNull();
});

const KEY = { id: 'exa-session', version: '1.0.0' };
test.each<[PrintFailure, string]>([
  [{ kind: 'not-written', file: FILE, reason: 'full', message: 'ENOSPC' }, `There is no room left for ${FILE}.`],
  [{ kind: 'not-written', file: FILE, reason: 'denied', message: 'EACCES' }, `You may not write ${FILE}.`],
  [{ kind: 'not-written', file: FILE, reason: 'other', message: 'EIO' }, `${FILE} could not be written (EIO).`],
  [{ kind: 'not-found', key: KEY }, 'is no longer on this computer'],
  [{ kind: 'nothing-to-print', key: KEY, sheet: 'checklist' }, 'has nothing for this sheet'],
  [{ kind: 'out-of-use', key: KEY }, 'is no longer in use'],
  [{ kind: 'not-laid-out', message: 'it took longer than 10 seconds' }, 'it took longer than 10 seconds'],
  [{ kind: 'not-printed', message: 'Invalid printer settings' }, 'Invalid printer settings'],
])('says of %j what was not done, to which document, and what to do', async (failure, words) => {
  bridge['print:save-pdf'].mockResolvedValue({ ok: false, error: failure });
  const root = await openDialog();
  await press(root, 'Save as PDF…');
  const said = root.querySelector('[role="alert"]')?.textContent;
  expect(said).toContain(words);
  expect(said).toContain('Examplamine supervised session 1.0.0');
  expect(said?.includes('an earlier file of that name is unchanged')).toBe(failure.kind === 'not-written');
});

test('a fault behind the bridge is told and leaves the dialog usable', async () => {
  bridge['print:save-pdf'].mockRejectedValueOnce(new Error('the call was refused'));
  const root = await openDialog();
  await press(root, 'Save as PDF…');
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('the call was refused');
  bridge['print:save-pdf'].mockResolvedValue({ ok: true, value: { file: FILE, pages: 1 } });
  await press(root, 'Save as PDF…');
  expect(root.querySelector('output')?.textContent).toBe(`Saved: 1 page, ${FILE}`);
});

test('a second press while the first is under way starts nothing', async () => {
  const calls = bridge['print:save-pdf'].mock.calls.length;
  bridge['print:save-pdf'].mockReturnValue(new Promise(() => undefined));
  const root = await openDialog();
  await press(root, 'Save as PDF…');
  await press(root, 'Save as PDF…');
  await press(root, 'Print…');
  expect(bridge['print:save-pdf'].mock.calls.length - calls).toBe(1);
  expect(root.querySelector('output')?.textContent).toBe('Preparing the sheet.');
});

test('a protocol without a checklist offers the sheets it has', async () => {
  const bare = { ...protocol, sections: protocol.sections.filter(({ id }) => id !== 'checklist') };
  const root = await openDialog(bare);
  expect(names(root)).not.toContain('Session checklist');
  expect(names(root)).toContain('Protocol with clinic notes');
});

test('a protocol that has everything but a safety form offers every other sheet', async () => {
  expect(names(await openDialog())).toEqual([
    'Session checklist',
    'Monitoring flowsheet',
    'Dose sheet',
    'Protocol with clinic notes',
    'Emergency cards',
  ]);
});

test('an edition out of use can be printed to be read, and for nothing else', async () => {
  const root = await openDialog({ ...protocol, status: 'retired' });
  expect(names(root)).toEqual(['Protocol with clinic notes']);
  expect(root.textContent).toContain('no new session begins on it');
});

test('prints the sheet that was chosen', async () => {
  bridge['print:save-pdf'].mockResolvedValue({ ok: true, value: { file: FILE, pages: 1 } });
  const root = await openDialog();
  await act(async () => {
    find(root, 'label', 'Dose sheet').click();
    await Promise.resolve();
  });
  expect(root.textContent).toContain('Blank, to be filled in by hand.');
  await act(async () => {
    find(root, 'label', '2').click();
    await Promise.resolve();
  });
  await press(root, 'Save as PDF…');
  expect(bridge['print:save-pdf']).toHaveBeenLastCalledWith(
    expect.objectContaining({ sheet: 'dose', block: 'dose-iv', copies: 2 }),
  );
  expect(bridge['print:save-pdf'].mock.lastCall?.[0]).not.toHaveProperty('entered');
});

test('what the dose screen hands over is offered first, letter for letter', async () => {
  bridge['print:save-pdf'].mockResolvedValue({ ok: true, value: { file: FILE, pages: 1 } });
  const dose = { block: 'dose-iv', entered: { weight: '70,5' } };
  const root = await openDialog(protocol, dose);
  expect(root.textContent).toContain('Filled with what was entered on the Dose screen.');
  await press(root, 'Save as PDF…');
  expect(bridge['print:save-pdf']).toHaveBeenLastCalledWith(expect.objectContaining({ sheet: 'dose', ...dose }));
});

test('a field that is left only once the dialog stands is on the sheet all the same', async () => {
  bridge['print:save-pdf'].mockResolvedValue({ ok: true, value: { file: FILE, pages: 1 } });
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  const root = createRoot(element);
  await draw(root, protocol, { block: 'dose-iv', entered: {} });
  await act(async () => find(element, 'label', '2').click());
  await draw(root, protocol, { block: 'dose-iv', entered: { weight: '70' } });
  await press(element, 'Save as PDF…');
  expect(bridge['print:save-pdf']).toHaveBeenLastCalledWith(
    expect.objectContaining({ sheet: 'dose', copies: 2, entered: { weight: '70' } }),
  );
});

test('a preview that failed says so of its own sheet only', async () => {
  bridge['library:open'].mockRejectedValue(new Error('the disk gave nothing'));
  const root = await openDialog();
  const wait = async (): Promise<void> => act(async () => new Promise((resolve) => setTimeout(resolve, 5)));
  while (!root.textContent.includes('the disk gave nothing')) await wait();
  bridge['library:open'].mockReturnValue(new Promise(() => undefined));
  await act(async () => find(root, 'label', 'Letter').click());
  await wait();
  expect(root.textContent).not.toContain('the disk gave nothing');
});

/** The sheets that are offered. */
function names(root: HTMLElement): string[] {
  const [sheets] = [...root.querySelectorAll('fieldset')];
  return [...(sheets?.querySelectorAll('label') ?? [])].map(({ textContent }) => textContent);
}
