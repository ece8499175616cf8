// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { type Selected, readSelection } from '../../../renderer/notes/selected-quote';

/** Puts markup on the page and selects from the first `[` to the last `]` in its text. */
function select(markup: string): Selected {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
  const [start, end] = [find('['), find(']')];
  getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  return readSelection(getSelection());
}

function find(mark: string): { node: Text; offset: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || !node.data.includes(mark)) continue;
    const offset = node.data.indexOf(mark);
    node.data = node.data.replace(mark, '');
    return { node, offset };
  }
  throw new Error(`no ${mark}`);
}

function exact(selected: Selected): string | undefined {
  return selected.kind === 'quote' ? selected.selector.exact : undefined;
}

test('reads the words of one block with what stands around them', () => {
  expect(select('<div data-block-id="b"><p>Start at 8.5 mg, [never\n above] 9.75\u00A0mg.</p></div>')).toEqual({
    kind: 'quote',
    blockId: 'b',
    selector: { type: 'TextQuoteSelector', exact: 'never above', prefix: 'Start at 8.5 mg, ', suffix: ' 9.75 mg.' },
  });
});

test.each([
  ['half a number', '<div data-block-id="b">Give 0.[5 mg] now</div>', '0.5 mg'],
  ['half a word', '<div data-block-id="b">Do n[ot gi]ve</div>', 'not give'],
  ['cells side by side', '<div data-block-id="b"><table><tr><td>[5</td><td>10]</td></tr></table></div>', '5 10'],
  ['numbers in spans side by side', '<div data-block-id="b"><span>[5</span><span>10]</span></div>', '5 10'],
  ['a line end', '<div data-block-id="b">[5<br>10]</div>', '5 10'],
  ['a drug written in two kinds of type', '<div data-block-id="b">[<b>keta</b>MINE] now</div>', 'ketaMINE'],
  ['paragraphs', '<div data-block-id="b"><p>[One</p><p>two]</p></div>', 'One two'],
])('never merges or cuts: %s', (_what, markup, words) => {
  expect(exact(select(markup))).toBe(words);
});

test('takes the block a triple click was in, though the selection ends in the next', () => {
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(
      '<div data-block-id="a"><p>One</p></div><div data-block-id="b"><p>Two</p></div>',
      'text/html',
    ).body.childNodes,
  );
  const [first, second] = [...document.querySelectorAll('p')];
  if (first === undefined || second === undefined) throw new Error('no paragraphs');
  getSelection()?.setBaseAndExtent(first, 0, second, 0);
  expect(readSelection(getSelection())).toMatchObject({ kind: 'quote', blockId: 'a', selector: { exact: 'One' } });
});

test.each([
  ['two blocks', '<div data-block-id="a">O[ne</div><div data-block-id="b">Tw]o</div>'],
  ['a block and what is outside', '<p>O[ne</p><div data-block-id="b">Tw]o</div>'],
  ['no block', '<p>O[n]e</p>'],
])('refuses words of %s', (_what, markup) => {
  expect(select(markup)).toEqual({ kind: 'across' });
});

test('leaves out notes and decoration, in the words and around them', () => {
  const markup =
    '<div data-block-id="b"><span aria-hidden="true">4.2.1</span><p>[One</p><div data-notes="">note</div><p>two] three</p></div>';
  expect(select(markup)).toMatchObject({ selector: { exact: 'One two', prefix: '', suffix: ' three' } });
  expect(select('<div data-block-id="b"><div data-notes="">a [no]te</div></div>')).toEqual({ kind: 'nothing' });
});

test('finds nothing selected in a caret', () => {
  getSelection()?.collapse(document.body, 0);
  expect(readSelection(getSelection())).toEqual({ kind: 'nothing' });
  expect(readSelection(null)).toEqual({ kind: 'nothing' });
});

test('counts the words around in code points', () => {
  const selected = select(`<div data-block-id="b">${'🙂'.repeat(40)} [dose] x</div>`);
  const prefix = selected.kind === 'quote' ? selected.selector.prefix : '';
  expect(Array.from(prefix)).toHaveLength(32);
  expect(prefix.startsWith('🙂')).toBe(true);
});
