/** How one field of the authored form is filled in. Its text stays what an author would have typed. */
export type Field = Named &
  (
    | {
        readonly kind:
          | 'words'
          | 'prose'
          | 'id'
          | 'lines'
          | 'flag'
          | 'number'
          | 'day'
          | 'end-day'
          | 'unit'
          | 'amount'
          | 'time'
          | 'duration'
          | 'offset'
          | 'offsets'
          | 'comparison'
          | 'step'
          | 'evidence'
          | 'keys'
          | 'block'
          | 'target'
          | 'targets';
      }
    | { readonly kind: 'choice'; readonly options: readonly string[] }
    | { readonly kind: 'record'; readonly fields: FieldTable }
    | ListField
  );

interface Named {
  readonly name: string;
  /** By which its label is found, where the name alone says too little. */
  readonly label?: string;
  /** May be left empty; it is then not written at all. */
  readonly optional?: true;
}

/** A list of records, each filled in by the same fields. */
export interface ListField extends Named {
  readonly kind: 'list';
  readonly fields: FieldTable;
  /** Where the records differ in kind: the first field of each tells which it is. */
  readonly variants?: readonly FieldTable[];
  /** What a new record begins as; its `id` is given apart. */
  readonly first: Readonly<Record<string, unknown>>;
}

export type FieldTable = readonly Field[];

/** In which order the fields of a record stand in a text: its id leads, as authors write it, whatever the form asks first. */
export function toOrder(table: FieldTable): readonly string[] {
  const names = table.map(({ name }) => name);
  return names.includes('id') ? ['id', ...names.filter((name) => name !== 'id')] : names;
}
