import type { Language } from '../../protocols/contract/calls';
import type { EntryRule } from '../../protocols/dose/entry-rules';
import type { Measured } from '../../protocols/dose/exact';
import { type EntryFault, parseEntered } from '../../protocols/dose/parse-entered';
import type { Entry } from './entry';
import { unreachable } from '../../protocols/schema/unreachable';

/** What a field says at present. Only `read` is ever worked with. */
export type FieldReading =
  /** Being typed in, or not touched yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'read'; readonly value: Measured; readonly confirmed: boolean }
  /** Both readings of a number such as `1,250`, as texts that can be put in the field. */
  | { readonly kind: 'which'; readonly small: string; readonly large: string }
  /** Outside what is usual; asked about once. */
  | { readonly kind: 'unusual'; readonly value: Measured }
  | { readonly kind: 'outside'; readonly value: Measured; readonly min: Measured; readonly max: Measured }
  | { readonly kind: 'refused'; readonly fault: EntryFault };

export function readField(
  { text, left, confirmed, settled }: Entry,
  rule: EntryRule,
  language: Language,
): FieldReading {
  if (!left) return { kind: 'waiting' };
  const entered = parseEntered(text, rule, language, settled);
  switch (entered.kind) {
    case 'fault':
      return { kind: 'refused', fault: entered.fault };
    case 'ask':
      return { kind: 'which', small: entered.readings[0], large: entered.readings[1] };
    case 'outside':
      return { kind: 'outside', value: entered.measured, min: entered.min, max: entered.max };
    case 'value':
      return entered.plausible || confirmed
        ? { kind: 'read', value: entered.measured, confirmed }
        : { kind: 'unusual', value: entered.measured };
    default:
      return unreachable(entered);
  }
}
