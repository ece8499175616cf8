import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import './styles/paper.css';
import './styles/sheet.css';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import type { LaidOut } from '../../protocols/contract/calls';
import { MESSAGES } from '../app/messages';
import { bridge } from '../bridge/bridge';
import { loadSheet } from './load-sheet';
import { Sheet } from './page/sheet';
import type { SheetSources } from './page/sheet-plan';

const root = document.getElementById('root');
const ticket = new URLSearchParams(window.location.search).get('ticket');
const task = ticket === null ? undefined : await bridge['print:job'](ticket);
if (root === null || ticket === null || task === undefined)
  throw new Error('this page is opened by main, with what to print');

const sources = await loadSheet(task, new Date());
const { language, sheet } = task.job;
const messages = MESSAGES[language];
const { title, version } = sources.protocol;

document.documentElement.lang = language;
// What the printer queue and the PDF reader show.
document.title = `${title} ${version}, ${messages[`print.sheet.${sheet}`]}`;
// Days are written day first on paper, as everywhere in the program.
createRoot(root).render(
  <IntlProvider locale={language === 'en' ? 'en-GB' : 'fr'} messages={messages}>
    <Sheet
      sources={sources}
      onLaidOut={(pages) =>
        void bridge['print:laid-out'](ticket, pages === undefined ? undefined : { pages, ...toToldCode(sources) })
      }
    />
  </IntlProvider>,
);

function toToldCode({ local, code }: SheetSources): Omit<LaidOut, 'pages'> {
  return 'code' in code ? { local, code: code.code } : { local };
}
