import { toFence } from '../authoring/to-authored';
import { writeHeading } from '../authoring/write-prose';
import { writeYaml } from '../authoring/write-yaml';
import type { BlockType } from '../schema/blocks';
import { BLOCK_FORMS } from './block-forms';
import type { FormDocument } from './form-document';

/** What each type begins with beside its id: nothing anybody would have to delete again. */
const FIRST: Readonly<Record<BlockType, (evidence: string) => Record<string, unknown>>> = {
  narrative: (evidence) => ({ md: '', evidence }),
  figures: (evidence) => ({ evidence, rows: [{ id: 'row', label: '', amount: { usual: 'local' } }] }),
  dose: (evidence) => ({
    drug: { name: '' },
    route: '',
    method: '',
    basis: '',
    evidence,
    amount: { usual: 'local' },
  }),
  monitoring: (evidence) => ({
    anchor: 'session.start',
    evidence,
    schedule: [{ label: '', at: ['PT0M'] }],
    parameters: [{ id: 'reading', name: '' }],
  }),
  contraindication: (evidence) => ({ level: '', condition: '', rationale: '', action: '', evidence }),
  interaction: (evidence) => ({
    with: { name: '' },
    severity: '',
    mechanism: '',
    effect: '',
    management: '',
    evidence,
  }),
  checklist: () => ({
    phases: [
      {
        id: 'phase',
        title: '',
        mode: 'read-do',
        items: [{ id: 'item', text: '', role: '', required: 'true', answer: { type: 'yes-no' } }],
      },
    ],
  }),
  'adverse-response': (evidence) => ({
    trigger: '',
    severity: '',
    evidence,
    steps: [{ id: 'step', text: '', role: '' }],
  }),
  glossary: () => ({ terms: [{ term: '', synonyms: [], abbreviations: [], definition: '' }] }),
};

export const BLOCK_TYPES = Object.keys(BLOCK_FORMS) as readonly BlockType[];

/** A block to be filled in, under an id nothing in the text has, standing on the first source the text lists. */
export function toNewBlock(form: FormDocument, type: BlockType): string {
  const sources = form.header.fields?.['sources'];
  const first: unknown = Array.isArray(sources) ? sources[0] : undefined;
  const key = typeof first === 'object' && first !== null && 'id' in first ? String(first.id) : 's1';
  const id = toNewId(`${type}-`, listIds(form));
  return toFence(type, writeYaml({ id, ...FIRST[type](`recalled ${key}`) }));
}

export function toNewHeading(form: FormDocument, title: string): string {
  return writeHeading(1, title, toNewId('section-', listIds(form)));
}

/** Ids of blocks and sections; those inside a block are its own affair. */
export function listIds({ parts, header }: FormDocument): ReadonlySet<string> {
  const retired = header.fields?.['retired'];
  return new Set(
    [
      ...parts.map((part) => (part.kind === 'text' ? undefined : part.fields)),
      ...(Array.isArray(retired) ? retired : []),
    ]
      .map((fields: unknown) => (typeof fields === 'object' && fields !== null && 'id' in fields ? fields.id : ''))
      .filter((id) => typeof id === 'string'),
  );
}

/** All ids inside a record, at any depth. */
export function listInnerIds(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(
    Object.entries(value).flatMap(([key, field]) =>
      key === 'id' && typeof field === 'string' ? [field] : [...listInnerIds(field)],
    ),
  );
}

/** A beginning with the first number that makes an id nobody has. */
export function toNewId(base: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) if (!taken.has(`${base}${count}`)) return `${base}${count}`;
}
