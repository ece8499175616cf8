import type { PrintFailure } from '../../protocols/contract/calls';

/** Chromium's reason in our words; it speaks English whatever the system does. */
export function toPrintFailure(reason: string): PrintFailure {
  if (/cancel/i.test(reason)) return { kind: 'cancelled' };
  if (/enumerate printers|no printers/i.test(reason)) return { kind: 'no-printer' };
  return { kind: 'not-printed', message: reason };
}
