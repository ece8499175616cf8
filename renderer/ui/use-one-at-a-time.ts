import { useCallback, useRef } from 'react';

/** Runs what a button does, unless what it did before is still under way: two presses are not two decisions. */
export function useOneAtATime(): (work: () => Promise<unknown>) => void {
  const isBusy = useRef(false);
  return useCallback((work) => {
    const run = async (): Promise<void> => {
      if (isBusy.current) return;
      isBusy.current = true;
      try {
        await work();
      } finally {
        isBusy.current = false;
      }
    };
    void run();
  }, []);
}
