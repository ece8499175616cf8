// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../protocols/contract/channels';
import { compileExample } from '../print/compile-example';

const bridge = vi.hoisted(() => {
  const fake = { 'library:list': vi.fn<Bridge['library:list']>(), 'library:open': vi.fn<Bridge['library:open']>() };
  Object.assign(globalThis, { bridge: fake });
  return fake;
});
const { readLibrary } = await import('../../../renderer/app/library');

const protocol = compileExample();
const KEY = { id: protocol.id, version: protocol.version };

beforeEach(() => {
  bridge['library:list'].mockResolvedValue({ origin: 'shipped', protocols: [], withheld: [] });
  bridge['library:open'].mockReset().mockResolvedValue({ ok: true, value: protocol });
});

test('a document is fetched once, by whoever wants it first', async () => {
  const library = await readLibrary();
  expect(await Promise.all([library.open(KEY), library.open(KEY)])).toEqual([protocol, protocol]);
  expect(bridge['library:open']).toHaveBeenCalledTimes(1);
});

test.each([
  ['could not be read', () => Promise.resolve({ ok: false as const, error: { kind: 'not-found' as const, key: KEY } })],
  ['never came back', () => Promise.reject(new Error('refused by main'))],
])('one that %s is asked for again', async (_what, first) => {
  const library = await readLibrary();
  bridge['library:open'].mockImplementationOnce(first);
  await library.open(KEY).catch(() => undefined);
  expect(await library.open(KEY)).toEqual(protocol);
});
