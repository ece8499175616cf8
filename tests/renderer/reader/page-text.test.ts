// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { findOnPage, readPageText } from '../../../renderer/reader/find/page-text';

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <h1>Sedation after <em>ketamine</em></h1>
      <div data-block-id="a"><span aria-hidden="true">4.1</span>
        <p>Give <strong>0.5</strong><span>&nbsp;mg</span> per kg, then wait.</p>
        <table><tr><th>Highest</th><td>70 mg</td><td>5 mg</td></tr></table>
      </div>
      <aside><article>Clinic note: two nurses, 5 mg ready <button>Edit the 5 mg note</button></article></aside>
      <details><summary>More</summary><p>Folded: 5 mg</p></details>
      <p hidden>Hidden: 5 mg</p>
      <p class="visually-hidden">Said only: 5 mg</p>
    </main>`;
});

function find(query: string, wholeWords = false): string[] {
  return findOnPage(readPageText(document.querySelector('main')!), query, wholeWords).map((range) => range.toString());
}

test('words are found through bold text and links, as one reads them', () => {
  expect(find('after ketamine')).toEqual(['after ketamine']);
  expect(find('0.5 mg per')).toEqual(['0.5\u00A0mg per']);
});

test('cells and paragraphs are apart, however close they stand', () => {
  expect(find('highest70')).toEqual([]);
  expect(find('mg 5')).toEqual([]);
});

test('notes beside the text and folded text count; controls, numbers of blocks and hidden text do not', () => {
  expect(find('5 mg')).toHaveLength(3);
  expect(find('clinic note')).toHaveLength(1);
  expect(find('edit')).toEqual([]);
  expect(find('4.1')).toEqual([]);
});

test('what has left the page since it was read is not found', () => {
  const page = readPageText(document.querySelector('main')!);
  document.querySelector('table')?.remove();
  expect(findOnPage(page, '5 mg', false).map((range) => range.toString())).toEqual(['5 mg', '5 mg']);
  expect(findOnPage(page, '70 mg', false)).toEqual([]);
});

test('nothing is found for nothing', () => {
  expect(find('')).toEqual([]);
  expect(find('   ')).toEqual([]);
});
