import { type ReactElement, type ReactNode, useMemo } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { toLanguage } from '../notes/words';
import en from './messages/en.json';
import fr from './messages/fr.json';

const MESSAGES = { en, fr };

/** Adds the words of the forms, which nobody needs at the start, to those of the program. */
export function FormsIntl({ children }: { children: ReactNode }): ReactElement {
  const { locale, messages } = useIntl();
  const all = useMemo(() => ({ ...messages, ...MESSAGES[toLanguage(locale)] }), [locale, messages]);
  return (
    <IntlProvider locale={locale} messages={all as Record<string, string>}>
      {children}
    </IntlProvider>
  );
}
