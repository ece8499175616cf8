import { contextBridge, ipcRenderer } from 'electron';
import { CALL_NAMES, EVENT_NAMES } from '../../protocols/contract/channels';

const calls = Object.fromEntries(
  CALL_NAMES.map((name) => [name, (...args: unknown[]) => ipcRenderer.invoke(name, ...args)]),
);

contextBridge.exposeInMainWorld('bridge', {
  ...calls,
  on(name: string, listener: (detail: unknown) => void): () => void {
    // Only what the contract names may be listened to.
    if (!EVENT_NAMES.some((known) => known === name)) throw new Error(`${name} is not an event of the contract`);
    const receive = (_event: unknown, detail: unknown): void => listener(detail);
    ipcRenderer.on(name, receive);
    return () => ipcRenderer.removeListener(name, receive);
  },
});
