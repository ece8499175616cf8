import { z } from 'zod';
import { Slug, Version } from '../schema/scalars';
import type { Calls } from './calls';
import type { CallName } from './channels';
import { Settings } from './settings';

const Key = z.strictObject({ id: Slug, version: Version });
const Job = z.strictObject({
  sheet: z.literal('checklist'),
  key: Key,
  paper: z.enum(['A4', 'Letter']),
  language: z.enum(['en', 'fr']),
});
const line = z.string().max(500);
const Frame = z.strictObject({
  title: line,
  clinic: line,
  stamp: line,
  footer: z.array(line).max(6),
  pageNumber: line,
});

/** The arguments of each call as a tuple. Main parses every message with these: the page may be hostile. */
export const CALL_ARGUMENTS: { readonly [Name in CallName]: z.ZodType<Parameters<Calls[Name]>> } = {
  'app:about': z.tuple([]),
  'library:list': z.tuple([]),
  'library:open': z.tuple([Key]),
  'settings:read': z.tuple([]),
  'settings:write': z.tuple([Settings.partial()]) as unknown as z.ZodType<[Partial<Settings>]>,
  'print:save-pdf': z.tuple([Job]),
  'print:to-printer': z.tuple([Job]),
  'print:laid-out': z.tuple([z.uuid(), Frame.optional()]) as unknown as z.ZodType<Parameters<Calls['print:laid-out']>>,
};
