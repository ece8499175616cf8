import type { BlockType } from '../schema/blocks';
import { ACTIONS, ROUTES } from '../schema/vocabulary';
import type { Field, FieldTable } from './form-field';

const id: Field = { name: 'id', kind: 'id' };
const evidence: Field = { name: 'evidence', kind: 'evidence' };
const contested: Field = { name: 'contested', kind: 'words', optional: true };
const role: Field = { name: 'role', kind: 'words' };
const flags = { strength: ['strong', 'conditional', 'good-practice'], direction: ['for', 'against'] };

const range = (kind: 'amount' | 'time'): FieldTable => [
  { name: 'min', kind, optional: true },
  { name: 'usual', kind, optional: true },
  { name: 'max', kind, optional: true },
];
const amounts: Field = { name: 'amount', kind: 'record', fields: range('amount') };
const over: Field = { name: 'over', kind: 'record', fields: range('time'), optional: true };
const labelled: FieldTable = [{ name: 'label', kind: 'words' }, amounts];

/** Every block has these, before and behind its own. */
const withCommon = (...own: FieldTable): FieldTable => [
  { name: 'title', kind: 'words', label: 'title', optional: true },
  ...own,
  { name: 'strength', kind: 'choice', options: flags.strength, optional: true },
  { name: 'direction', kind: 'choice', options: flags.direction, optional: true },
  id,
];

const item: FieldTable = [
  { name: 'text', kind: 'words', label: 'item' },
  { ...role, optional: true },
  { name: 'required', kind: 'flag' },
  { name: 'critical', kind: 'flag', optional: true },
  {
    name: 'answer',
    kind: 'record',
    fields: [
      {
        name: 'type',
        label: 'answer-type',
        kind: 'choice',
        options: ['tick', 'yes-no', 'text', 'number', 'quantity', 'choice', 'time'],
      },
      { name: 'unit', kind: 'unit', optional: true },
      { name: 'min', kind: 'number', label: 'least', optional: true },
      { name: 'max', kind: 'number', label: 'most', optional: true },
      { name: 'options', kind: 'lines', optional: true },
    ],
  },
  { name: 'see', kind: 'target', optional: true },
  { ...evidence, optional: true },
  id,
];

const scheduled: FieldTable = [
  { name: 'label', kind: 'words', optional: true },
  { name: 'parameters', kind: 'lines', label: 'looked-at', optional: true },
  { ...evidence, optional: true },
  { ...contested },
  { ...id, optional: true },
];

const threshold: FieldTable = [
  { name: 'when', kind: 'comparison' },
  { name: 'sustained', kind: 'duration', optional: true },
  { name: 'action', kind: 'choice', options: ACTIONS },
  { name: 'text', kind: 'words', label: 'do' },
  { name: 'goTo', kind: 'target', optional: true },
  contested,
  { ...id, optional: true },
];

