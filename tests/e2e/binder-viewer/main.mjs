// Shows the files of a folder with scripting off, as a locked-down browser on another computer would, and says what it asked for.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, app, session } from 'electron';

const [folder, pictures] = process.argv.slice(-2);
// Not awaited here: the program is not ready before this module is.
void app.whenReady().then(show);

async function show() {
  const own = session.fromPartition('binder');
  const requests = [];
  const failed = [];
  const pending = new Set();
  own.webRequest.onBeforeRequest(({ id }, go) => {
    pending.add(id);
    go({});
  });
  own.webRequest.onCompleted(({ id, url }) => {
    pending.delete(id);
    requests.push(url);
  });
  own.webRequest.onErrorOccurred(({ id, url, error }) => {
    pending.delete(id);
    // What a window had not read when it closed is no fault of the binder.
    if (error !== 'net::ERR_ABORTED') failed.push(`${error} ${url}`);
  });
  app.on('window-all-closed', () => undefined);
  const titles = {};
  const heights = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const window = new BrowserWindow({
      show: false,
      width: 900,
      height: 1100,
      webPreferences: { session: own, javascript: false, sandbox: true },
    });
    await window.loadURL(pathToFileURL(join(folder, file)).href);
    // Fonts are asked for once the page is laid out.
    do await new Promise((later) => setTimeout(later, 50));
    while (pending.size > 0);
    titles[file] = window.webContents.getTitle();
    heights[file] = await readHeight(window.webContents);
    if (pictures !== '-') {
      await new Promise((drawn) => setTimeout(drawn, 300));
      writeFileSync(join(pictures, `${file}.png`), (await window.webContents.capturePage()).toPNG());
    }
    window.destroy();
  }
  process.stdout.write(`${JSON.stringify({ titles, heights, requests, failed })}\n`, () => app.exit(0));
}

/** How high the page is as it is shown, in CSS pixels; asked of the browser, since nothing runs in the page. */
async function readHeight({ debugger: tools }) {
  tools.attach();
  const { cssContentSize } = await tools.sendCommand('Page.getLayoutMetrics');
  tools.detach();
  return cssContentSize.height;
}
