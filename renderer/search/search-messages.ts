import type { Protocol, ProtocolKey } from '../../protocols/schema/protocol';
import type { SearchAnswer, SearchItem, SearchOptions } from '../../protocols/search/answer';

/** What can be searched: documents to index, or the index of the shipped library, which the worker fetches. */
export type SearchContent =
  | { readonly kind: 'documents'; readonly protocols: readonly Protocol[] }
  | { readonly kind: 'built' };

/** What changes in what can be searched, without anything else being indexed again. */
export interface SearchChange {
  readonly addProtocols?: readonly Protocol[];
  readonly removeProtocols?: readonly ProtocolKey[];
  /** New items, and items whose words changed. */
  readonly putItems?: readonly SearchItem[];
  /** By id. */
  readonly removeItems?: readonly string[];
}

/** What the page says to the worker. */
export type Request =
  | { readonly kind: 'load'; readonly sequence: number; readonly content: SearchContent }
  | { readonly kind: 'change'; readonly sequence: number; readonly change: SearchChange }
  | {
      readonly kind: 'search';
      readonly sequence: number;
      readonly query: string;
      readonly limit: number;
      readonly options: SearchOptions;
    };

/** What the worker answers, with the number of the request. */
export type Reply =
  | { readonly kind: 'ready'; readonly sequence: number }
  | { readonly kind: 'changed'; readonly sequence: number }
  | { readonly kind: 'answer'; readonly sequence: number; readonly answer: SearchAnswer };
