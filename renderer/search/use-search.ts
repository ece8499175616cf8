import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { SearchAnswer, SearchOptions } from '../../protocols/search/answer';
import { type SearchClient, startSearchClient } from './search-client';
import type { SearchContent } from './search-messages';

/** The client given, or one with its own worker for as long as the component lives. */
export function useSearchClient(given: SearchClient | undefined): SearchClient {
  const [client] = useState(() => given ?? startSearchClient());
  useEffect(() => () => client.close(), [client]);
  return client;
}

/** What is asked of the search; another object is another question. */
export interface Question {
  readonly text: string;
  readonly limit: number;
  readonly options: SearchOptions;
}

interface Answered {
  readonly question: Question;
  readonly answer: SearchAnswer;
}

/**
 * The last answer that arrived; it is for what is now asked only when `current` says so. `onAnswer` is told of each answer
 * to the question that stood when it arrived.
 */
export function useSearch(
  client: SearchClient,
  content: SearchContent | undefined,
  question: Question,
  onAnswer: (answer: SearchAnswer) => void,
): { readonly answer: SearchAnswer | undefined; readonly current: boolean; readonly failed: boolean } {
  const [answered, setAnswered] = useState<Answered>();
  const [failed, setFailed] = useState(false);
  const arrived = useEffectEvent(onAnswer);
  useEffect(() => {
    if (content !== undefined) void client.load(content);
  }, [client, content]);
  useEffect(() => {
    const { text, limit, options } = question;
    // Until the protocols are handed over there is nothing to search, and "nothing found" would be untrue.
    if (content === undefined || text.trim() === '') return undefined;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const result = await client.search(text, limit, options);
      if (!wanted || result === 'stale') return;
      if (result === 'failed') {
        setFailed(true);
        return;
      }
      setAnswered({ question, answer: result });
      arrived(result);
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [client, content, question]);
  // Before the frame that shows it: asked for afterwards, the mark would wait for one more.
  useLayoutEffect(() => {
    if (answered !== undefined) markWhenPainted(answered.answer);
  }, [answered]);
  const asked = question.text.trim() !== '';
  return { answer: asked ? answered?.answer : undefined, current: asked && answered?.question === question, failed };
}

/** For scripts that time the search: set once the rows of this answer are on the screen. */
function markWhenPainted({ query, total: count }: SearchAnswer): void {
  requestAnimationFrame(() => setTimeout(() => performance.mark('handrail:results', { detail: { query, count } }), 0));
}
