import { z } from 'zod';
import { Slug, Version } from '../schema/scalars';
import type { Calls } from './calls';
import type { CallName } from './channels';
import type { Settings } from './settings';
import { SettingsChange } from './settings-schema';

const Key = z.strictObject({ id: Slug, version: Version });
const Job = z.strictObject({
  sheet: z.literal('checklist'),
  key: Key,
  paper: z.enum(['A4', 'Letter']),
  language: z.enum(['en', 'fr']),
});

/** The arguments of each call as a tuple. Main parses every message with these: the page may be hostile. */
export const CALL_ARGUMENTS: { readonly [Name in CallName]: z.ZodType<Parameters<Calls[Name]>> } = {
  'app:about': z.tuple([]),
  'library:list': z.tuple([]),
  'library:open': z.tuple([Key]),
  'library:search-index': z.tuple([]),
  'settings:read': z.tuple([]),
  'settings:write': z.tuple([SettingsChange]) as unknown as z.ZodType<[Partial<Settings>]>,
  'print:save-pdf': z.tuple([Job]),
  'print:to-printer': z.tuple([Job]),
  'print:laid-out': z.tuple([z.uuid(), z.int().min(1).max(100).optional()]) as unknown as z.ZodType<
    Parameters<Calls['print:laid-out']>
  >,
};
