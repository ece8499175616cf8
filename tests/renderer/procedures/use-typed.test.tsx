// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import { type ReactElement, act } from 'react';
import { type Root, createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useTyped } from '../../../renderer/forms/use-typed';
import { one, type } from '../notes/page';

let root: Root;

function Field({ said }: { said: string }): ReactElement {
  const { value, isRefused, type: onType, leave } = useTyped(said, (words) => words !== 'refused');
  return (
    <input
      aria-label="words"
      aria-invalid={isRefused}
      value={value}
      onChange={({ target }) => onType(target.value)}
      onBlur={leave}
    />
  );
}

const show = (said: string): Promise<void> => act(async () => root.render(<Field said={said} />));
const field = (): HTMLInputElement => one('input') as HTMLInputElement;
const leave = (): Promise<void> =>
  act(async () => void field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })));

beforeEach(() => {
  document.body.replaceChildren(document.createElement('div'));
  root = createRoot(document.body.children[0] ?? document.body);
});
afterEach(async () => act(async () => root.unmount()));

test('what the text did not take stays in its field, also once it is left', async () => {
  await show('5 mg');
  await type(field(), 'refused');
  await leave();
  expect([field().value, field().getAttribute('aria-invalid')]).toEqual(['refused', 'true']);
});

test('what was refused in one record is not shown in the one that takes its place', async () => {
  await show('5 mg');
  await type(field(), 'refused');
  await show('10 mg');
  expect([field().value, field().getAttribute('aria-invalid')]).toEqual(['10 mg', 'false']);
});

test('what was taken stays as it is typed until the field is left', async () => {
  await show('5');
  await type(field(), '5 mg ');
  await show('5 mg');
  expect(field().value).toBe('5 mg ');
  await leave();
  expect(field().value).toBe('5 mg');
});
