// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { bindKeys } from '../../../renderer/ui/bind-keys';
import { pressKeys, toKeyLabel } from '../../../renderer/ui/press-keys';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test.each(['$mod+KeyP', '$mod+Shift+KeyM', 'Alt+Digit1', 'F1', '$mod+Equal', 'Alt+ArrowLeft'])(
  'pressing %s does what is bound to it, and nothing bound to other keys',
  (binding) => {
    const meant = vi.fn<() => void>();
    const other = vi.fn<() => void>();
    ends.push(bindKeys({ 'Alt+Digit2': other, '$mod+KeyQ': other }), bindKeys({ [binding]: meant }));
    pressKeys(binding);
    expect(meant).toHaveBeenCalledOnce();
    expect(other).not.toHaveBeenCalled();
  },
);

test('keys are written as they stand on the keyboard of this computer', () => {
  expect(toKeyLabel('$mod+Shift+KeyM', false)).toBe('Ctrl+Shift+M');
  expect(toKeyLabel('$mod+Shift+KeyM', true)).toBe('⌘⇧M');
  expect(toKeyLabel('Alt+ArrowLeft', false)).toBe('Alt+←');
  expect(toKeyLabel('$mod+Digit0', false)).toBe('Ctrl+0');
  expect(toKeyLabel('F1', false)).toBe('F1');
});
