import { expect, test, vi } from 'vitest';
import type { Reply, Request } from '../../../renderer/search/search-messages';
import { toSearchClient } from '../../../renderer/search/search-client';

function answer(sequence: number, query: string): Reply {
  return {
    kind: 'answer',
    sequence,
    answer: {
      query,
      cutAfter: '',
      hits: [],
      total: 0,
      counts: { all: 0, kinds: {}, routes: {}, standings: {} },
      closest: [],
      searched: [],
      repaired: [],
      suggested: [],
      unmatched: [],
    },
  };
}

/** A worker that says only what the test tells it to. */
class SilentWorker extends EventTarget {
  readonly sent: Request[] = [];
  terminate = vi.fn<() => void>();
  postMessage(request: Request): void {
    this.sent.push(request);
  }
  say(reply: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }));
  }
}

test('the latest query wins, in whatever order the answers come', async () => {
  const worker = new SilentWorker();
  const client = toSearchClient(worker);
  const first = client.search('ke', 12);
  const second = client.search('ket', 12);
  const [one, two] = worker.sent.map(({ sequence }) => sequence);
  expect(await first).toBe('stale');
  worker.say(answer(one ?? 0, 'ke'));
  worker.say(answer(two ?? 0, 'ket'));
  expect(await second).toMatchObject({ query: 'ket' });
});

test('a worker that stops fails the query and every later one, instead of leaving them waiting', async () => {
  const worker = new SilentWorker();
  const client = toSearchClient(worker);
  const waiting = client.search('ket', 12);
  worker.dispatchEvent(new Event('error'));
  expect(await waiting).toBe('failed');
  expect(await client.search('keta', 12)).toBe('failed');
});

test('marks when the index can answer', async () => {
  performance.clearMarks('handrail:search-ready');
  const worker = new SilentWorker();
  const ready = toSearchClient(worker).load({ kind: 'documents', protocols: [] });
  expect(performance.getEntriesByName('handrail:search-ready')).toHaveLength(0);
  worker.say({ kind: 'ready', sequence: worker.sent[0]?.sequence ?? 0 });
  await ready;
  expect(performance.getEntriesByName('handrail:search-ready')).toHaveLength(1);
});

test('a change is over once the worker says so, and does not disturb a waiting query', async () => {
  const worker = new SilentWorker();
  const client = toSearchClient(worker);
  const waiting = client.search('ket', 12);
  const changed = client.change({ removeItems: ['a'] });
  const [asked, change] = worker.sent.map(({ sequence }) => sequence);
  worker.say({ kind: 'changed', sequence: change ?? 0 });
  await changed;
  worker.say(answer(asked ?? 0, 'ket'));
  expect(await waiting).toMatchObject({ query: 'ket' });
});
