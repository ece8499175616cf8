import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SearchAnswer } from '../../../protocols/search/answer';
import { SearchIndex } from '../../../protocols/search/search-index';
import type { Reply } from '../../../renderer/search/search-messages';
import { SearchService } from '../../../renderer/search/search-service';
import { invent } from '../../protocols/search/invented-documents';

const document = (id: string): ReturnType<typeof invent> =>
  invent({ id, title: `Pump ${id}`, body: `# Priming {#p}\n\nPrime ${id} now. {#t verified s1}\n` });
const documents = Array.from({ length: 6 }, (_, at) => document(`pump-${at}`));

let replies: Reply[];
let service: SearchService;
let asked = 0;

beforeEach(() => {
  vi.useFakeTimers();
  replies = [];
  service = new SearchService(
    async () => new SearchIndex(documents).toBytes(),
    (reply) => replies.push(reply),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const search = (query: string): void =>
  service.handle({ kind: 'search', sequence: asked++, query, limit: 12, options: {} });
const answers = (): SearchAnswer[] => replies.flatMap((reply) => (reply.kind === 'answer' ? [reply.answer] : []));
const kinds = (): string[] => replies.map(({ kind }) => kind);

test('answers nothing before it has something to search, and then the last that was asked', async () => {
  search('pum');
  service.handle({ kind: 'load', sequence: 1, content: { kind: 'documents', protocols: documents } });
  search('pump');
  search('prime');
  await vi.runAllTimersAsync();
  expect(kinds()[0]).toBe('ready');
  expect(answers().at(-1)).toMatchObject({ query: 'prime' });
  expect(answers().at(-1)?.total).toBeGreaterThan(0);
});

test('reads the index the library was built with', async () => {
  service.handle({ kind: 'load', sequence: 1, content: { kind: 'built' } });
  await vi.runAllTimersAsync();
  search('pump-3');
  await vi.runAllTimersAsync();
  expect(answers()[0]?.hits[0]?.protocolId).toBe('pump-3');
});

test('of keys typed faster than it answers it answers the last, and never an older one after it', async () => {
  service.handle({ kind: 'load', sequence: 1, content: { kind: 'documents', protocols: documents } });
  await vi.runAllTimersAsync();
  const text = 'prime pump';
  // Twelve keys a second, and now and then two at once.
  for (let length = 2; length <= text.length; length++) {
    search(text.slice(0, length));
    if (length % 3 !== 0) await vi.advanceTimersByTimeAsync(83);
  }
  await vi.runAllTimersAsync();
  const queries = answers().map(({ query }) => query);
  expect(queries.at(-1)).toBe(text);
  expect(queries).toEqual(queries.toSorted((a, b) => a.length - b.length));
  expect(queries.length).toBeGreaterThan(4);
});

test('a change is taken in at once, beside what is there, and merged when nobody types', async () => {
  service.handle({ kind: 'load', sequence: 1, content: { kind: 'documents', protocols: documents } });
  await vi.runAllTimersAsync();
  const merge = vi.spyOn(SearchIndex.prototype, 'merge');
  const place = { protocolId: 'pump-1', version: '1.0.0', sectionId: 'p', blockId: 't' };
  const note = { kind: 'note' as const, id: 'n1', heading: 'Clinic note', title: 'Pump', text: 'It squeaks.', place };
  service.handle({ kind: 'change', sequence: 2, change: { addProtocols: [document('late')], putItems: [note] } });
  search('squeaks');
  await vi.advanceTimersByTimeAsync(50);
  search('late');
  await vi.advanceTimersByTimeAsync(50);
  expect(kinds()).toContain('changed');
  expect(answers().at(-1)?.hits[0]?.protocolId).toBe('late');
  expect(merge).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  expect(merge).toHaveBeenCalled();
  search('squeaks');
  await vi.runAllTimersAsync();
  expect(answers().at(-1)?.hits).toMatchObject([{ itemId: 'n1', protocolId: 'pump-1' }]);
  service.handle({
    kind: 'change',
    sequence: 3,
    change: { removeItems: ['n1'], removeProtocols: [{ id: 'late', version: '1.0.0' }] },
  });
  search('squeaks late');
  await vi.runAllTimersAsync();
  expect(answers().at(-1)?.total).toBe(0);
});

test('what a first query in vain needs is made when nobody types, and anew after each change', async () => {
  const make = vi.spyOn(SearchIndex.prototype, 'search');
  const inVain = (): number => make.mock.calls.filter(([query]) => query === 'qqqqqq').length;
  service.handle({ kind: 'load', sequence: 1, content: { kind: 'documents', protocols: documents } });
  await vi.advanceTimersByTimeAsync(50);
  expect(inVain()).toBe(0);
  await vi.runAllTimersAsync();
  expect(inVain()).toBe(1);
  search('prime');
  await vi.runAllTimersAsync();
  expect(inVain()).toBe(1);
  service.handle({ kind: 'change', sequence: 2, change: { addProtocols: [document('late')] } });
  await vi.runAllTimersAsync();
  expect(inVain()).toBe(2);
});

test('what cannot be loaded is thrown where the page hears of it', async () => {
  const broken = new SearchService(
    async () => new Uint8Array(20),
    (reply) => replies.push(reply),
  );
  broken.handle({ kind: 'load', sequence: 1, content: { kind: 'built' } });
  await expect(vi.runAllTimersAsync()).rejects.toThrow(/no index of our form/);
  expect(replies).toEqual([]);
});
