// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { ClinicValueRecord } from '../../../protocols/dose/clinic-records';
import type { Note } from '../../../protocols/notes/note';
import { listPrintedLocal } from '../../../renderer/print/page/printed-local';
import { decimal } from '../../fixtures/decimal';
import { compileExample, compileWithItems } from './compile-example';
import { renderSheet } from './example-sheet';

const CODE = '4TQ1-9KZC-0WB';

describe('the code', () => {
  test('stands in letters and as a symbol at the foot of every page', async () => {
    const { root, pages } = await renderSheet(compileWithItems(80), { code: { kind: 'given', code: CODE } });
    const feet = [...root.querySelectorAll('.pageFooter')];
    expect(feet).toHaveLength(pages ?? 0);
    expect(feet.length).toBeGreaterThan(1);
    for (const foot of feet) {
      expect(foot.textContent).toContain(`Print code ${CODE}`);
      // 21 modules and four of quiet zone on each side: the smallest symbol there is.
      expect(foot.querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 29 29');
      expect(foot.querySelector('svg')?.getAttribute('aria-label')).toBe(`Print code ${CODE}`);
    }
  });

  test('is drawn otherwise for another code', async () => {
    const drawn = async (code: string): Promise<string | null | undefined> =>
      (await renderSheet(compileExample(), { code: { kind: 'given', code } })).root
        .querySelector('.codeSymbol path')
        ?.getAttribute('d');
    expect(await drawn(CODE)).not.toBe(await drawn('4TQ1-9KZC-0WC'));
  });

  test('has its place kept in the preview, where none is given yet', async () => {
    const { root } = await renderSheet(compileExample(), { code: { kind: 'later' } });
    expect(root.querySelector('.pageFooter')?.textContent).toContain('Print code: given when it is printed');
    expect(root.querySelector('.pageFooter .codeSymbol')?.textContent).toBe('');
  });

  test('is said to be missing on a print that no log keeps', async () => {
    const { root } = await renderSheet(compileExample());
    expect(root.querySelector('.pageFooter')?.textContent).toContain('Not in the print log');
    expect(root.querySelector('.codeSymbol')).toBeNull();
  });
});

describe('what of the clinic’s own a sheet stands for', () => {
  const key = { id: 'exa-session', version: '1.0.0' };
  const job = { key, paper: 'A4', language: 'en' } as const;
  const note = (id: string, status: Note['status']) => ({ note: { id, revision: `r-${id}`, status } as Note });
  const notes = {
    state: 'read',
    notes: [note('n1', 'active'), note('n2', 'draft'), note('n3', 'retired')],
  } as unknown as Parameters<typeof listPrintedLocal>[0]['notes'];
  const value = (change: Partial<ClinicValueRecord>): ClinicValueRecord => ({
    protocolId: key.id,
    version: key.version,
    blockId: 'dose-iv',
    setting: 'maximum',
    value: { value: decimal('50'), unit: 'mg' },
    by: 'B. Lead',
    at: '2031-03-01T09:00:00+00:00',
    ...change,
  });
  const clinic = (...values: ClinicValueRecord[]) => ({ state: 'read', values, switches: [] }) as const;
  const ids = (...args: Parameters<typeof listPrintedLocal>): string[] =>
    listPrintedLocal(...args).map(({ kind, id }) => `${kind} ${id}`);

  test('are the notes in force on the protocol print, and on no other sheet', () => {
    expect(ids({ job: { ...job, sheet: 'protocol' }, notes, clinic: clinic() })).toEqual(['note n1']);
    expect(ids({ job: { ...job, sheet: 'checklist' }, notes, clinic: clinic() })).toEqual([]);
  });

  test('are the values set for the dose of a dose sheet', () => {
    const values = clinic(value({}), value({ blockId: 'dose-im' }), value({ protocolId: 'other' }));
    expect(ids({ job: { ...job, sheet: 'dose', block: 'dose-iv' }, notes, clinic: values })).toEqual([
      'clinic-value exa-session/dose-iv/maximum',
    ]);
  });

  test('are the maxima of its doses on a checklist', () => {
    const values = clinic(
      value({}),
      value({ setting: 'basis', value: 'actual-weight' }),
      value({ blockId: 'dose-im' }),
    );
    expect(ids({ job: { ...job, sheet: 'checklist' }, notes, clinic: values })).toEqual([
      'clinic-value exa-session/dose-iv/maximum',
      'clinic-value exa-session/dose-im/maximum',
    ]);
  });

  test('are the last word on each value, and not one that was taken back', () => {
    const asked = { job: { ...job, sheet: 'protocol' }, notes: { state: 'unread' } } as const;
    const [first] = listPrintedLocal({ ...asked, clinic: clinic(value({})) });
    const [second] = listPrintedLocal({
      ...asked,
      clinic: clinic(value({}), value({ at: '2031-03-02T09:00:00+00:00' })),
    });
    expect(second?.id).toBe(first?.id);
    expect(second?.revision).not.toBe(first?.revision);
    expect(ids({ ...asked, clinic: clinic(value({}), value({ value: null })) })).toEqual([]);
  });

  test('are none where the store could not be read', () => {
    expect(
      listPrintedLocal({ job: { ...job, sheet: 'protocol' }, notes: { state: 'unread' }, clinic: { state: 'unread' } }),
    ).toEqual([]);
  });
});
