const PATIENCE_MS = 3000;

/** Puts the focus on a note once it is on the page; notes come from the disk after the text they stand beside. */
export function revealNote(id: string): void {
  const find = (): HTMLElement | null => document.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(id)}"]`);
  const until = performance.now() + PATIENCE_MS;
  const look = (): void => {
    const note = find();
    if (note !== null) {
      note.tabIndex = -1;
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: 'nearest' });
    } else if (performance.now() < until) requestAnimationFrame(look);
  };
  // After the page has gone to the block itself, which takes the focus first.
  requestAnimationFrame(() => requestAnimationFrame(look));
}
