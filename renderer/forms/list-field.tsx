import { type ReactElement, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FieldTable, ListField as List } from '../../protocols/forms/form-field';
import { toOrder } from '../../protocols/forms/form-field';
import { listInnerIds, toNewId } from '../../protocols/forms/new-part';
import { Button } from '../ui/button';
import { Select } from './choice-fields';
import { FindingLines } from './finding-lines';
import { useOpenPart, valueAt } from './form-context';
import { useFieldWords } from './form-words';
import styles from './forms.module.css';
import { focusSoon } from './focus-soon';
import { Labelled } from './labelled';
import { RecordForm } from './record-form';
import type { FieldProps } from './words-fields';

/** What the ids of new records of a list begin with. */
const ID_BASES: Readonly<Record<string, string>> = {
  phases: 'phase-',
  items: 'item-',
  steps: 'step-',
  rows: 'row-',
  parameters: 'reading-',
  sources: 's',
};

/** A list of records: each with its fields, taken out, moved, and one more at the end. */
export function ListField({ field, path, label, order }: FieldProps & { field: List }): ReactElement {
  const intl = useIntl();
  const { fields, canWrite, edit, findings } = useOpenPart();
  const box = useRef<HTMLFieldSetElement>(null);
  const said = valueAt(fields, path);
  const items: readonly unknown[] = Array.isArray(said) ? said : [];
  const move = (from: number, to: number): void => {
    if (edit({ kind: 'move', path, from, to }))
      focusSoon(box.current, `[data-item="${to}"] [data-move="${to < from ? 'up' : 'down'}"]`);
  };
  const add = (): void => {
    const base = ID_BASES[field.name];
    const id = base === undefined ? {} : { id: toNewId(base, listInnerIds(fields)) };
    if (edit({ kind: 'add', path, at: items.length, item: { ...id, ...field.first } }, order))
      focusSoon(box.current, `[data-item="${items.length}"] :is(input, textarea, select)`);
  };
  return (
    <fieldset ref={box} className={styles['group']} data-field={path.join('.')}>
      <legend>{label}</legend>
      <FindingLines findings={findings.get(path.join('.')) ?? []} />
      <ol className={styles['items']}>
        {items.map((item, index) => (
          // Records of a list may have no name; their place is all they have in common.
          <li key={index} className={styles['item']} data-item={index} data-field={[...path, index].join('.')}>
            {field.variants !== undefined && <Variant field={field} path={[...path, index]} item={item} />}
            <RecordForm table={tableOf(field, item)} path={[...path, index]} />
            {canWrite && (
              <div className={styles['inline']}>
                <Button
                  data-move="up"
                  disabled={index === 0}
                  aria-label={intl.formatMessage({ id: 'forms.list.up' }, { place: index + 1 })}
                  onClick={() => move(index, index - 1)}
                >
                  <FormattedMessage id="forms.up" />
                </Button>
                <Button
                  data-move="down"
                  disabled={index === items.length - 1}
                  aria-label={intl.formatMessage({ id: 'forms.list.down' }, { place: index + 1 })}
                  onClick={() => move(index, index + 1)}
                >
                  <FormattedMessage id="forms.down" />
                </Button>
                <Button
                  aria-label={intl.formatMessage({ id: 'forms.list.remove.of' }, { place: index + 1 })}
                  onClick={() => edit({ kind: 'field', path: [...path, index], value: undefined })}
                >
                  <FormattedMessage id="forms.list.remove" />
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {canWrite && (
        <div>
          <Button onClick={add}>
            <FormattedMessage id="forms.list.addOf" values={{ what: label }} />
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** The fields of a record: those of its kind, then those all kinds have. */
function tableOf(field: List, item: unknown): FieldTable {
  const variant = findVariant(field, item);
  // A kind that is nothing but a flag says it by being chosen.
  const own = variant?.filter(({ kind }) => kind !== 'flag') ?? [];
  return [...own, ...field.fields];
}

function findVariant({ variants }: List, item: unknown): FieldTable | undefined {
  return variants?.find(
    ([first]) => typeof item === 'object' && item !== null && first !== undefined && first.name in item,
  );
}

/** Which kind of record it is; another kind begins with what that kind needs. */
function Variant({ field, path, item }: { field: List; path: FieldProps['path']; item: unknown }): ReactElement {
  const { edit } = useOpenPart();
  const words = useFieldWords();
  const now = findVariant(field, item);
  const options = (field.variants ?? []).flatMap(([first]) =>
    first === undefined ? [] : [{ value: first.name, label: words.variant(first.name) }],
  );
  return (
    <Labelled id="forms.variant">
      <Select
        value={now?.[0]?.name ?? ''}
        options={options}
        onChange={(name) => {
          const record: Record<string, unknown> = typeof item === 'object' && item !== null ? { ...item } : {};
          const kept = Object.entries(record).filter(([key]) => now?.every((each) => each.name !== key) !== false);
          const next = { ...VARIANT_FIRST[name], ...Object.fromEntries(kept) };
          edit({ kind: 'field', path, value: next }, toOrder(field.fields));
        }}
      />
    </Labelled>
  );
}

const VARIANT_FIRST: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  at: { at: ['PT0M'] },
  every: { every: 'PT15M', from: 'PT0M', until: 'PT60M' },
  continuous: { continuous: 'true' },
  atLeast: { atLeast: 'local' },
};
