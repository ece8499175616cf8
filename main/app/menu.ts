import { Menu } from 'electron';

/** The page answers its own keys; the menu holds only what the system expects to find there. */
export function setMenu(): void {
  const edit: Electron.MenuItemConstructorOptions = { role: 'editMenu' };
  const mac: Electron.MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...mac, edit]));
}
