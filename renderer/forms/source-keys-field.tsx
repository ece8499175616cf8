import type { ReactElement } from 'react';
import { SourceTicks } from './choice-fields';
import { GroupFrame } from './field-frame';
import { useOpenPart, valueAt } from './form-context';
import { type FieldProps, useWrite } from './words-fields';

/** A list of source keys with no mark beside it. */
export function SourceKeysField(props: FieldProps): ReactElement {
  const { fields } = useOpenPart();
  const write = useWrite(props);
  const said = valueAt(fields, props.path);
  return (
    <GroupFrame {...props}>
      {() => <SourceTicks chosen={Array.isArray(said) ? said.map(String) : []} onChange={(keys) => void write(keys)} />}
    </GroupFrame>
  );
}
