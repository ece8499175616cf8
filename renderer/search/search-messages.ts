import type { Protocol } from '../../protocols/schema/protocol';
import type { SearchAnswer } from '../../protocols/search/answer';

/** What the page says to the worker. */
export type Request =
  | { readonly kind: 'load'; readonly sequence: number; readonly protocols: readonly Protocol[] }
  | { readonly kind: 'search'; readonly sequence: number; readonly query: string; readonly limit: number };

/** What the worker answers, with the number of the request. */
export type Reply =
  | { readonly kind: 'ready'; readonly sequence: number }
  | { readonly kind: 'answer'; readonly sequence: number; readonly answer: SearchAnswer };
