// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { expect, test, vi } from 'vitest';
import { MESSAGES } from '../../../renderer/app/messages';
import { PLACES } from '../../../renderer/app/routes';
import { HelpScreen } from '../../../renderer/app/screens/help-screen';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

async function showKeys(language: 'en' | 'fr'): Promise<string[]> {
  const root = document.createElement('div');
  await act(async () =>
    createRoot(root).render(
      <IntlProvider locale={language} messages={MESSAGES[language]}>
        <HelpScreen />
      </IntlProvider>,
    ),
  );
  return [...root.querySelectorAll('kbd')].map(({ textContent }) => textContent);
}

test('each key of the help stands by itself, with the words on the caps of its language', async () => {
  const english = await showKeys('en');
  expect(english).toEqual(expect.arrayContaining(['Ctrl+Shift+M', 'Esc', 'Enter', 'Alt+↓', 'Ctrl+-', 'F1']));
  expect(english.filter((key) => key.includes(','))).toEqual([]);
  const french = await showKeys('fr');
  expect(french).toEqual(expect.arrayContaining(['Ctrl+Maj+M', 'Échap', 'Entrée', 'Alt+↓', 'Ctrl+Entrée']));
  expect(french.join(' ')).not.toMatch(/Shift|Enter|Esc\b/);
});

test('the help names the digits of the places there are', async () => {
  const digits = (await showKeys('en')).flatMap((key) => {
    const [, first, last] = /^Ctrl\+(\d) … (\d)$/.exec(key) ?? [];
    if (first === undefined) return [];
    const length = Number(last) - Number(first) + 1;
    return Array.from({ length }, (_, index) => Number(first) + index);
  });
  expect(digits).toEqual(PLACES.map(({ digit }) => digit));
});
