import { BookOpen, Calculator, HandHelping, House, LibraryBig, Menu, Settings, Siren, StickyNote } from 'lucide-react';
import { type ReactElement, Suspense, lazy, useCallback, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link, Route, Switch, useLocation } from 'wouter';
import { RecoveryNotice } from '../backup/recovery-notice';
import { isOwnId } from '../../protocols/clinic-documents/own-id';
import type { SearchClient } from '../search/search-client';
import type { SearchContent } from '../search/search-messages';
import { buttonClass } from '../ui/button';
import { Banner } from '../ui/tone';
import { useAbout } from './about-provider';
import { CoverScreen } from './cover-screen';
import { ErrorBoundary } from './error-boundary';
import { HeaderSearch } from './header-search';
import { useAllProtocols, useLibrary, usePromised } from './library-provider';
import {
  DOSE_PATTERN,
  type DoseParams,
  HELP_PATH,
  PLACES,
  PROTOCOL_PATTERN,
  SETTINGS_PATTERN,
  WRITE_PATH,
  WRITE_PATTERN,
  readProtocolParam,
} from './routes';
import { HelpScreen } from './screens/help-screen';
import { HomeScreen } from './screens/home-screen';
import { LibraryScreen } from './screens/library-screen';
import { ProtocolsScreen } from './screens/protocols-screen';
import { SettingsScreen } from './screens/settings-screen';
import styles from './shell.module.css';
import { usePlaceMemory } from './use-place-memory';
import { useShortcuts } from './use-shortcuts';

// Search must be ready before anything is read: what shows protocols, with its Markdown parser, comes right after.
const openReader = () => import('../reader/protocol-screen');
const ProtocolScreen = lazy(async () => ({ default: (await openReader()).ProtocolScreen }));
const NotesScreen = lazy(async () => ({ default: (await import('../notes/notes-screen')).NotesScreen }));
const DoseList = lazy(async () => ({ default: (await import('../dose/dose-list')).DoseList }));
const DoseScreen = lazy(async () => ({ default: (await import('../dose/dose-screen')).DoseScreen }));
// With it come the compiler and the schemas, which nobody needs who only reads.
const ProceduresScreen = lazy(async () => ({
  default: (await import('../procedures/procedures-screen')).ProceduresScreen,
}));
const EmergencyOverlay = lazy(async () => ({
  default: (await import('../reader/emergency-overlay')).EmergencyOverlay,
}));

const ICONS = {
  '/': House,
  '/protocols': BookOpen,
  '/dose': Calculator,
  '/notes': StickyNote,
  '/library': LibraryBig,
  '/settings': Settings,
} as const;

