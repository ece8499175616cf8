import { type ReactElement, type ReactNode, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { LEFT_TO_TEXT } from '../../protocols/forms/block-forms';
import { type Field, type FieldTable, toOrder } from '../../protocols/forms/form-field';
import type { FieldPath } from '../../protocols/forms/yaml-edits';
import { ChoiceField, FlagField, TargetField, UnitField } from './choice-fields';
import { DurationField, OffsetsField } from './duration-fields';
import { FindingLines } from './finding-lines';
import { useOpenPart, valueAt } from './form-context';
import styles from './forms.module.css';
import { useFieldWords } from './form-words';
import { ListField } from './list-field';
import { SourceKeysField } from './source-keys-field';
import { ComparisonField, EvidenceField, StepField, ValueField } from './value-fields';
import { LinesField, WordsField } from './words-fields';

/** The fields of one record: those it has to have or has, then the rest behind one press. */
export function RecordForm({ table, path }: { table: FieldTable; path: FieldPath }): ReactElement {
  const { fields, findings } = useOpenPart();
  const record = valueAt(fields, path);
  const said = new Set(typeof record === 'object' && record !== null ? Object.keys(record) : []);
  const isTold = (name: string): boolean =>
    [...findings.keys()].some((key) => isWithin(key, [...path, name].join('.')));
  const isShown = (field: Field): boolean => field.kind !== 'id' && (field.optional !== true || said.has(field.name));
  const isAlone = (field: Field): boolean => field.kind === 'evidence' && (said.has('mark') || said.has('sources'));
  // Decided once: a field that is typed into must not move from under the fingers.
  const [late] = useState(() => new Set(table.filter((each) => !isShown(each) && !isAlone(each)).map(toName)));
  const first = table.filter(({ name }) => !late.has(name));
  const rest = table.filter(({ name }) => late.has(name));
  const isOpen = rest.some(({ name, kind }) => isTold(name) || (kind !== 'id' && said.has(name)));
  const order = toOrder(table);
  const known = new Set([...table.map(({ name }) => name), 'mark', 'sources']);
  const unknown = [...said].filter((name) => !known.has(name));
  return (
    <div className={styles['record']}>
      {path.length > 0 && <FindingLines findings={findings.get(path.join('.')) ?? []} />}
      {first.map((field) => (
        <FieldOf key={field.name} field={field} path={path} order={order} />
      ))}
      {rest.length > 0 && (
        <details open={isOpen || undefined}>
          <summary>
            <FormattedMessage id="forms.more" />
          </summary>
          <div className={styles['record']}>
            {rest.map((field) => (
              <FieldOf key={field.name} field={field} path={path} order={order} />
            ))}
          </div>
        </details>
      )}
      {unknown.length > 0 && (
        <p className={styles['hint']}>
          <FormattedMessage
            id={unknown.every((name) => LEFT_TO_TEXT.includes(name)) ? 'forms.leftToText' : 'forms.unknownFields'}
            values={{ names: unknown.join(', ') }}
          />
        </p>
      )}
    </div>
  );
}

const toName = ({ name }: Field): string => name;

function isWithin(key: string, path: string): boolean {
  return key === path || key.startsWith(`${path}.`);
}

function FieldOf({
  field,
  path: parent,
  order,
}: {
  field: Field;
  path: FieldPath;
  order: readonly string[];
}): ReactElement {
  const words = useFieldWords();
  const path = [...parent, field.name];
  const label: ReactNode = words.label(field);
  const hint = words.hint(field);
  const props = { path, label, order, isOptional: field.optional === true, ...(hint === undefined ? {} : { hint }) };
  switch (field.kind) {
    case 'words':
      return <WordsField {...props} rows={field.name === 'citation' || LONG.has(field.name) ? 2 : 1} />;
    case 'prose':
      return <WordsField {...props} rows={5} />;
    case 'id':
    case 'number':
    case 'day':
    case 'end-day':
      return <WordsField {...props} rows={1} isData />;
    case 'lines':
      return <LinesField {...props} />;
    case 'flag':
      return <FlagField {...props} />;
    case 'choice':
      return (
        <ChoiceField
          {...props}
          options={field.options.map((value) => ({ value, label: words.choice(field, value) }))}
        />
      );
    case 'unit':
      return <UnitField {...props} />;
    case 'amount':
    case 'time':
      return <ValueField {...props} kind={field.kind} />;
    case 'duration':
      return <DurationField {...props} isOffset={false} />;
    case 'offset':
      return <DurationField {...props} isOffset />;
    case 'offsets':
      return <OffsetsField {...props} />;
    case 'comparison':
      return <ComparisonField {...props} />;
    case 'step':
      return <StepField {...props} />;
    case 'evidence':
      return <EvidenceField {...props} />;
    case 'keys':
      return <SourceKeysField {...props} />;
    case 'block':
      return <TargetField {...props} several={false} isPlain />;
    case 'target':
      return <TargetField {...props} several={false} />;
    case 'targets':
      return <TargetField {...props} several />;
    case 'record':
      return (
        <fieldset className={styles['group']} data-field={path.join('.')}>
          <legend>{label}</legend>
          <RecordForm table={field.fields} path={path} />
        </fieldset>
      );
    case 'list':
      return <ListField field={field} {...props} />;
    default:
      return field satisfies never;
  }
}

/** Fields that hold a sentence more often than a word. */
const LONG = new Set([
  'text',
  'action',
  'rationale',
  'condition',
  'definition',
  'reason',
  'contested',
  'mechanism',
  'effect',
  'management',
  'afterCare',
  'note',
  'safetyLine',
  'trigger',
]);
