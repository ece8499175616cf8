import { type ReactElement, type ReactNode, createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Settings } from '../../protocols/contract/settings';
import { bridge } from '../bridge/bridge';

interface SettingsState {
  readonly settings: Settings;
  /** In force at once; resolves to false when it will not be remembered. */
  readonly change: (change: Partial<Settings>) => Promise<boolean>;
}

const Context = createContext<SettingsState | undefined>(undefined);

export function SettingsProvider({ first, children }: { first: Settings; children: ReactNode }): ReactElement {
  const [settings, setSettings] = useState(first);
  useEffect(() => bridge.on('settings:changed', setSettings), []);
  const state = useMemo(
    () => ({ settings, change: async (change: Partial<Settings>) => (await bridge['settings:write'](change)).ok }),
    [settings],
  );
  return <Context value={state}>{children}</Context>;
}

export function useSettings(): SettingsState {
  const state = useContext(Context);
  if (state === undefined) throw new Error('useSettings stands outside SettingsProvider');
  return state;
}
