import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import { findOnPage, readPageText } from './page-text';
import { paintMatches, revealMatch } from './show-matches';

/** What is being found on a page, and where one is among it. */
export interface Finding {
  readonly query: string;
  readonly wholeWords: boolean;
  readonly count: number;
  /** Counted from one; 0 where nothing is found. */
  readonly place: number;
  readonly current: Range | undefined;
  readonly look: (query: string) => void;
  readonly setWholeWords: (wholeWords: boolean) => void;
  readonly move: (step: 1 | -1) => void;
}

interface Search {
  readonly query: string;
  readonly wholeWords: boolean;
  /** Where finding begins; a new one each time it is asked to show its match. */
  readonly at: Range | undefined;
}

/**
 * Finds within `root` for as long as it lives, beginning at `from`, and paints what it finds. Words and notes that come
 * or go meanwhile are read again; only typing and moving scroll the page.
 */
export function useFind(
  root: HTMLElement,
  { first, from, visibleFrom }: { first: string; from: Range | undefined; visibleFrom: () => number },
): Finding {
  const [search, setSearch] = useState<Search>({ query: first, wholeWords: false, at: from });
  const { query, wholeWords, at } = search;
  const passages = usePageText(root);
  const ranges = useMemo(() => findOnPage(passages, query, wholeWords), [passages, query, wholeWords]);
  const index = useMemo(() => placeFrom(ranges, at), [ranges, at]);
  const current = ranges[index];
  useEffect(() => paintMatches(ranges, current), [ranges, current]);
  useEffect(() => () => paintMatches([], undefined), []);
  const reveal = useEffectEvent((asked: Search) => {
    if (asked.query !== '' && current !== undefined) revealMatch(current, visibleFrom());
  });
  useEffect(() => reveal(search), [search]);
  return {
    query,
    wholeWords,
    count: ranges.length,
    place: current === undefined ? 0 : index + 1,
    current,
    // What is typed on to keeps its place: the match it was, or the first one after it.
    look: (next) => setSearch({ query: next, wholeWords, at: current ?? at }),
    setWholeWords: (next) => setSearch({ query, wholeWords: next, at: current ?? at }),
    move: (step) => setSearch({ query, wholeWords, at: ranges[(index + step + ranges.length) % ranges.length] ?? at }),
  };
}

/** The text of the page, read again in the frame after anything on it changed. */
function usePageText(root: HTMLElement): ReturnType<typeof readPageText> {
  const [passages, setPassages] = useState(() => readPageText(root));
  useLayoutEffect(() => {
    let frame: number | undefined;
    const observer = new MutationObserver((changes) => {
      if (changes.every(({ target }) => isOfTheBar(target))) return;
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        setPassages(readPageText(root));
      });
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [root]);
  return passages;
}

function isOfTheBar(node: Node): boolean {
  return (node instanceof Element ? node : node.parentElement)?.closest('[data-find]') !== null;
}

/** The first match at a place or after it; past the last one it is the first again. */
function placeFrom(ranges: readonly Range[], at: Range | undefined): number {
  if (at === undefined) return 0;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.compareBoundaryPoints(Range.START_TO_START, at) ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low === ranges.length ? 0 : low;
}
