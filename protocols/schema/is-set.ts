import type { Amount, Time } from './values';

/** Whether a value is there, or left for each clinic to set. */
export function isSet<T extends Amount | Time>(value: T): value is Exclude<T, { mark: 'local' }> {
  return value.mark !== 'local';
}
