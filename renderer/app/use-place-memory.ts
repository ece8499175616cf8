import { useEffect, useRef } from 'react';

interface Place {
  readonly scroll: number;
  readonly focus: string | undefined;
}

/** Going back shows the page where it was left, with the focus where it was; going somewhere new starts at the top. */
export function usePlaceMemory(location: string): void {
  const places = useRef(new Map<string, Place>());
  const current = useRef(location);
  const wentBack = useRef(false);
  useEffect(() => {
    const remember = (): void => {
      const focused = document.activeElement?.closest<HTMLElement>('[data-block-id]')?.dataset['blockId'];
      places.current.set(current.current, { scroll: scrollY, focus: focused });
    };
    const popped = (event: PopStateEvent): void => {
      wentBack.current = event.isTrusted;
    };
    addEventListener('scroll', remember, { passive: true });
    addEventListener('popstate', popped);
    return () => {
      removeEventListener('scroll', remember);
      removeEventListener('popstate', popped);
    };
  }, []);
  useEffect(() => {
    if (current.current === location) return;
    current.current = location;
    const place = wentBack.current ? places.current.get(location) : undefined;
    wentBack.current = false;
    if (place === undefined) {
      // A protocol scrolls to the block its address names; every other screen starts at the top.
      if (!location.startsWith('/p/')) scrollTo(0, 0);
      return;
    }
    requestAnimationFrame(() => {
      scrollTo(0, place.scroll);
      const block =
        place.focus === undefined
          ? null
          : document.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(place.focus)}"]`);
      block?.focus({ preventScroll: true });
    });
  }, [location]);
}
