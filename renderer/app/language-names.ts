/** Each language by its own name, whatever language the page is in. */
export const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const;
