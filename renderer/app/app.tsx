import { type ReactElement, type ReactNode, useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { Router } from 'wouter';
import * as hash from 'wouter/use-hash-location';
import type { About } from '../../protocols/contract/calls';
import type { Settings } from '../../protocols/contract/settings';
import { NotesProvider } from '../notes/notes-provider';
import { AboutProvider } from './about-provider';
import type { SearchClient } from '../search/search-client';
import type { SearchContent } from '../search/search-messages';
import type { Library } from './library';
import { LibraryProvider } from './library-provider';
import { MESSAGES } from './messages';
import { SettingsProvider, useSettings } from './settings-provider';
import { Shell } from './shell';
import { useTheme } from './theme';

// Days are written day first, `22 Nov 2026`: month-first numbers are misread.
const LOCALES = { en: 'en-GB', fr: 'fr' } as const;

/** What is asked of main at once, before the page is put together. */
export interface Opening {
  readonly settings: Settings;
  readonly about: About;
  readonly library: Promise<Library>;
  readonly content: Promise<SearchContent>;
  readonly search: SearchClient;
}

export function App({ settings, about, library, content, search }: Opening): ReactElement {
  return (
    <SettingsProvider first={settings}>
      <AboutProvider about={about}>
        <Words>
          <NotesProvider about={about}>
            <LibraryProvider library={library}>
              <Router hook={hash.useHashLocation}>
                <Shell content={content} search={search} />
              </Router>
            </LibraryProvider>
          </NotesProvider>
        </Words>
      </AboutProvider>
    </SettingsProvider>
  );
}

/** The chosen language and theme, on the page itself too: screen readers and printing go by the page's language. */
function Words({ children }: { children: ReactNode }): ReactElement {
  const { settings } = useSettings();
  useTheme(settings.theme);
  useEffect(() => {
    document.documentElement.lang = settings.language;
  }, [settings.language]);
  return (
    <IntlProvider locale={LOCALES[settings.language]} messages={MESSAGES[settings.language]}>
      {children}
    </IntlProvider>
  );
}
