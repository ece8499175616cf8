import type { ReactElement, ReactNode } from 'react';

/** A part of a sheet: one whole, or a table whose rows may go on over the next page under the same head. */
export type SheetPart = {
  readonly id: string;
  /** Stays on the page of what follows: a heading never stands alone at the foot of a page. */
  readonly keep?: boolean;
} & (
  | { readonly node: ReactNode; readonly className?: string; readonly fills?: boolean }
  | {
      readonly className: string;
      /** Names of the columns, by which the stylesheet sets their widths. */
      readonly columns: readonly string[];
      readonly head: (continued: boolean) => ReactNode;
      readonly rows: readonly ReactElement[];
    }
);

/** One way to lay a sheet out; the first whose pages are few enough is taken. */
export interface Attempt {
  readonly parts: readonly SheetPart[];
  /** No limit when absent. */
  readonly mostPages?: number;
  /** A name by which the stylesheet makes this attempt denser than the one before. */
  readonly look?: string;
}

export type Orientation = 'portrait' | 'landscape';
