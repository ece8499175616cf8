import { tinykeys } from 'tinykeys';

/**
 * Binds keys for the whole window, also while a text field has the focus, where tinykeys would pass them over; a letter
 * still being composed is left alone. Returns the function that ends it.
 */
export function bindKeys(keys: Parameters<typeof tinykeys>[1]): () => void {
  return tinykeys(window, keys, { ignore: (event) => event.isComposing });
}
