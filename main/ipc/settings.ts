import type { Settings } from '../../protocols/contract/settings';
import type { SettingsFile } from '../app/settings-file';
import type { Handlers } from './handle';

/** Reads and changes what this computer remembers; `onChange` lets the window follow at once. */
export function settingsHandlers(
  file: SettingsFile,
  onChange: (settings: Settings) => void,
): Handlers<'settings:read' | 'settings:write'> {
  return {
    'settings:read': () => file.settings,
    'settings:write': (_sender, change) => {
      const result = file.change(change);
      onChange(file.settings);
      return result;
    },
  };
}
