import { useState } from 'react';

export interface Typed<Value> {
  readonly value: Value;
  /** The text did not take what stands in the field. */
  readonly isRefused: boolean;
  readonly type: (typed: Value) => void;
  readonly leave: () => void;
}

/**
 * What stands in a field. While somebody types it is what they typed, to the last blank; left, it is what the text says.
 * What the text did not take stays in the field.
 */
export function useTyped<Value>(said: Value, write: (typed: Value) => boolean): Typed<Value> {
  const [last, setTyped] = useState<{ readonly value: Value; readonly isRefused: boolean; readonly of: string }>();
  // A record of a list is known by its place: what was refused in one is not shown in the one that takes its place.
  const of = JSON.stringify(said);
  const typed = last?.isRefused === true && last.of !== of ? undefined : last;
  return {
    value: typed === undefined ? said : typed.value,
    isRefused: typed?.isRefused === true,
    type: (value) => setTyped({ value, isRefused: !write(value), of }),
    leave: () => setTyped((before) => (before?.isRefused === true ? before : undefined)),
  };
}
