import { describe, expect, test } from 'vitest';
import { walkBlocks } from '../../protocols/schema/walk-blocks';
import { compile, shipped } from './shipped-documents';

const MOST = 9; // a pause must fit one screen

describe.each(shipped)('$id $version', (document) => {
  const lists = [...walkBlocks(compile(document))].flatMap(({ block, sectionId }) =>
    block.type === 'checklist' ? [{ block, sectionId }] : [],
  );
  const phases = lists.flatMap(({ block }) => block.phases);
  const items = phases.flatMap((phase) => phase.items);

  test('has a checklist', () => {
    expect(items.length).toBeGreaterThan(0);
  });

  test('holds at most nine items in a phase', () => {
    expect(phases.filter((phase) => phase.items.length > MOST || phase.items.length === 0).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test('writes every item as an object and its required state', () => {
    expect(items.filter(({ text }) => !/^[^—]+ — [^—]+$/.test(text)).map(({ text }) => text)).toEqual([]);
  });

  test('asks a yes or no wherever a no stops the session', () => {
    expect(
      items.filter(({ critical, answer }) => critical === true && answer.type !== 'yes-no').map(({ id }) => id),
    ).toEqual([]);
    expect(items.filter(({ critical, required }) => critical === true && !required).map(({ id }) => id)).toEqual([]);
  });

  test('is signed', () => {
    expect(phases.some(({ signOff }) => (signOff ?? []).length > 0)).toBe(true);
  });

  test('a dosing document has one before, one during and one after', () => {
    if (compile(document).type !== 'dosing-protocol') return;
    expect(lists.map(({ sectionId }) => sectionId)).toEqual([
      'checklist-before',
      'checklist-during',
      'checklist-after',
    ]);
  });
});

test('the infusion checklist asks everything that stops a session', () => {
  const document = shipped.find(({ id }) => id === 'iv-ketamine-depression');
  const asked = (document === undefined ? [] : [...walkBlocks(compile(document))])
    .flatMap(({ block }) => (block.type === 'checklist' && block.id === 'check-before' ? block.phases : []))
    .flatMap((phase) => phase.items)
    .filter(({ critical }) => critical === true)
    .map(({ id }) => id);
  expect(asked).toEqual([
    'identity',
    'consent',
    'escort',
    'fasting',
    'medicines',
    'pregnancy',
    'intoxication',
    'suicide-risk',
    'pressure',
    'second-check',
    'kit',
  ]);
});
