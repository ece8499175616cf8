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
  const [typed, setTyped] = useState<{ readonly value: Value; readonly isRefused: boolean }>();
  return {
    value: typed === undefined ? said : typed.value,
    isRefused: typed?.isRefused === true,
    type: (value) => setTyped({ value, isRefused: !write(value) }),
    leave: () => setTyped((last) => (last?.isRefused === true ? last : undefined)),
  };
}
