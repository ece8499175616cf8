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

/** Some settings, not yet trusted: a change from the page, or a file that somebody may have edited or an earlier program wrote. */
export const SomeSettings = z.strictObject(fields).partial() as unknown as z.ZodType<Partial<Settings>>;
