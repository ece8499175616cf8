/** Longest a save may take before it is told as not saved. */
export const SAVE_SECONDS = 5;

export const LATE = Symbol('late');

/** What a promise resolves to, or `LATE`. After an error of the disk a transaction may never settle by itself. */
export async function withDeadline<T>(work: PromiseLike<T>, seconds: number): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
