import { z } from 'zod';
import { LONGEST_TEXT } from '../clinic-documents/clinic-document';
import { Revision } from '../exchange/parse-annotations';
import { JOURNAL_KINDS, type NewRecord } from '../journal/entry';
import { Day, Slug, Version } from '../schema/scalars';
import type { Calls, PrintJob } from './calls';
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from './backup';
import type { CallName } from './channels';
import { EXCHANGE_FORMATS, LONGEST_PART } from './exchange';
import { SomeSettings } from './settings-schema';

const Key = z.strictObject({ id: Slug, version: Version });
const ofEveryJob = { key: Key, paper: z.enum(['A4', 'Letter']), language: z.enum(['en', 'fr']) };
const Entered = z.string().max(40).optional();
/** A print as the page or the command line asks for it, not yet trusted. */
export const PrintJobSchema = z.discriminatedUnion('sheet', [
  z.strictObject({
    sheet: z.enum(['checklist', 'flowsheet', 'protocol', 'emergency', 'esketamine-monitoring']),
    ...ofEveryJob,
  }),
  z.strictObject({
    sheet: z.literal('dose'),
    ...ofEveryJob,
    block: Slug,
    entered: z
      .strictObject({
        weight: Entered,
        height: Entered,
        sex: z.enum(['female', 'male']).optional(),
        amount: Entered,
        over: Entered,
        vial: Entered,
        madeUp: Entered,
        repeat: z.int().min(0).max(20).optional(),
        given: z
          .array(z.strictObject({ block: Slug, amount: z.string().max(40), since: Entered }))
          .max(20)
          .optional(),
        weighedOn: Day.optional(),
      })
      .optional(),
    copies: z.union([z.literal(1), z.literal(2)]).optional(),
  }),
]) as unknown as z.ZodType<PrintJob>;

const RecallListSchema = z.strictObject({
  paper: z.enum(['A4', 'Letter']),
  language: z.enum(['en', 'fr']),
  rows: z
    .array(
      z.strictObject({
        code: z.string().max(40),
        about: z.string().max(2000),
        reasons: z.array(z.string().max(2000)).max(500),
      }),
    )
    .min(1)
    .max(5000),
});

const LaidOutSchema = z.strictObject({
  pages: z.int().min(1).max(100),
  local: z
    .array(
      z.strictObject({
        kind: z.enum(['note', 'clinic-value']),
        id: z.string().max(200),
        revision: z.string().max(100),
      }),
    )
    .max(10_000),
  code: z.string().max(20).optional(),
});

/** Most records one call may bring, so that no call keeps the others waiting. */
const MOST_RECORDS = 500;

const Record = z.strictObject({
  kind: z.enum(JOURNAL_KINDS),
  body: z.record(z.string(), z.unknown()),
  at: z.string().max(40).optional(),
  origin: z.strictObject({ writer: z.string().max(64), sequence: z.int().min(1), hash: z.hash('sha256') }).optional(),
}) as unknown as z.ZodType<NewRecord>;

const Passphrase = z.string().min(SHORTEST_PASSPHRASE).max(LONGEST_PASSPHRASE);

/** The arguments of each call as a tuple. Main parses every message with these: the page may be hostile. */
export const CALL_ARGUMENTS: { readonly [Name in CallName]: z.ZodType<Parameters<Calls[Name]>> } = {
  'app:about': z.tuple([]),
  'library:list': z.tuple([]),
  'library:open': z.tuple([Key]),
  'library:search-index': z.tuple([]),
  'library:export': z.tuple([Key, z.string().max(LONGEST_TEXT)]),
  'journal:state': z.tuple([]),
  'journal:append': z.tuple([z.array(Record).min(1).max(MOST_RECORDS)]),
  'journal:read': z.tuple([z.int().min(0)]),
  'journal:set-database-aside': z.tuple([]),
  'backup:state': z.tuple([]),
  'backup:save': z.tuple([Passphrase]),
  'backup:preview': z.tuple([Passphrase]),
  'backup:restore': z.tuple([z.uuid()]),
  'backup:begin': z.tuple([Passphrase]),
  'backup:end': z.tuple([]),
  'settings:read': z.tuple([]),
  'settings:write': z.tuple([SomeSettings]),
  'print:prepare': z.tuple([]),
  'print:save-pdf': z.tuple([PrintJobSchema]),
  'print:to-printer': z.tuple([PrintJobSchema]),
  'print:recalls': z.tuple([RecallListSchema, z.enum(['paper', 'pdf'])]),
  'print:job': z.tuple([]),
  'print:laid-out': z.tuple([z.uuid(), LaidOutSchema.optional()]) as unknown as z.ZodType<
    Parameters<Calls['print:laid-out']>
  >,
  'binder:make': z.tuple([z.enum(['en', 'fr'])]),
  'exchange:begin': z.tuple([z.enum(EXCHANGE_FORMATS)]),
  'exchange:write': z.tuple([z.uuid(), z.string().max(LONGEST_PART)]),
  'exchange:finish': z.tuple([z.uuid()]),
  'exchange:open': z.tuple([]),
  'exchange:gather': z.tuple([z.uuid(), z.array(Revision).max(MOST_RECORDS)]),
  'exchange:take': z.tuple([z.uuid()]),
};