/** What every screen stands in: header with search and emergencies, places, and one line about where things are. */
export function Shell({ content, search }: { content: Promise<SearchContent>; search: SearchClient }): ReactElement {
  const intl = useIntl();
  const found = usePromised(content);
  const [location, navigate] = useLocation();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [emergencies, setEmergencies] = useState(false);
  const [covered, setCovered] = useState(false);
  const emergency = useCallback(() => setEmergencies(true), []);
  const close = useCallback(() => setEmergencies(false), []);
  const cover = useCallback(() => setCovered(true), []);
  const uncover = useCallback(() => setCovered(false), []);
  // Open until another place is shown.
  const [menuAt, setMenuAt] = useState<string>();
  const menu = menuAt === location;
  useShortcuts({ navigate, emergency, cover });
  usePlaceMemory(location);
  useEffect(() => {
    requestAnimationFrame(() => performance.mark('handrail:shell'));
  }, []);
  useEffect(() => {
    // In hand before the first result is opened, and out of the way of the search.
    if (found !== undefined) void search.load(found).then(() => requestIdleCallback(() => void openReader()));
  }, [found, search]);
  return (
    <div className={styles['shell']}>
      <header className={styles['header']}>
        <button
          type="button"
          className={`${buttonClass()} ${styles['menu']}`}
          aria-expanded={menu}
          aria-controls="places"
          onClick={() => setMenuAt(menu ? undefined : location)}
        >
          <Menu size={18} aria-hidden="true" />
          <span className="visually-hidden">
            <FormattedMessage id="app.places" />
          </span>
        </button>
        <Link href="/" className={styles['name'] ?? ''}>
          <HandHelping size={22} aria-hidden="true" />
          <span>Handrail</span>
        </Link>
        <HeaderSearch content={found} client={search} />
        <button
          type="button"
          className={`${buttonClass('stop')} ${styles['emergency']}`}
          onClick={emergency}
          aria-keyshortcuts="Control+E"
        >
          <Siren size={18} aria-hidden="true" />
          <FormattedMessage id="app.emergencies" />
        </button>
      </header>
      <nav id="places" className={styles['nav']} data-open={menu} aria-label={intl.formatMessage({ id: 'app.places' })}>
        {PLACES.map(({ path, digit, message }) => {
          const Icon = ICONS[path];
          const current =
            path === '/'
              ? location === '/'
              : location.startsWith(path) ||
                (path === '/protocols' && (location.startsWith('/p/') || location.startsWith(WRITE_PATH)));
          return (
            <Link
              key={path}
              href={path}
              className={styles['place'] ?? ''}
              aria-current={current ? 'page' : undefined}
              aria-keyshortcuts={`Control+${digit}`}
            >
              <Icon size={18} aria-hidden="true" />
              <span className={styles['placeName']}>{intl.formatMessage({ id: message })}</span>
              <kbd className={styles['key']} aria-hidden="true">
                Ctrl+{digit}
              </kbd>
            </Link>
          );
        })}
        <div ref={setSlot} className={styles['slot']} />
      </nav>
      <div className={styles['page']}>
        <ProgramState />
        <ErrorBoundary key={location.split('/').slice(0, 3).join('/')}>
          <Suspense fallback={<main />}>
            <Switch>
              <Route path="/" component={HomeScreen} />
              <Route path="/protocols" component={ProtocolsScreen} />
              <Route path="/dose" component={DoseList} />
              <Route<DoseParams> path={DOSE_PATTERN}>
                {({ key, block, setting }) => (
                  <DoseScreen edition={readProtocolParam(key)} blockId={block} setting={setting} />
                )}
              </Route>
              <Route path="/notes" component={AllNotes} />
              <Route path="/library" component={LibraryScreen} />
              <Route path={SETTINGS_PATTERN}>{({ field }) => <SettingsScreen field={field} />}</Route>
              <Route path={WRITE_PATTERN}>{({ id }) => <ProceduresScreen id={id} />}</Route>
              <Route path={HELP_PATH} component={HelpScreen} />
              <Route path={PROTOCOL_PATTERN}>
                {({ key, anchor }) => (
                  <ProtocolScreen edition={readProtocolParam(key)} anchor={anchor} contentsSlot={slot} />
                )}
              </Route>
              <Route component={HomeScreen} />
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </div>
      <footer className={styles['footer']}>
        <span>
          <FormattedMessage id="app.offline" />
        </span>
        <LibraryLine />
        <Link href={HELP_PATH}>
          <FormattedMessage id="app.help.link" />
        </Link>
      </footer>
      <Suspense>
        {emergencies && (
          <EmergencyOverlay
            openId={/^\/p\/([^@/]+)/.exec(location)?.[1]}
            onClose={close}
            onOpen={(path) => {
              close();
              navigate(path);
            }}
          />
        )}
      </Suspense>
      {covered && <CoverScreen onClose={uncover} />}
    </div>
  );
}

function AllNotes(): ReactElement {
  const protocols = useAllProtocols();
  return protocols === undefined ? <main /> : <NotesScreen protocols={protocols} />;
}

/** What is wrong with the program itself, on every screen until it is right. */
function ProgramState(): ReactElement {
  const about = useAbout();
  const library = useLibrary();
  const failure = library?.listing.failure;
  return (
    <div className={styles['state']}>
      <RecoveryNotice />
      {failure !== undefined && (
        <Banner tone="stop" role="alert" title={<FormattedMessage id="app.library.unreadable" />}>
          <FormattedMessage
            id="app.library.unreadable.body"
            values={{ folder: failure.folder, message: failure.message }}
          />
        </Banner>
      )}
      {about.dataFolder.state === 'read-only' && (
        <Banner tone="caution" role="status" title={<FormattedMessage id="app.readonly" />}>
          <FormattedMessage id="app.readonly.body" values={{ folder: about.dataFolder.folder }} />
        </Banner>
      )}
      {about.recovered && (
        <Banner tone="info" role="status" title={<FormattedMessage id="app.recovered" />}>
          <FormattedMessage id="app.recovered.body" />
        </Banner>
      )}
      {about.settingsReset && (
        <Banner tone="caution" role="status" title={<FormattedMessage id="app.settingsReset" />}>
          <FormattedMessage id="app.settingsReset.body" />
        </Banner>
      )}
    </div>
  );
}

function LibraryLine(): ReactElement {
  const library = useLibrary();
  if (library === undefined) return <span />;
  const { withheld, origin } = library.listing;
  const all = library.listing.protocols;
  const own = all.filter(({ id }) => isOwnId(id)).length;
  return (
    <span>
      <FormattedMessage id={`app.library.${origin}`} values={{ count: all.length - own }} />
      {own > 0 && (
        <>
          {' · '}
          <Link href={WRITE_PATH}>
            <FormattedMessage id="app.library.own" values={{ count: own }} />
          </Link>
        </>
      )}
      {withheld.length > 0 && (
        <>
          {' · '}
          <Link href="/library">
            <FormattedMessage id="app.library.withheld" values={{ count: withheld.length }} />
          </Link>
        </>
      )}
    </span>
  );
}
