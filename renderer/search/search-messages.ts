import type { Protocol } from '../../protocols/schema/protocol';
import type { SearchAnswer } from '../../protocols/search/answer';

/** What can be searched: documents to index, or the index of the shipped library, which the worker fetches. */
export type SearchContent =
  | { readonly kind: 'documents'; readonly protocols: readonly Protocol[] }
  | { readonly kind: 'built' };

/** What the page says to the worker. */
export type Request =
  | { readonly kind: 'load'; readonly sequence: number; readonly content: SearchContent }
  | { readonly kind: 'search'; readonly sequence: number; readonly query: string; readonly limit: number };

/** What the worker answers, with the number of the request. */
export type Reply =
  | { readonly kind: 'ready'; readonly sequence: number }
  | { readonly kind: 'answer'; readonly sequence: number; readonly answer: SearchAnswer };
