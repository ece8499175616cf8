// @vitest-environment jsdom
import './fake-bridge';
import 'fake-indexeddb/auto';
import { type ReactNode, act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteMarks } from '../../../renderer/notes/note-marks';
import { findRange } from '../../../renderer/notes/paint-quotes';
import { useNoteSteps } from '../../../renderer/notes/use-note-steps';
import { Page, Reader, all, beside, button, click, edition, field, one, press, type, writeNote } from './page';

let page = new Page();
const highlights = new Map<string, Set<Range>>();

beforeEach(() => {
  // jsdom paints nothing; what the browser would be asked to paint is looked at.
  vi.stubGlobal('Highlight', Set);
  vi.stubGlobal('CSS', { highlights, escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(async () => {
  await page.end();
  page = new Page();
  highlights.clear();
  vi.unstubAllGlobals();
});

const protocol = edition();

function Marked(): ReactNode {
  useNoteSteps();
  return (
    <>
      {protocol.sections.flatMap((section) =>
        section.blocks.map((block) => (
          <div key={block.id} data-block-id={block.id}>
            <p>Weigh the patient on the day. {block.id}</p>
            <NoteMarks protocol={protocol} block={block} />
          </div>
        )),
      )}
      <Reader protocol={protocol} />
    </>
  );
}

function painted(): string[] {
  return [...(highlights.get('handrail-note') ?? [])].map(String);
}

async function quote(words: string): Promise<void> {
  const node = one('[data-block-id="dose-intro"] p').firstChild;
  if (node === null) throw new Error('no words');
  const start = (node.textContent ?? '').indexOf(words);
  getSelection()?.setBaseAndExtent(node, start, node, start + words.length);
  await press(document.body, 'M', { code: 'KeyM', ctrlKey: true, shiftKey: true });
  await type(field('Note'), 'Agreed.');
  await type(field('Your name'), 'AB');
  await click(button('Save note'));
  getSelection()?.removeAllRanges();
}

test('paints the quoted words of a note, and no more once it is retired', async () => {
  await page.showReader(protocol);
  await quote('Weigh the patient');
  await page.show(<Marked />);
  expect(painted()).toEqual(['Weigh the patient']);
  await click(button('Retire', beside('dose-intro')));
  await click(button('Retire note', beside('dose-intro')));
  expect(painted()).toEqual([]);
  expect(all('[data-note-mark]')).toEqual([]);
});

test('leads from the text to a note and back', async () => {
  await page.show(<Marked />);
  await writeNote('dose-iv', 'Two nurses.');
  const mark = button('Go to clinic note 1');
  expect(mark.closest('[data-block-id]')?.getAttribute('data-block-id')).toBe('dose-iv');
  await click(mark);
  expect(document.activeElement).toBe(one('article'));
  await click(button('Back to the text'));
  expect(document.activeElement).toBe(mark);
});

test('steps from note to note with Alt and the arrows, and stops at the ends', async () => {
  await page.show(<Marked />);
  await writeNote('dose-intro', 'First');
  await writeNote('dose-iv', 'Second');
  const [first, second] = all('article');
  await act(async () => (document.activeElement as HTMLElement | null)?.blur());
  const step = (key: string): Promise<void> =>
    press(document.activeElement ?? document.body, key, { code: key, altKey: true });
  await step('ArrowDown');
  expect(document.activeElement).toBe(first);
  await step('ArrowDown');
  expect(document.activeElement).toBe(second);
  await step('ArrowDown');
  expect(document.activeElement).toBe(second);
  await step('ArrowUp');
  expect(document.activeElement).toBe(first);
  await step('ArrowUp');
  expect(document.activeElement).toBe(first);
});

test('leaves Alt and the arrows to an open find bar', async () => {
  await page.show(<Marked />);
  await writeNote('dose-intro', 'First');
  button(/^Add note to 1\.1$/).focus();
  const here = document.activeElement ?? document.body;
  document.documentElement.dataset['finding'] = '';
  await press(here, 'ArrowDown', { code: 'ArrowDown', altKey: true });
  expect(document.activeElement).toBe(here);
  delete document.documentElement.dataset['finding'];
  await press(here, 'ArrowDown', { code: 'ArrowDown', altKey: true });
  expect(document.activeElement).toBe(one('article'));
});

function blockOf(html: string): Element {
  document.body.innerHTML = `<div data-block-id="b">${html}</div>`;
  return one('[data-block-id]');
}

test('finds words across elements and in single spaces', () => {
  const range = findRange(blockOf('<p>Give <strong>5\u00A0mg</strong>\n per kg.</p>'), 'Give 5 mg per');
  expect(range?.toString().replaceAll(/\s+/g, ' ')).toBe('Give 5 mg per');
});

test.each([
  ['stand twice', '<p>5 mg, then 5 mg</p>', '5 mg'],
  ['stand inside a number', '<p>0.5 mg</p>', '5 mg'],
  ['are not there', '<p>5 mg</p>', '6 mg'],
  ['are a note’s', '<p>x</p><div data-notes="">5 mg</div>', '5 mg'],
])('finds no words that %s', (_what, html, words) => {
  expect(findRange(blockOf(html), words)).toBeUndefined();
});
