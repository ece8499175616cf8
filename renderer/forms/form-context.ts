import { createContext, useContext } from 'react';
import type { RecordEdit } from '../../protocols/forms/form-edits';
import type { Fields } from '../../protocols/forms/form-document';
import type { FieldPath } from '../../protocols/forms/yaml-edits';
import type { Finding } from '../../protocols/linting/finding';

/** What the fields of one open part share. */
export interface OpenPart {
  readonly fields: Fields;
  readonly canWrite: boolean;
  /** What the checker says, by the field it says it of. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** Whether the text took it. */
  readonly edit: (edit: RecordEdit, order?: readonly string[]) => boolean;
  /** Keys of the sources the document lists, with their words. */
  readonly sources: readonly { readonly key: string; readonly citation: string }[];
  /** What a reference may name: blocks and sections. */
  readonly targets: readonly { readonly id: string; readonly name: string; readonly isBlock: boolean }[];
}

export const OpenPartContext = createContext<OpenPart | undefined>(undefined);

export function useOpenPart(): OpenPart {
  const part = useContext(OpenPartContext);
  if (part === undefined) throw new Error('a field stands outside of a part');
  return part;
}

/** What a record says at a path, as typed. */
export function valueAt(fields: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return (value as unknown[])[Number(key)];
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[String(key)] : undefined;
  }, fields);
}

/** As text; nothing where there is no text. */
export function textAt(fields: unknown, path: FieldPath): string {
  const value = valueAt(fields, path);
  return typeof value === 'string' ? value : '';
}
