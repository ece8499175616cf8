import type { Language } from '../../protocols/contract/calls';
import { useSettings } from '../app/settings-provider';

/** The language values are shown in. */
export function useLanguage(): Language {
  return useSettings().settings.language;
}
