// @vitest-environment node
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NoteText } from '../../../renderer/notes/note-text';

function html(body: string): string {
  return renderToStaticMarkup(<NoteText body={body} />).replace(/^<div[^>]*>|<\/div>$/g, '');
}

test.each([
  ['bold', 'Room **2** only', '<p>Room <strong>2</strong> only</p>'],
  ['a list', '- one\n- **two**', '<ul><li>one</li><li><strong>two</strong></li></ul>'],
  ['a list within a list', '- one\n  - two', '<ul><li>one<ul><li>two</li></ul></li></ul>'],
  ['a numbered list', '1. one\n2. two', '<ol><li value="1">one</li><li value="2">two</li></ol>'],
  ['line ends', 'one\ntwo', '<p>one\ntwo</p>'],
])('shows %s', (_what, body, shown) => {
  expect(html(body)).toBe(shown);
});

test.each([
  ['a limit is no quotation', '> 160 mmHg: stop', '<p>&gt; 160 mmHg: stop</p>'],
  ['a number keeps its number', '3. three\n7. seven', '<ol><li value="3">three</li><li value="7">seven</li></ol>'],
  ['a plus is no list', '+ 5 mg', '<p>+ 5 mg</p>'],
  ['a number sign is no heading', '# 3 is broken', '<p># 3 is broken</p>'],
  ['an underline is no heading', 'Dose\n---', '<p>Dose\n---</p>'],
  ['single stars stay', '5 *per* kg', '<p>5 *per* kg</p>'],
  ['a product stays', '5 * 3 * 2', '<p>5 * 3 * 2</p>'],
  ['a backslash stays', '5 \\* 3', '<p>5 \\* 3</p>'],
  ['an entity stays', '&lt; 5', '<p>&amp;lt; 5</p>'],
  ['indented words are no code', '    5 mg', '<p>5 mg</p>'],
  ['quoted code stays', '`5 mg`', '<p>`5 mg`</p>'],
  ['a definition stays', '[x]: 5 mg', '<p>[x]: 5 mg</p>'],
])('changes no meaning: %s', (_what, body, shown) => {
  expect(html(body)).toBe(shown);
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '<https://example.org>',
  'https://example.org',
  '<b>5 mg</b>',
])('makes nothing of %s that links, loads or runs', (body) => {
  expect(html(body)).not.toMatch(/<(?!\/?(p|ul|ol|li|strong)\b)/);
  expect(html(body)).toContain(body.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'));
});

test('makes a character that turns the reading direction visible', () => {
  expect(html('give \u202E01 mg')).toBe('<p>give [U+202E]01 mg</p>');
});
