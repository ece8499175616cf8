import { BrowserWindow, app, nativeTheme, screen } from 'electron';
import type { Settings } from '../../protocols/contract/settings';
import { log } from './log';
import { PAGE_ORIGIN } from './scheme';
import type { SettingsFile, WindowBounds } from './settings-file';
import { pagePreferences } from './window-preferences';

const SMALLEST = { width: 640, height: 400 };
const FIRST = { width: 1280, height: 800 };
const MOST_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;
/** How long a hidden window may take to draw its first frame before it is shown as it is. */
const FIRST_FRAME_MS = 3000;
/** At a logout the system ends the page and us at once, and the page is often gone before we hear of it. */
const ENDING_MS = 250;

export interface MainWindow {
  readonly browser: BrowserWindow;
  /** True from the moment a page that stopped working was brought back. */
  readonly hasRecovered: () => boolean;
  readonly apply: (settings: Settings) => void;
}

/** Opens the one window where it stood last time, and brings its page back should the page's process die. */
export function openMainWindow(file: SettingsFile, onHopeless: () => void): MainWindow {
  const place = findPlace(file.window);
  const browser = new BrowserWindow({
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Handrail',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#11161b' : '#ffffff',
    webPreferences: { ...pagePreferences(), zoomFactor: file.settings.zoom },
  });
  const apply = ({ theme, zoom }: Settings): void => {
    nativeTheme.themeSource = theme === 'light' ? 'light' : theme === 'dark' || theme === 'dim' ? 'dark' : 'system';
    browser.webContents.setZoomFactor(zoom);
  };
  apply(file.settings);
  const show = (): void => {
    clearTimeout(waiting);
    if (browser.isVisible()) return;
    if (file.window?.maximized === true) browser.maximize();
    browser.show();
  };
  browser.once('ready-to-show', show);
  // Now and then, under load, Chromium draws nothing into a window that is hidden, and never says that it is ready.
  const waiting = setTimeout(() => {
    if (browser.isDestroyed()) return;
    log.warn('no first frame after', FIRST_FRAME_MS, 'ms: the window is shown without');
    show();
  }, FIRST_FRAME_MS);
  // Chromium keeps a zoom of its own for each address; ours is the one that counts.
  browser.webContents.on('did-finish-load', () => browser.webContents.setZoomFactor(file.settings.zoom));
  browser.on('close', () => file.rememberWindow({ ...browser.getNormalBounds(), maximized: browser.isMaximized() }));

  const crashes: number[] = [];
  let isEnding = false;
  app.on('before-quit', () => {
    isEnding = true;
  });
  const bringBack = (): void => {
    if (browser.isDestroyed()) return;
    // Asked whether it may close, a page that is gone never answers, and the program would wait for it.
    if (isEnding) return browser.destroy();
    const now = Date.now();
    crashes.push(now);
    if (crashes.filter((at) => now - at < CRASH_WINDOW_MS).length > MOST_CRASHES) onHopeless();
    else browser.webContents.reload();
  };
  browser.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('the page stopped working:', reason);
    setTimeout(bringBack, ENDING_MS);
  });
  void browser.loadURL(`${PAGE_ORIGIN}/index.html`);
  return { browser, hasRecovered: () => crashes.length > 0, apply };
}

/** The remembered place, unless no screen shows it any more. */
function findPlace(remembered: WindowBounds | undefined): Partial<WindowBounds> {
  const first = screen.getPrimaryDisplay().workAreaSize;
  if (remembered === undefined)
    return { width: Math.min(FIRST.width, first.width), height: Math.min(FIRST.height, first.height) };
  const { x, y, width, height } = remembered;
  const seen = screen
    .getAllDisplays()
    .some(
      ({ workArea }) =>
        x < workArea.x + workArea.width - 50 &&
        x + width > workArea.x + 50 &&
        y >= workArea.y - 10 &&
        y < workArea.y + workArea.height - 50,
    );
  return seen ? { x, y, width, height } : { width, height };
}
