import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import './styles/paper.css';
import './styles/sheet.css';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import type { GivenTask, Language, LaidOut, PrintTask, RecallList } from '../../protocols/contract/calls';
import { MESSAGES } from '../app/messages';
import { bridge } from '../bridge/bridge';
import { loadSheet } from './load-sheet';
import { Sheet } from './page/sheet';
import { RecallSheet } from './recalls/recall-sheet';

/** A sheet with all it is made from, and what is told to main once it stands. */
interface Loaded {
  readonly language: Language;
  readonly title: string;
  readonly told: Omit<LaidOut, 'pages'>;
  readonly render: (onLaidOut: (pages: number | undefined) => void) => ReactElement;
}

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
  const { language, title, told, render } = await ('recalls' in task ? loadRecalls(task.recalls) : load(task));
  document.documentElement.lang = language;
  // What the printer queue and the PDF reader show.
  document.title = title;
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  const pages = await new Promise<number | undefined>((onLaidOut) => {
    root.render(
      // Days are written day first on paper, as everywhere in the program.
      <IntlProvider locale={language === 'en' ? 'en-GB' : 'fr'} messages={MESSAGES[language]}>
        {render(onLaidOut)}
      </IntlProvider>,
    );
  });
  await bridge['print:laid-out'](ticket, pages === undefined ? undefined : { pages, ...told });
  root.unmount();
  document.body.replaceChildren();
  document.title = '';
}

async function load(task: PrintTask): Promise<Loaded> {
  const sources = await loadSheet(task, new Date());
  const { language, sheet } = task.job;
  const { protocol, local, code } = sources;
  return {
    language,
    title: `${protocol.title} ${protocol.version}, ${MESSAGES[language][`print.sheet.${sheet}`]}`,
    told: 'code' in code ? { local, code: code.code } : { local },
    render: (onLaidOut) => <Sheet sources={sources} onLaidOut={onLaidOut} />,
  };
}

async function loadRecalls(recalls: RecallList): Promise<Loaded> {
  const { clinicName } = await bridge['settings:read']();
  const { language } = recalls;
  const shown = { recalls, clinicName, printedAt: new Date() };
  return {
    language,
    title: MESSAGES[language]['print.recalls.title'],
    told: { local: [] },
    render: (onLaidOut) => <RecallSheet {...shown} onLaidOut={onLaidOut} />,
  };
}
