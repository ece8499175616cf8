import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import './styles/paper.css';
import './styles/sheet.css';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import type { GivenTask, LaidOut } from '../../protocols/contract/calls';
import { MESSAGES } from '../app/messages';
import { bridge } from '../bridge/bridge';
import { loadSheet } from './load-sheet';
import { Sheet } from './page/sheet';
import type { SheetSources } from './page/sheet-plan';

// Fetched before there is a sheet: every sheet needs them.
for (const weight of [400, 600, 700]) void document.fonts.load(`${weight} 10pt "Noto Sans"`);

// One sheet after the other. The page shows nothing while it asks for the next.
for (;;) {
  const given = await bridge['print:job']();
  if (given === undefined) throw new Error('this page is opened by main, with what to print');
  await show(given);
}

/** Lays a sheet out, says that it stands, and takes it away once main has it. */
async function show({ ticket, task }: GivenTask): Promise<void> {
  const sources = await loadSheet(task, new Date());
  const { language, sheet } = task.job;
  const messages = MESSAGES[language];
  const { title, version } = sources.protocol;

  document.documentElement.lang = language;
  // What the printer queue and the PDF reader show.
  document.title = `${title} ${version}, ${messages[`print.sheet.${sheet}`]}`;
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  const pages = await new Promise<number | undefined>((onLaidOut) => {
    // Days are written day first on paper, as everywhere in the program.
    root.render(
      <IntlProvider locale={language === 'en' ? 'en-GB' : 'fr'} messages={messages}>
        <Sheet sources={sources} onLaidOut={onLaidOut} />
      </IntlProvider>,
    );
  });
  await bridge['print:laid-out'](ticket, pages === undefined ? undefined : { pages, ...toToldCode(sources) });
  root.unmount();
  document.body.replaceChildren();
  document.title = '';
}

function toToldCode({ local, code }: SheetSources): Omit<LaidOut, 'pages'> {
  return 'code' in code ? { local, code: code.code } : { local };
}
