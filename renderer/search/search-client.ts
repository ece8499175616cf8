import type { SearchAnswer, SearchOptions } from '../../protocols/search/answer';
import type { Reply, Request, SearchChange, SearchContent } from './search-messages';
import { default as workerUrl } from './search-worker?worker&url';

/** The answer to a query; `stale` when a newer query was asked meanwhile, `failed` when the worker has stopped. */
export type SearchResult = SearchAnswer | 'stale' | 'failed';

/** Search as the page sees it: everything happens in the worker, nothing here takes time. */
export interface SearchClient {
  /** Replaces what can be found; resolves once it can. The same content is loaded once. */
  load(content: SearchContent): Promise<void>;
  /** Adds to, changes or takes from what can be found; resolves once a search shows it. */
  change(change: SearchChange): Promise<void>;
  search(query: string, limit: number, options?: SearchOptions): Promise<SearchResult>;
  close(): void;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

declare global {
  interface Window {
    /** Missing from the type library; absent outside Chromium. */
    readonly trustedTypes?: TrustedTypes;
  }
}

// The one script the page may start, and the one policy it may make.
const policy = globalThis.window?.trustedTypes?.createPolicy('handrail-worker', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new TypeError('only the search worker may be started');
    return url;
  },
});

export function startSearchClient(): SearchClient {
  return toSearchClient(
    new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'search' }),
  );
}

/** The client of any worker that speaks `search-messages`. */
export function toSearchClient(worker: Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>): SearchClient {
  let sequence = 0;
  let failed = false;
  let asked: { readonly sequence: number; readonly settle: (result: SearchResult) => void } | undefined;
  const waiting = new Map<number, () => void>();
  let loaded: { readonly content: SearchContent; readonly done: Promise<void> } | undefined;

  const finish = (done: number): void => {
    waiting.get(done)?.();
    waiting.delete(done);
  };
  worker.addEventListener('message', ({ data: reply }: MessageEvent<Reply>) => {
    if (reply.kind === 'ready') {
      performance.mark('handrail:search-ready');
      finish(reply.sequence);
    } else if (reply.kind === 'changed') {
      finish(reply.sequence);
    } else if (reply.sequence === asked?.sequence) {
      asked.settle(reply.answer);
      asked = undefined;
    }
  });
  worker.addEventListener('error', () => {
    failed = true;
    asked?.settle('failed');
    asked = undefined;
  });

  const send = (request: Request): void => worker.postMessage(request, []);
  return {
    load: (content) => {
      if (loaded?.content !== content) {
        const done = new Promise<void>((resolve) => {
          sequence++;
          waiting.set(sequence, resolve);
          send({ kind: 'load', sequence, content });
        });
        loaded = { content, done };
      }
      return loaded.done;
    },
    change: (change) =>
      new Promise((resolve) => {
        sequence++;
        waiting.set(sequence, resolve);
        send({ kind: 'change', sequence, change });
      }),
    search: (query, limit, options = {}) =>
      new Promise((settle) => {
        asked?.settle('stale');
        asked = undefined;
        if (failed) return settle('failed');
        sequence++;
        asked = { sequence, settle };
        send({ kind: 'search', sequence, query, limit, options });
      }),
    close: () => {
      asked?.settle('stale');
      asked = undefined;
      worker.terminate();
    },
  };
}
