/** What a plan has to know about the words of the documents. */
export interface Vocabulary {
  has(term: string): boolean;
  /** Words that begin so and go on, in order. */
  withPrefix(prefix: string, limit: number): string[];
  /** A word as some document writes it. */
  written(term: string): string;
}
