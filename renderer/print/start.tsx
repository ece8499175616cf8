import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import './print.css';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { findNewerInForce } from '../../protocols/text/editions';
import { toDay, toStanding } from '../../protocols/text/in-force';
import { MESSAGES } from '../app/messages';
import { bridge } from '../bridge/bridge';
import { ChecklistSheet } from './checklist-sheet';

const root = document.getElementById('root');
const ticket = new URLSearchParams(window.location.search).get('ticket');
const job = ticket === null ? undefined : await bridge['print:job'](ticket);
if (root === null || ticket === null || job === undefined)
  throw new Error('this page is opened by main, with what to print');

const { key, paper, language } = job;
const [opened, settings, listing] = await Promise.all([
  bridge['library:open'](key),
  bridge['settings:read'](),
  bridge['library:list'](),
]);
if (!opened.ok) throw new Error(`${key.id} ${key.version} cannot be opened: ${opened.error.kind}`);
const protocol = opened.value;
const printedAt = new Date();
const today = toDay(printedAt);
const standing = toStanding(protocol, today, findNewerInForce(listing.protocols, protocol, today) !== undefined);

document.documentElement.lang = language;
document.title = `${protocol.title} ${protocol.version}`; // what the printer queue and the PDF reader show
// Days are written day first on paper, as everywhere in the program.
createRoot(root).render(
  <IntlProvider locale={language === 'en' ? 'en-GB' : 'fr'} messages={MESSAGES[language]}>
    <ChecklistSheet
      protocol={protocol}
      standing={standing}
      clinic={settings.clinicName}
      printedAt={printedAt}
      paper={paper}
      language={language}
      onLaidOut={(pages) => void bridge['print:laid-out'](ticket, pages)}
    />
  </IntlProvider>,
);
