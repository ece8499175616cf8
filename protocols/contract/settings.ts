import { z } from 'zod';

export const THEMES = ['system', 'light', 'dark', 'dim', 'contrast'] as const;

/** Least and most the page may be enlarged, as a factor; the steps between are the keys' and the menu's. */
export const ZOOM_STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** What this computer remembers of how the program is used; nothing clinical, nobody's identity but the clinic's. */
export const Settings = z.strictObject({
  theme: z.enum(THEMES),
  zoom: z.number().min(0.5).max(3),
  language: z.enum(['en', 'fr']),
  clinicName: z.string().max(120),
  paper: z.enum(['A4', 'Letter']),
  /** Offered as the author of the next note. */
  noteAuthor: z.string().max(80),
});
export type Settings = Readonly<z.infer<typeof Settings>>;

export const SHIPPED_SETTINGS: Settings = {
  theme: 'system',
  zoom: 1,
  language: 'en',
  clinicName: '',
  paper: 'A4',
  noteAuthor: '',
};
