import { z } from 'zod';
import { Block } from './blocks';
import { Day, Slug, SourceKey, Version, Words } from './scalars';
import { SENTENCES } from './sentences';

/** The form of the canonical document this program writes and reads. */
export const SCHEMA_VERSION = 1;

export const STATUSES = ['draft', 'active', 'retired', 'unknown'] as const;

const Person = z.strictObject({ name: Words, role: Words });

export const Source = z.strictObject({
  id: SourceKey,
  citation: Words,
  url: z.url(SENTENCES['web-address']).optional(),
  date: Words.optional(),
  certainty: z.enum(['high', 'moderate', 'low', 'very-low']).optional(),
});

export const Section = z.strictObject({
  id: Slug,
  title: Words,
  /** 1 for a chapter, 2 for a part of one, and so on. */
  depth: z.int().min(1).max(4),
  blocks: z.array(Block),
});
export type Section = z.infer<typeof Section>;

/** The canonical document: FHIR R4 words for its header (PlanDefinition), every id explicit, decimals as text. */
export const ProtocolDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION, { error: SENTENCES['schema-version'] }),
  id: Slug,
  title: Words,
  /** Names people type for it, besides the title. */
  aliases: z.array(Words),
  type: z.enum(['dosing-protocol', 'reference', 'checklist-set', 'response-guide', 'operations']),
  version: Version,
  status: z.enum(STATUSES),
  language: Words,
  jurisdiction: z.array(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, SENTENCES.jurisdiction)),
  publisher: Words,
  effectivePeriod: z.strictObject({ start: Day, end: Day.nullable() }),
  approvalDate: Day.optional(),
  lastReviewDate: Day.optional(),
  reviewBy: Day,
  supersedes: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}@\d+\.\d+\.\d+$/, SENTENCES['edition-form'])
    .optional(),
  authors: z.array(Person).min(1, SENTENCES['authors-none']),
  reviewers: z.array(Person.extend({ date: Day })),
  audience: z.array(Words),
  setting: z.array(Words),
  /** A line that stands on every screen and page of the document. */
  safetyLine: Words.optional(),
  sources: z.array(Source).min(1, SENTENCES['sources-listed']),
  changes: z.array(
    z.strictObject({
      block: Slug,
      label: z.enum(['new', 'amended', 'reviewed', 'corrected', 'editorial', 'moved', 'withdrawn']),
      reason: Words,
      sources: z.array(SourceKey),
    }),
  ),
  retired: z.array(z.strictObject({ id: Slug, replacedBy: Slug.optional(), reason: Words })),
  sections: z.array(Section).min(1, SENTENCES['sections-none']),
});
export type Protocol = z.infer<typeof ProtocolDocument>;
export type Status = Protocol['status'];
export type Source = z.infer<typeof Source>;

/** What names one edition of one protocol. */
export interface ProtocolKey {
  readonly id: string;
  readonly version: string;
}
