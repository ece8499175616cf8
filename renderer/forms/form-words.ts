import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { FormPart } from '../../protocols/forms/form-document';
import type { Field } from '../../protocols/forms/form-field';
import type { FormsMessageId } from '../app/messages';
import { toShort } from './part-name';

/** Choices the reader has words for already, so that a form and the page it becomes say the same. */
const READER_WORDS: Readonly<Record<string, string>> = {
  level: 'reader.level',
  route: 'reader.route',
  method: 'reader.method',
  basis: 'reader.basis',
  action: 'reader.action',
  mode: 'reader.mode',
  severity: 'reader.severity',
  interaction: 'reader.interaction',
  'document-type': 'app.type',
};

const HINTS: ReadonlySet<string> = new Set([
  'day',
  'end-day',
  'anchor',
  'limit-per',
  'md',
  'looked-at',
  'id',
  'retired-id',
  'version',
]);

const nameOf = ({ label, name }: Field): string => label ?? name;

/** The message of a field's label. A test holds that there is one for every field of every form. */
export function toLabelId(field: Field): FormsMessageId {
  return `forms.field.${nameOf(field)}` as FormsMessageId;
}

export function toHintId(field: Field): FormsMessageId | undefined {
  const name = [field.kind, nameOf(field)].find((each) => HINTS.has(each));
  return name === undefined ? undefined : (`forms.hint.${name}` as FormsMessageId);
}

export function toChoiceId(field: Field, value: string): FormsMessageId {
  const name = nameOf(field);
  return `${READER_WORDS[name] ?? `forms.choice.${name}`}.${value}` as FormsMessageId;
}

export function toVariantId(name: string): FormsMessageId {
  return `forms.variant.${name}` as FormsMessageId;
}

export interface FieldWords {
  readonly label: (field: Field) => string;
  readonly hint: (field: Field) => string | undefined;
  readonly choice: (field: Field, value: string) => string;
  readonly variant: (name: string) => string;
  /** What a part is called in lists and messages: its kind, and its first words. */
  readonly part: (part: FormPart) => string;
  readonly kind: (part: FormPart) => string;
}

/** The words of the form in the reader's language. */
export function useFieldWords(): FieldWords {
  const intl = useIntl();
  return useMemo(() => {
    const say = (id: FormsMessageId): string => intl.formatMessage({ id });
    const kind = (part: FormPart): string =>
      say(part.kind === 'block' ? `forms.kind.${part.type}` : `forms.kind.${part.kind}`);
    return {
      label: (field) => say(toLabelId(field)),
      hint: (field) => {
        const id = toHintId(field);
        return id === undefined ? undefined : intl.formatMessage({ id }, { example: '{{dose-1.amount.usual}}' });
      },
      choice: (field, value) => say(toChoiceId(field, value)),
      variant: (name) => say(toVariantId(name)),
      kind,
      part: (part) => intl.formatMessage({ id: 'forms.part' }, { kind: kind(part), name: toShort(part) }),
    };
  }, [intl]);
}
