export const THEMES = ['system', 'light', 'dark', 'dim', 'contrast'] as const;

/** Least and most the page may be enlarged, as a factor; the steps between are the keys' and the menu's. */
export const ZOOM_STEPS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** What this computer remembers of how the program is used; nothing clinical, nobody's identity but the clinic's. */
export interface Settings {
  readonly theme: (typeof THEMES)[number];
  readonly zoom: number;
  readonly language: 'en' | 'fr';
  readonly clinicName: string;
  readonly paper: 'A4' | 'Letter';
  /** Offered as the author of the next note. */
  readonly noteAuthor: string;
}

export const SHIPPED_SETTINGS: Settings = {
  theme: 'system',
  zoom: 1,
  language: 'en',
  clinicName: '',
  paper: 'A4',
  noteAuthor: '',
};
