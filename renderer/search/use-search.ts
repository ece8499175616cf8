import { useEffect, useEffectEvent, useState } from 'react';
import type { SearchAnswer } from '../../protocols/search/answer';
import { type SearchClient, startSearchClient } from './search-client';
import type { SearchContent } from './search-messages';

/** The client given, or one with its own worker for as long as the component lives. */
export function useSearchClient(given: SearchClient | undefined): SearchClient {
  const [client] = useState(() => given ?? startSearchClient());
  useEffect(() => () => client.close(), [client]);
  return client;
}

/**
 * The last answer that arrived; it is for the text now typed only when its `query` says so. `onAnswer` is told of each
 * answer to the text that was typed when it arrived.
 */
export function useSearch(
  client: SearchClient,
  { content, text, limit }: { content: SearchContent | undefined; text: string; limit: number },
  onAnswer: (answer: SearchAnswer) => void,
): { readonly answer: SearchAnswer | undefined; readonly failed: boolean } {
  const [answer, setAnswer] = useState<SearchAnswer>();
  const [failed, setFailed] = useState(false);
  const arrived = useEffectEvent(onAnswer);
  useEffect(() => {
    if (content !== undefined) void client.load(content);
  }, [client, content]);
  useEffect(() => {
    // Until the protocols are handed over there is nothing to search, and "nothing found" would be untrue.
    if (content === undefined || text.trim() === '') return undefined;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const result = await client.search(text, limit);
      if (!wanted || result === 'stale') return;
      if (result === 'failed') {
        setFailed(true);
        return;
      }
      setAnswer(result);
      arrived(result);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [client, content, text, limit]);
  useEffect(() => {
    if (answer !== undefined) markWhenPainted(answer);
  }, [answer]);
  return { answer: text.trim() === '' ? undefined : answer, failed };
}

/** For scripts that time the search: set once the rows of this answer are on the screen. */
function markWhenPainted({ query, total: count }: SearchAnswer): void {
  requestAnimationFrame(() => setTimeout(() => performance.mark('handrail:results', { detail: { query, count } }), 0));
}
