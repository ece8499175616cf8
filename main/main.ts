import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Menu, app, dialog, session } from 'electron';
import type { Language } from '../protocols/contract/calls';
import { SEARCH_INDEX_PATH } from '../protocols/contract/search-index-path';
import { prepareDataFolder, releaseDataFolder } from './app/data-folder';
import { LAST_WORDS } from './app/last-words';
import { forbidNetwork, lockContents, lockSession } from './app/lockdown';
import { log, startLog } from './app/log';
import { type MainWindow, openMainWindow } from './app/main-window';
import { setMenu } from './app/menu';
import { registerScheme, serveBundle } from './app/scheme';
import { SettingsFile } from './app/settings-file';
import { readStartOptions } from './app/start-options';
import { appHandlers } from './ipc/app';
import { ExchangeFiles } from './exchange/exchange-files';
import { exchangeHandlers } from './ipc/exchange';
import { whenIdle } from './app/when-idle';
import { AutomaticBackup } from './backup/automatic-backup';
import { makeBinderAndExit } from './binder/binder-and-exit';
import { findBinderRequest } from './binder/binder-request';
import { BackupDialogs } from './backup/backup-dialogs';
import { Backups } from './backup/backups';
import { backupHandlers } from './ipc/backup';
import { handleCalls } from './ipc/handle';
import { journalHandlers } from './ipc/journal';
import { libraryHandlers } from './ipc/library';
import { binderHandlers } from './ipc/binder';
import { printHandlers } from './ipc/print';
import { settingsHandlers } from './ipc/settings';
import { Journal } from './journal/journal';
import { recordInto } from './journal/record';
import { ClinicDocuments, withClinicDocuments } from './library/clinic-documents';
import { openLibrary } from './library/library';
import { printAndExit } from './print/print-and-exit';
import { PrintLog } from './print/print-log';
import { PrintPages } from './print/print-pages';
import { findPrintRequest } from './print/print-request';
import { toMessage } from './files/system-error';

/** How long nothing must be saved before the journal is copied. */
const COPY_AFTER_MS = 20_000;

const OUT = join(import.meta.dirname, '..');

// As root Chromium's sandbox cannot start; asking for it there is an endless crash loop.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// The page is small and is read more than it computes: a small young generation keeps its memory small too.
setFlagsFromString('--max-semi-space-size=1');
app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=1');
Menu.setApplicationMenu(null); // before it is ready, or Electron builds a whole menu of its own first
registerScheme();
forbidNetwork();

const options = readStartOptions(process.argv);
const data = prepareDataFolder(app.commandLine.getSwitchValue('user-data-dir') || app.getPath('userData'));
app.setPath('userData', data.working);
app.on('quit', () => releaseDataFolder(data));

process.on('uncaughtException', (error) => log.error('uncaught:', error));
process.on('unhandledRejection', (reason) => log.error('unhandled:', reason));

if (app.requestSingleInstanceLock()) void run().catch(giveUp);
else app.exit(0); // the first window comes to the front instead

/** Without a window nobody would see that the program runs. Whoever started it by a script waits for an answer, not for a dialog. */
function giveUp(error: unknown): void {
  log.error('the start failed:', error);
  const reason = toMessage(error);
  const isByScript = (findPrintRequest(process.argv) ?? findBinderRequest(process.argv)) !== undefined;
  if (isByScript) process.stderr.write(`${reason}\n`);
  else dialog.showErrorBox('Handrail', LAST_WORDS[options.language ?? systemLanguage()].notStarted(reason));
  app.exit(1);
}

function systemLanguage(): Language {
  return app.getLocale().startsWith('fr') ? 'fr' : 'en';
}

async function run(): Promise<void> {
  // Reading the documents and starting Chromium go on side by side.
  const shipped = openLibrary(
    options.library === undefined ? 'shipped' : 'folder',
    options.library ?? join(OUT, 'library'),
  );
  let main: MainWindow | undefined;
  app.on('second-instance', () => {
    if (main === undefined || main.browser.isDestroyed()) return;
    if (main.browser.isMinimized()) main.browser.restore();
    main.browser.show();
    main.browser.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('web-contents-created', (_event, contents) => lockContents(contents));

  await app.whenReady();
  if (data.state === 'writable') startLog(data.folder);
  lockSession(session.defaultSession);
  serveBundle(join(OUT, 'renderer'), { [SEARCH_INDEX_PATH]: async () => (await shipped).readSearchIndex() });
  const settings = new SettingsFile(data.working, data.state === 'writable', {
    system: systemLanguage(),
    forNow: options.language,
  });

  const journal = new Journal({
    folder: join(data.folder, 'journal'),
    writable: data.state === 'writable',
    onGrown: (kinds) => {
      copying.soon();
      if (kinds.has('clinic-document')) void own.catchUp();
    },
    onTrouble: (failure) => log.error('no snapshot of the journal:', failure),
  });
  const own = new ClinicDocuments({
    folder: data.folder,
    writable: data.state === 'writable',
    journal,
    others: shipped,
    onChanged: async () => main?.browser.webContents.send('library:changed', (await library).listing),
    onTrouble: (reason) => log.error('procedures of the clinic:', reason),
  });
  const library = withClinicDocuments(shipped, own);
  const automatic = new AutomaticBackup(data.folder, journal, (state) =>
    main?.browser.webContents.send('backup:changed', state),
  );
  const copying = whenIdle(COPY_AFTER_MS, async () => {
    await own.catchUp(); // what a crash left between the journal and the list
    await journal.snapshot();
    await automatic.run();
  });
  copying.soon(); // what the last run had no time for
  const backups = new Backups({ journal, automatic, dialogs: new BackupDialogs(() => main?.browser) });
  app.on('quit', () => journal.releaseNow());

  const request = findPrintRequest(process.argv);
  const printLog = new PrintLog(
    recordInto(journal, () => main?.browser.webContents),
    library,
  );
  // A print by script runs on a data folder of its own: there is no log to find its code in, so it gets none.
  const pages = new PrintPages();
  const printing = { window: () => main?.browser, library, pages, log: request === undefined ? printLog : undefined };
  const binding = {
    library,
    pages,
    window: () => main?.browser,
    bundle: join(OUT, 'renderer'),
    clinicName: () => settings.settings.clinicName,
  };
  handleCalls({
    ...appHandlers({
      about: () => ({
        dataFolder: { state: data.state, folder: data.folder },
        recovered: main?.hasRecovered() ?? false,
        settingsReset: settings.reset,
      }),
    }),
    ...backupHandlers(backups),
    ...journalHandlers(journal, data),
    ...libraryHandlers(library, () => main?.browser),
    ...settingsHandlers(settings, (changed) => {
      main?.apply(changed);
      main?.browser.webContents.send('settings:changed', changed);
    }),
    ...printHandlers(printing),
    ...binderHandlers(binding),
    ...exchangeHandlers(new ExchangeFiles(() => main?.browser, journal)),
  });
  if (request !== undefined) return printAndExit(request, printing);
  const binder = findBinderRequest(process.argv);
  if (binder !== undefined) return makeBinderAndExit(binder, binding);
  main = openMainWindow(settings, () => {
    dialog.showErrorBox('Handrail', LAST_WORDS[settings.settings.language].hopeless);
    app.exit(1);
  });
  setMenu(); // while the page is on its way
  main.browser.on('closed', () => pages.close());
  const { listing } = await library;
  log.info(
    'started',
    app.getVersion(),
    listing.protocols.length,
    'protocols',
    listing.withheld.length,
    'withheld',
    listing.failure?.kind ?? '',
  );
}
