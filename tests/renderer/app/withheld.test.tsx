// @vitest-environment jsdom
import '../notes/fake-bridge';
import { Suspense, act } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { expect, test, vi } from 'vitest';
import { say } from '../../../protocols/schema/sentences';
import type { Library } from '../../../renderer/app/library';
import { LibraryProvider } from '../../../renderer/app/library-provider';
import { MESSAGES } from '../../../renderer/app/messages';
import { LibraryScreen } from '../../../renderer/app/screens/library-screen';

vi.mock(import('../../../renderer/papers/papers-section'), () => ({ PapersSection: () => <></> }));

const library: Promise<Library> = Promise.resolve({
  listing: {
    origin: 'folder',
    protocols: [],
    withheld: [
      {
        file: 'exa-session/1.0.0.md',
        issues: [
          { path: 'sources.1', line: 12, ...say('source-unused', { key: 's2' }) },
          { path: '', message: 'could not be read: no permission' },
        ],
      },
    ],
  },
  open: async () => undefined,
  openAll: async () => [],
});

test.each([
  ['fr', 'La source s2 n’est citée nulle part.'],
  ['en', 'nobody cites source s2; remove it or cite it'],
] as const)('why a document is withheld is said in the reader’s language: %s', async (language, words) => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const box = document.body.appendChild(document.createElement('div'));
  await act(async () =>
    createRoot(box).render(
      <IntlProvider locale={language} messages={MESSAGES[language]}>
        <LibraryProvider library={library}>
          <Suspense>
            <LibraryScreen />
          </Suspense>
        </LibraryProvider>
      </IntlProvider>,
    ),
  );
  await vi.waitFor(async () => {
    await act(async () => new Promise<void>((resolve) => setTimeout(resolve, 0)));
    expect(box.textContent).toContain(words);
  });
  // What the system said has no words of ours, and says in which language it is.
  expect(box.querySelector('span[lang="en"]')?.textContent).toMatch(language === 'fr' ? /could not be read/ : /nobody/);
});
