import type { Settings } from '../../../protocols/contract/settings';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';

/** What main would remember; imported before anything that reaches for the bridge. */
export const remembered: { settings: Settings } = { settings: SHIPPED_SETTINGS };

Object.defineProperty(window, 'bridge', {
  value: {
    'settings:read': async () => remembered.settings,
    'settings:write': async (change: Partial<Settings>) => {
      remembered.settings = { ...remembered.settings, ...change };
      return { ok: true, value: remembered.settings };
    },
    on: () => () => undefined,
  },
});
