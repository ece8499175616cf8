import type { Field, FieldTable } from './form-field';

const id: Field = { name: 'id', kind: 'id' };
const role: Field = { name: 'role', kind: 'words' };
const person: FieldTable = [{ name: 'name', kind: 'words', label: 'person' }, role];

/** The fields of the front matter; id, status and what an approval writes are no author's to fill in. */
export const HEADER_FORM: FieldTable = [
  { name: 'title', kind: 'words', label: 'document-title' },
  { name: 'aliases', kind: 'lines', optional: true },
  {
    name: 'type',
    kind: 'choice',
    label: 'document-type',
    options: ['operations', 'checklist-set', 'response-guide', 'dosing-protocol', 'reference'],
  },
  { name: 'version', kind: 'words' },
  { name: 'language', kind: 'choice', options: ['en', 'fr'] },
  { name: 'jurisdiction', kind: 'lines', optional: true },
  { name: 'publisher', kind: 'words' },
  {
    name: 'effectivePeriod',
    kind: 'record',
    fields: [
      { name: 'start', kind: 'day' },
      { name: 'end', kind: 'end-day' },
    ],
  },
  { name: 'reviewBy', kind: 'day' },
  { name: 'authors', kind: 'list', first: { name: '', role: '' }, fields: person },
  { name: 'audience', kind: 'lines', optional: true },
  { name: 'setting', kind: 'lines', optional: true },
  { name: 'safetyLine', kind: 'words', optional: true },
  {
    name: 'sources',
    kind: 'list',
    first: { citation: '' },
    fields: [
      { name: 'citation', kind: 'words' },
      { name: 'url', kind: 'words', optional: true },
      { name: 'date', kind: 'words', label: 'source-date', optional: true },
      { name: 'certainty', kind: 'choice', options: ['high', 'moderate', 'low', 'very-low'], optional: true },
      { ...id, label: 'key' },
    ],
  },
  {
    name: 'changes',
    kind: 'list',
    optional: true,
    first: { block: '', label: 'amended', reason: '', sources: [] },
    fields: [
      { name: 'block', kind: 'block' },
      {
        name: 'label',
        label: 'change',
        kind: 'choice',
        options: ['new', 'amended', 'reviewed', 'corrected', 'editorial', 'moved', 'withdrawn'],
      },
      { name: 'reason', kind: 'words' },
      { name: 'sources', kind: 'keys' },
    ],
  },
  {
    name: 'retired',
    kind: 'list',
    optional: true,
    first: { id: '', reason: '' },
    fields: [
      { ...id, label: 'retired-id' },
      { name: 'replacedBy', kind: 'block', optional: true },
      { name: 'reason', kind: 'words' },
    ],
  },
];

/** What may stand in a heading. */
export const HEADING_FORM: FieldTable = [
  { name: 'title', kind: 'words', label: 'section' },
  { name: 'depth', kind: 'choice', options: ['1', '2', '3', '4'] },
  id,
];
