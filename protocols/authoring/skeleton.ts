import type { Protocol } from '../schema/protocol';
import { SCHEMA_VERSION } from '../schema/protocol';

/** What a new document begins as: sound, and saying of everything in it that somebody has to write it. */
export interface SkeletonRequest {
  readonly type: Protocol['type'];
  readonly id: string;
  readonly title: string;
  /** The day it is begun. */
  readonly today: string;
}

const SOURCE = 's1';
const evidence = { mark: 'recalled' as const, sources: [SOURCE] };

/** A draft in one version, to be filled in: every block type its kind of document needs, and no invented number. */
export function toSkeleton({ type, id, title, today }: SkeletonRequest): Protocol {
  return {
    schemaVersion: SCHEMA_VERSION,
    id,
    title,
    aliases: [],
    type,
    version: '1.0.0',
    status: 'draft',
    language: 'en',
    jurisdiction: [],
    publisher: 'Name of the clinic or group',
    effectivePeriod: { start: today, end: null },
    reviewBy: toNextYear(today),
    authors: [{ name: 'Name of the author', role: 'prescriber' }],
    reviewers: [],
    audience: [],
    setting: [],
    safetyLine: 'Draft. Not for patient care.',
    sources: [{ id: SOURCE, citation: 'The source, with its year and where it can be read' }],
    changes: [],
    retired: [],
    sections: toSections(type),
  };
}

function toNextYear(day: string): string {
  const next = `${Number.parseInt(day.slice(0, 4), 10) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-02-29', '-02-28') : next;
}

type Sections = Protocol['sections'];

const indications: Sections[number] = {
  id: 'indications',
  title: 'Who it is for',
  depth: 1,
  blocks: [{ type: 'narrative', id: 'use', md: 'Say in one sentence who is treated and for what.', ...evidence }],
};

const contraindications: Sections[number] = {
  id: 'contraindications',
  title: 'Who must not have it',
  depth: 1,
  blocks: [
    {
      type: 'contraindication',
      id: 'contra-first',
      level: 'absolute',
      condition: 'The condition, in the words of a note',
      rationale: 'Why, in one sentence.',
      action: 'What to do instead.',
      ...evidence,
    },
  ],
};

const dosing: Sections[number] = {
  id: 'dosing',
  title: 'Dose',
  depth: 1,
  blocks: [
    { type: 'narrative', id: 'dose-answer', md: 'The dose is {{dose-first.amount.usual}}.', ...evidence },
    {
      type: 'dose',
      id: 'dose-first',
      title: 'First dose',
      drug: { name: 'name of the drug' },
      route: 'intravenous',
      method: 'infusion',
      basis: 'actual-weight',
      amount: { usual: { mark: 'local', text: 'write the amount and its source, such as 0.5 mg/kg (verified s1)' } },
      calculator: 'off',
      ...evidence,
    },
  ],
};

const monitoring: Sections[number] = {
  id: 'monitoring',
  title: 'Monitoring',
  depth: 1,
  blocks: [
    {
      type: 'monitoring',
      id: 'mon-session',
      anchor: 'session.start',
      schedule: [{ continuous: true, label: 'From start to discharge', ...evidence }],
      parameters: [{ id: 'sbp', name: 'Systolic blood pressure', unit: 'mm[Hg]' }],
    },
  ],
};

const response: Sections[number] = {
  id: 'response',
  title: 'When something goes wrong',
  depth: 1,
  blocks: [
    {
      type: 'adverse-response',
      id: 'response-first',
      trigger: 'What is seen',
      severity: 'emergency',
      steps: [{ id: 'first', text: 'The first thing to do.', role: 'nurse', ...evidence }],
    },
  ],
};

const checklist = (when: string, title: string): Sections[number] => ({
  id: `checklist-${when}`,
  title,
  depth: 1,
  blocks: [
    {
      type: 'checklist',
      id: `check-${when}`,
      phases: [
        {
          id: when,
          title,
          mode: 'read-do',
          items: [
            {
              id: `${when}-first`,
              text: 'Identity — two identifiers match',
              role: 'nurse',
              required: true,
              answer: { type: 'yes-no' },
            },
          ],
          signOff: [{ role: 'nurse' }],
        },
      ],
    },
  ],
});

const text: Sections[number] = {
  id: 'overview',
  title: 'Overview',
  depth: 1,
  blocks: [{ type: 'narrative', id: 'overview-answer', md: 'Say the answer first, in one sentence.', ...evidence }],
};

const glossary: Sections[number] = {
  id: 'glossary',
  title: 'Words',
  depth: 1,
  blocks: [
    {
      type: 'glossary',
      id: 'words',
      terms: [{ term: 'word', synonyms: [], abbreviations: [], definition: 'What it means here.' }],
    },
  ],
};

function toSections(type: Protocol['type']): Sections {
  const lists = [
    checklist('before', 'Checklist before'),
    checklist('during', 'Checklist during'),
    checklist('after', 'Checklist after'),
  ];
  switch (type) {
    case 'dosing-protocol':
      return [indications, contraindications, dosing, monitoring, response, ...lists, glossary];
    case 'checklist-set':
      return [text, ...lists];
    case 'response-guide':
      return [text, response, glossary];
    case 'reference':
    case 'operations':
      return [text, glossary];
    default:
      return type satisfies never;
  }
}
