// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

const load = (): Promise<typeof import('../../../renderer/app/recents')> => import('../../../renderer/app/recents');

test('the last eight protocols are remembered, the last one first, each once, over a restart', async () => {
  const { rememberRecent } = await load();
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'b']) rememberRecent(id);
  vi.resetModules();
  const { readRecents } = await load();
  expect(readRecents()).toEqual(['b', 'i', 'h', 'g', 'f', 'e', 'd', 'c']);
});

test('ids are all that is written, and forgetting leaves none', async () => {
  const { forgetRecents, rememberRecent, readRecents } = await load();
  rememberRecent('iv-session');
  expect(Object.entries(localStorage)).toEqual([['handrail.recents', '["iv-session"]']]);
  forgetRecents();
  expect(readRecents()).toEqual([]);
  expect(localStorage.getItem('handrail.recents')).toBe('[]');
});

test.each(['{"a":1}', 'not json', '[1,null,"iv-session"]'])('what is stored as %s breaks nothing', async (stored) => {
  localStorage.setItem('handrail.recents', stored);
  const { readRecents } = await load();
  expect(readRecents().every((id) => id === 'iv-session')).toBe(true);
});

test('a data folder that cannot be written keeps the list until the program ends', async () => {
  const { rememberRecent, readRecents, watchRecents } = await load();
  const set = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const told = vi.fn<() => void>();
  watchRecents(told);
  rememberRecent('iv-session');
  expect(readRecents()).toEqual(['iv-session']);
  expect(told).toHaveBeenCalledOnce();
  set.mockRestore();
});
