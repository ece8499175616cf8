import type { ReactElement, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Protocol } from '../../protocols/schema/protocol';
import { fieldClass, inputClass } from '../ui/field';
import { listBlockNames } from './block-names';

/** One block of a protocol, chosen by number and name. */
export function BlockSelect({
  label,
  protocol,
  value,
  except = [],
  onChange,
}: {
  label: ReactNode;
  protocol: Protocol;
  value: string;
  /** Blocks that are not offered. */
  except?: readonly string[];
  onChange: (blockId: string) => void;
}): ReactElement {
  const intl = useIntl();
  return (
    <label className={fieldClass}>
      {label}
      <select className={inputClass} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{intl.formatMessage({ id: 'notes.block.none' })}</option>
        {listBlockNames(protocol).map(({ title, blocks }, index) => (
          <optgroup key={index} label={title}>
            {blocks
              .filter(({ id }) => !except.includes(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