/** The fields of each block type, in the order of the form and of the text. */
export const BLOCK_FORMS: Readonly<Record<BlockType, FieldTable>> = {
  narrative: withCommon({ name: 'md', kind: 'prose' }, { ...evidence, optional: true }, contested),
  figures: withCommon(
    { ...evidence, optional: true },
    {
      name: 'rows',
      kind: 'list',
      first: { label: '', amount: { usual: '' } },
      fields: [
        { name: 'label', kind: 'words' },
        { ...amounts, optional: true },
        { name: 'time', kind: 'record', fields: range('time'), optional: true },
        { name: 'note', kind: 'words', optional: true },
        id,
      ],
    },
  ),
  dose: withCommon(
    {
      name: 'drug',
      kind: 'record',
      fields: [
        { name: 'name', kind: 'words', label: 'drug-name' },
        { name: 'tallMan', kind: 'words', optional: true },
      ],
    },
    { name: 'route', kind: 'choice', options: ROUTES },
    { name: 'method', kind: 'choice', options: ['bolus', 'infusion', 'supervised-self'] },
    {
      name: 'basis',
      kind: 'choice',
      options: ['fixed', 'actual-weight', 'ideal-weight', 'adjusted-weight', 'surface-area', 'local'],
    },
    { name: 'population', kind: 'words', optional: true },
    { name: 'offLabel', kind: 'flag', optional: true },
    evidence,
    amounts,
    { name: 'cap', kind: 'amount', optional: true },
    {
      name: 'weightRange',
      kind: 'record',
      optional: true,
      fields: [
        { name: 'min', kind: 'amount', optional: true },
        { name: 'max', kind: 'amount', optional: true },
      ],
    },
    over,
    { name: 'rate', kind: 'record', fields: range('amount'), optional: true },
    {
      name: 'preparation',
      kind: 'record',
      optional: true,
      fields: [
        { name: 'concentration', kind: 'amount', optional: true },
        { name: 'diluent', kind: 'words', optional: true },
        { name: 'totalVolume', kind: 'amount', optional: true },
      ],
    },
    {
      name: 'rounding',
      kind: 'record',
      optional: true,
      fields: [
        { name: 'amount', kind: 'step', optional: true },
        { name: 'volume', kind: 'step', optional: true },
        { name: 'rate', kind: 'step', optional: true },
      ],
    },
    {
      name: 'repeat',
      kind: 'list',
      optional: true,
      first: { label: '' },
      fields: [
        { name: 'label', kind: 'words', optional: true },
        { name: 'times', kind: 'number', optional: true },
        { name: 'per', kind: 'duration', optional: true },
        { name: 'interval', kind: 'duration', optional: true },
        { name: 'maxCount', kind: 'number', optional: true },
        { name: 'within', kind: 'duration', optional: true },
        { ...evidence, optional: true },
        contested,
      ],
    },
    {
      name: 'limits',
      kind: 'list',
      optional: true,
      first: { amount: '', per: 'session' },
      fields: [
        { name: 'amount', kind: 'amount' },
        { name: 'per', kind: 'words', label: 'limit-per' },
      ],
    },
    {
      name: 'adjustments',
      kind: 'list',
      optional: true,
      first: { when: '', action: 'avoid' },
      fields: [
        { name: 'when', kind: 'words', label: 'case' },
        { name: 'action', kind: 'choice', label: 'adjust', options: ['avoid', 'reduce', 'replace'] },
        { name: 'amount', kind: 'amount', optional: true },
        { ...evidence, optional: true },
        contested,
      ],
    },
    {
      name: 'reported',
      kind: 'list',
      optional: true,
      first: { label: '', amount: { usual: '' } },
      fields: [...labelled, over],
    },
    { name: 'contrast', kind: 'list', optional: true, first: { label: '', amount: { usual: '' } }, fields: labelled },
    { name: 'stop', kind: 'targets', optional: true },
    { name: 'calculator', kind: 'choice', options: ['off', 'on'], optional: true },
    contested,
  ),
  monitoring: withCommon(
    { name: 'anchor', kind: 'words' },
    { ...evidence, optional: true },
    {
      name: 'schedule',
      kind: 'list',
      first: { at: ['PT0M'], label: '' },
      fields: scheduled,
      variants: [
        [{ name: 'at', kind: 'offsets' }],
        [
          { name: 'every', kind: 'duration' },
          { name: 'from', kind: 'offset' },
          { name: 'until', kind: 'offset' },
        ],
        [{ name: 'continuous', kind: 'flag' }],
        [{ name: 'atLeast', kind: 'time' }],
      ],
    },
    {
      name: 'parameters',
      kind: 'list',
      first: { name: '' },
      fields: [
        { name: 'name', kind: 'words', label: 'reading' },
        { name: 'unit', kind: 'unit', optional: true },
        {
          name: 'thresholds',
          kind: 'list',
          optional: true,
          first: { when: '>= ', action: 'notify', text: '' },
          fields: threshold,
        },
        id,
      ],
    },
  ),
  contraindication: withCommon(
    { name: 'level', kind: 'choice', options: ['absolute', 'relative', 'caution'] },
    { name: 'condition', kind: 'words' },
    { name: 'criteria', kind: 'lines', optional: true },
    { name: 'rationale', kind: 'words' },
    { name: 'action', kind: 'words', label: 'do' },
    {
      name: 'override',
      kind: 'record',
      optional: true,
      fields: [
        { ...role, optional: true },
        { name: 'record', kind: 'words', label: 'recorded', optional: true },
      ],
    },
    evidence,
    contested,
  ),
  interaction: withCommon(
    {
      name: 'with',
      kind: 'record',
      fields: [
        { name: 'name', kind: 'words', label: 'drug-name' },
        { name: 'class', kind: 'words', optional: true },
      ],
    },
    {
      name: 'severity',
      kind: 'choice',
      label: 'interaction',
      options: ['contraindicated', 'major', 'moderate', 'minor'],
    },
    { name: 'mechanism', kind: 'words' },
    { name: 'effect', kind: 'words' },
    { name: 'management', kind: 'words' },
    { name: 'separateBy', kind: 'time', optional: true },
    evidence,
    contested,
  ),
  checklist: withCommon(
    { ...evidence, optional: true },
    {
      name: 'phases',
      kind: 'list',
      first: { title: '', mode: 'read-do', items: [] },
      fields: [
        { name: 'title', kind: 'words', label: 'phase' },
        { name: 'mode', kind: 'choice', options: ['read-do', 'do-confirm'] },
        { name: 'anchor', kind: 'words', label: 'phase-anchor', optional: true },
        {
          name: 'items',
          kind: 'list',
          first: { text: '', role: '', required: 'true', answer: { type: 'yes-no' } },
          fields: item,
        },
        { name: 'signOff', kind: 'list', optional: true, first: { role: '' }, fields: [role] },
        id,
      ],
    },
  ),
  'adverse-response': withCommon(
    { name: 'trigger', kind: 'words' },
    { name: 'severity', kind: 'choice', options: ['emergency', 'serious', 'moderate'] },
    { ...evidence, optional: true },
    {
      name: 'steps',
      kind: 'list',
      first: { text: '', role: '' },
      fields: [
        { name: 'text', kind: 'words', label: 'do' },
        { ...role, optional: true },
        { name: 'within', kind: 'duration', label: 'within-time', optional: true },
        { name: 'call', kind: 'words', optional: true },
        { name: 'dose', kind: 'target', optional: true },
        { ...amounts, optional: true },
        { ...evidence, optional: true },
        contested,
        id,
      ],
    },
    { name: 'afterCare', kind: 'words', optional: true },
    { name: 'record', kind: 'lines', label: 'recorded', optional: true },
  ),
  glossary: withCommon({
    name: 'terms',
    kind: 'list',
    first: { term: '', synonyms: [], abbreviations: [], definition: '' },
    fields: [
      { name: 'term', kind: 'words' },
      { name: 'synonyms', kind: 'lines' },
      { name: 'abbreviations', kind: 'lines' },
      { name: 'definition', kind: 'words' },
    ],
  }),
};

/** Fields the form leaves to the text; they are kept, and named. */
export const LEFT_TO_TEXT: readonly string[] = ['codings', 'weightFormula', 'choices'];
