// The closed word lists of the documents, apart from the schema so that the page can use them without it.

/**
 * How far a statement has been checked.
 * `verified`: read in the source itself. `second-hand`: read only in a page that reports the source. `recalled`: general
 * knowledge, no source text read. `arithmetic`: computed from verified numbers. `local`: each clinic sets it.
 */
export const MARKS = ['verified', 'second-hand', 'recalled', 'arithmetic', 'local'] as const;
export type Mark = (typeof MARKS)[number];

export const OPERATORS = ['<', '<=', '=', '>=', '>'] as const;

/** Ways a drug is given, in full; each maps to SNOMED CT and EDQM codes outside this program. */
export const ROUTES = [
  'intravenous',
  'intramuscular',
  'subcutaneous',
  'sublingual',
  'buccal',
  'oral',
  'intranasal',
  'rectal',
] as const;

/** What a limit asks for, from the mildest to the hardest. */
export const ACTIONS = ['observe', 'repeat', 'notify', 'hold', 'stop', 'emergency'] as const;
