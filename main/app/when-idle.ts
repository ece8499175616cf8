/** Runs work once nothing has asked for it for a while, so that it never stands in the way of who is typing. */
export function whenIdle(milliseconds: number, work: () => Promise<unknown>): { readonly soon: () => void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void work(), milliseconds);
      timer.unref(); // the program does not stay for it
    },
  };
}
