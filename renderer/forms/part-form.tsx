import { type ReactElement, useMemo } from 'react';
import { FormattedMessage } from 'react-intl';
import { placeFindings } from '../../protocols/forms/field-findings';
import type { FormDocument } from '../../protocols/forms/form-document';
import { type PartIndex, type RecordEdit, replaceSource } from '../../protocols/forms/form-edits';
import { BLOCK_FORMS } from '../../protocols/forms/block-forms';
import { type FieldTable } from '../../protocols/forms/form-field';
import { HEADER_FORM, HEADING_FORM } from '../../protocols/forms/header-form';
import type { Finding } from '../../protocols/linting/finding';
import { fieldClass, inputClass } from '../ui/field';
import { FindingLines } from './finding-lines';
import { OpenPartContext } from './form-context';
import { useFieldWords } from './form-words';
import styles from './forms.module.css';
import { toShort } from './part-name';
import { RecordForm } from './record-form';

interface Props {
  readonly form: FormDocument;
  readonly index: PartIndex;
  readonly canWrite: boolean;
  readonly findings: readonly Finding[];
  readonly onEdit: (index: PartIndex, edit: RecordEdit, order?: readonly string[]) => boolean;
  readonly onText: (text: string) => void;
}

/** The fields of one part; its text, where no form can show it. */
export function PartForm(props: Props): ReactElement {
  const { form, index, canWrite, findings, onEdit } = props;
  const part = index === 'header' ? form.header : form.parts[index];
  const table = toTable(form, index);
  const fields = part !== undefined && 'fields' in part ? part.fields : undefined;
  const placed = useMemo(() => placeFindings(findings, part?.path ?? '', table ?? []), [findings, part?.path, table]);
  const words = useFieldWords();
  const targets = useMemo(
    () =>
      form.parts.flatMap((each) => {
        const id = each.kind === 'block' ? each.id : each.kind === 'heading' ? String(each.fields['id']) : '';
        return id === '' ? [] : [{ id, name: `${words.kind(each)}: ${toShort(each)}`, isBlock: each.kind === 'block' }];
      }),
    [form, words],
  );
  const sources = useMemo(() => listSources(form), [form]);
  if (table === undefined || fields === undefined) return <TextPart {...props} />;
  return (
    <OpenPartContext
      value={{
        fields,
        canWrite,
        findings: placed,
        edit: (edit, order) => onEdit(index, edit, order),
        sources,
        targets,
      }}
    >
      <FindingLines findings={placed.get('') ?? []} />
      <RecordForm table={table} path={[]} />
    </OpenPartContext>
  );
}

function toTable({ parts }: FormDocument, index: PartIndex): FieldTable | undefined {
  if (index === 'header') return HEADER_FORM;
  const part = parts[index];
  if (part?.kind === 'heading') return HEADING_FORM;
  return part?.kind === 'block' ? BLOCK_FORMS[part.type] : undefined;
}

function listSources({ header }: FormDocument): { readonly key: string; readonly citation: string }[] {
  const said: unknown = header.fields?.['sources'];
  return (Array.isArray(said) ? said : []).flatMap((source: unknown) => {
    const { id, citation }: Record<string, unknown> = { ...(source as object) };
    return typeof id === 'string' ? [{ key: id, citation: typeof citation === 'string' ? citation : '' }] : [];
  });
}

/** A part no form can show, as the text it is. */
function TextPart({ form, index, canWrite, findings, onText }: Props): ReactElement {
  const part = index === 'header' ? form.header : form.parts[index];
  return (
    <>
      <p className={styles['hint']}>
        <FormattedMessage id={index === 'header' ? 'forms.asText.header' : 'forms.asText'} />
      </p>
      <label className={fieldClass}>
        <FormattedMessage id="forms.asText.label" />
        <textarea
          className={`${inputClass} ${styles['data']}`}
          rows={10}
          spellCheck={false}
          // What is typed is what stands there; read again, it may be a form at once.
          value={part?.source ?? ''}
          readOnly={!canWrite}
          onChange={(event) => onText(replaceSource(form, index, event.target.value))}
        />
      </label>
      <FindingLines findings={findings} />
    </>
  );
}
