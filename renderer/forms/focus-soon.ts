/** Puts the focus on the first of some elements, once what was just changed is on the page. */
export function focusSoon(box: HTMLElement | null, selector: string): void {
  requestAnimationFrame(() => box?.querySelector<HTMLElement>(selector)?.focus());
}
