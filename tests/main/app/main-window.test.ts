import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openMainWindow } from '../../../main/app/main-window';
import { SettingsFile, type WindowBounds } from '../../../main/app/settings-file';

// A screen of 1920 by 1080 and windows that only count what is done to them: what Chromium would say, the tests say.
const electron = vi.hoisted(() => ({ windows: [] as FakeWindow[], quitting: [] as (() => void)[] }));
interface FakeWindow extends EventEmitter {
  readonly options: Readonly<Record<string, unknown>>;
  readonly webContents: EventEmitter & { readonly reloads: number };
  readonly shown: number;
  readonly maximized: number;
  destroyed: boolean;
}

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Contents extends Emitter {
    reloads = 0;
    reload = (): void => void this.reloads++;
    setZoomFactor = (): void => undefined;
  }
  return {
    protocol: {},
    nativeTheme: { shouldUseDarkColors: false, themeSource: 'system' },
    app: { on: (_name: string, listener: () => void) => electron.quitting.push(listener) },
    screen: {
      getPrimaryDisplay: () => ({ workAreaSize: { width: 1920, height: 1080 } }),
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
    },
    BrowserWindow: class extends Emitter implements FakeWindow {
      readonly webContents = new Contents();
      shown = 0;
      maximized = 0;
      destroyed = false;
      readonly options: Readonly<Record<string, unknown>>;
      constructor(options: Readonly<Record<string, unknown>>) {
        super();
        this.options = options;
        electron.windows.push(this);
      }
      loadURL = (): Promise<void> => Promise.resolve();
      isDestroyed = (): boolean => this.destroyed;
      isVisible = (): boolean => this.shown > 0;
      show = (): void => void this.shown++;
      maximize = (): void => void this.maximized++;
      destroy = (): void => {
        this.destroyed = true;
      };
    },
  };
});

const onHopeless = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  electron.windows.length = 0;
  electron.quitting.length = 0;
  onHopeless.mockClear();
});
afterEach(() => vi.useRealTimers());

function open(place?: WindowBounds): FakeWindow {
  const file = new SettingsFile(mkdtempSync(join(tmpdir(), 'handrail-window-')), true, {
    system: 'en',
    forNow: undefined,
  });
  if (place !== undefined) file.rememberWindow(place);
  openMainWindow(file, onHopeless);
  const [window] = electron.windows;
  if (window === undefined) throw new Error('no window was opened');
  return window;
}

describe('a window', () => {
  test('is shown with its first frame, and once', () => {
    const window = open();
    expect(window.shown).toBe(0);
    window.emit('ready-to-show');
    vi.advanceTimersByTime(10_000);
    expect(window.shown).toBe(1);
  });

  test('is shown after three seconds when no first frame came, and not before', () => {
    const window = open();
    vi.advanceTimersByTime(2999);
    expect(window.shown).toBe(0);
    vi.advanceTimersByTime(1);
    expect(window.shown).toBe(1);
    window.emit('ready-to-show'); // a frame that came late after all
    expect(window.shown).toBe(1);
  });

  test('that was closed before is left alone', () => {
    const window = open();
    window.destroyed = true;
    vi.advanceTimersByTime(10_000);
    expect(window.shown).toBe(0);
  });

  test('that was maximized is so again, also without a first frame', () => {
    const window = open({ x: 0, y: 0, width: 900, height: 700, maximized: true });
    vi.advanceTimersByTime(3000);
    expect([window.maximized, window.shown]).toEqual([1, 1]);
  });
});

describe('the place of a window', () => {
  const size = { width: 900, height: 700 };

  test.each([
    ['left', { x: -849, y: 100 }, { x: -850, y: 100 }],
    ['right', { x: 1869, y: 100 }, { x: 1870, y: 100 }],
    ['top', { x: 100, y: -10 }, { x: 100, y: -11 }],
    ['bottom', { x: 100, y: 1029 }, { x: 100, y: 1030 }],
  ])('is kept while enough of it can be taken hold of at the %s, and given up beyond', (_side, held, lost) => {
    expect(open({ ...held, ...size, maximized: false }).options).toMatchObject({ ...held, ...size });
    electron.windows.length = 0;
    const given = open({ ...lost, ...size, maximized: false }).options;
    expect(given).toMatchObject(size);
    expect(given).not.toHaveProperty('x');
  });

  test('is in the middle at first, no larger than the screen', () => {
    expect(open().options).toMatchObject({ width: 1280, height: 800, minWidth: 640, minHeight: 400 });
  });
});

describe('a page that dies', () => {
  function die(window: FakeWindow): void {
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    vi.advanceTimersByTime(250);
  }

  test('is brought back three times in a minute; the fourth time the program ends', () => {
    const window = open();
    for (let time = 0; time < 3; time += 1) die(window);
    expect(window.webContents.reloads).toBe(3);
    expect(onHopeless).not.toHaveBeenCalled();
    die(window);
    expect(window.webContents.reloads).toBe(3);
    expect(onHopeless).toHaveBeenCalledOnce();
  });

  test('is brought back again once a minute has passed', () => {
    const window = open();
    for (let time = 0; time < 3; time += 1) die(window);
    vi.advanceTimersByTime(60_000);
    die(window);
    expect(window.webContents.reloads).toBe(4);
    expect(onHopeless).not.toHaveBeenCalled();
  });

  test('while the program ends is let go, or the program would wait for its answer', () => {
    const window = open();
    for (const listener of electron.quitting) listener();
    die(window);
    expect(window.webContents.reloads).toBe(0);
    expect(window.destroyed).toBe(true);
  });
});
