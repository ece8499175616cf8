import { z } from 'zod';
import { THEMES, type Settings } from './settings';

const fields = {
  theme: z.enum(THEMES),
  zoom: z.number().min(0.5).max(3),
  language: z.enum(['en', 'fr']),
  clinicName: z.string().max(120),
  paper: z.enum(['A4', 'Letter']),
  noteAuthor: z.string().max(80),
};

/** Settings not yet trusted: from the page, or from a file somebody may have edited. */
export const SettingsSchema: z.ZodType<Settings> = z.strictObject(fields);

/** Some of them, as a change. */
export const SettingsChange = z.strictObject(fields).partial();
