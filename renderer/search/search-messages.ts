import type { Protocol } from '../../protocols/schema/protocol';
import type { SearchAnswer } from '../../protocols/search/answer';

/** What can be searched: documents to index, or where the index is that they were built into. */
export type SearchContent =
  | { readonly kind: 'documents'; readonly protocols: readonly Protocol[] }
  | { readonly kind: 'built'; readonly address: string };

/** What the page says to the worker. */
export type Request =
  | { readonly kind: 'load'; readonly sequence: number; readonly content: SearchContent }
  | { readonly kind: 'search'; readonly sequence: number; readonly query: string; readonly limit: number };

/** What the worker answers, with the number of the request. */
export type Reply =
  | { readonly kind: 'ready'; readonly sequence: number }
  | { readonly kind: 'answer'; readonly sequence: number; readonly answer: SearchAnswer };
