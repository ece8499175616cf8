import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../protocols/contract/settings';

const DARK = '(prefers-color-scheme: dark)';

/** Puts the chosen theme on the page; "system" and "high contrast" follow the computer's light or dark. */
export function useTheme(theme: Settings['theme']): void {
  const dark = useMedia(DARK);
  useEffect(() => {
    document.documentElement.dataset['theme'] = toThemeName(theme, dark);
  }, [theme, dark]);
}

export function toThemeName(theme: Settings['theme'], dark: boolean): string {
  if (theme === 'system') return dark ? 'dark' : 'light';
  if (theme === 'contrast') return dark ? 'contrast-dark' : 'contrast-light';
  return theme;
}

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
