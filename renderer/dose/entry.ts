import { unreachable } from '../../protocols/schema/unreachable';

/** What stands in a field, and how far the person has got with it. */
export interface Entry {
  readonly text: string;
  /** Left, or Enter pressed, since the last edit. Nothing is worked out from a field that is being typed in. */
  readonly left: boolean;
  /** An unusual value was looked at and said to be right. */
  readonly confirmed: boolean;
  /** It was said whether the mark in a number such as `1,250` is a decimal one; the text stands for itself now. */
  readonly settled: boolean;
}

export type FieldName = 'weight' | 'height' | 'amount' | 'over' | 'vial' | 'madeUp';
export type Entries = Readonly<Record<FieldName, Entry>>;

const BLANK: Entry = { text: '', left: false, confirmed: false, settled: false };

/** Empty fields, but for what the protocol or the clinic states. */
export function toEntries(stated: Partial<Record<FieldName, string>>): Entries {
  const begin = (name: FieldName): Entry => {
    const text = stated[name];
    return text === undefined ? BLANK : { ...BLANK, text, left: true, settled: true };
  };
  return {
    weight: begin('weight'),
    height: begin('height'),
    amount: begin('amount'),
    over: begin('over'),
    vial: begin('vial'),
    madeUp: begin('madeUp'),
  };
}

export type EntryChange =
  | { readonly kind: 'edit'; readonly name: FieldName; readonly text: string }
  | { readonly kind: 'leave'; readonly name: FieldName }
  | { readonly kind: 'confirm'; readonly name: FieldName }
  /** One of the two readings of a number such as `1,250`. */
  | { readonly kind: 'choose'; readonly name: FieldName; readonly text: string }
  | { readonly kind: 'begin'; readonly entries: Entries };

export function changeEntries(entries: Entries, change: EntryChange): Entries {
  if (change.kind === 'begin') return change.entries;
  const before = entries[change.name];
  const set = (entry: Entry): Entries => ({ ...entries, [change.name]: entry });
  switch (change.kind) {
    case 'edit':
      return set({ ...BLANK, text: change.text });
    case 'leave':
      // Passing through an untouched field is no reason to complain about it.
      return before.left || (before.text === '' && before === BLANK) ? entries : set({ ...before, left: true });
    case 'confirm':
      return set({ ...before, confirmed: true });
    case 'choose':
      return set({ ...BLANK, text: change.text, left: true, settled: true });
    default:
      return unreachable(change);
  }
}
