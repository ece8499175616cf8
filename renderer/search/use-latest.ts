import { useCallback, useLayoutEffect, useRef } from 'react';

/** The latest of a callback under one name that never changes: a row that was given it need not be rendered again for it. */
export function useLatest<Args extends readonly unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
