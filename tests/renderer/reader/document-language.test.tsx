// @vitest-environment jsdom
import '../notes/fake-bridge';
import { readFileSync } from 'node:fs';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { expect, test, vi } from 'vitest';
import { compileProtocol } from '../../../protocols/authoring/compile-protocol';
import { toNumbers } from '../../../protocols/text/numbering';
import { MESSAGES } from '../../../renderer/app/messages';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import { SettingsProvider } from '../../../renderer/app/settings-provider';
import { BlockView } from '../../../renderer/reader/blocks/block-view';
import { ReaderContext } from '../../../renderer/reader/reader-context';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const compiled = compileProtocol(readFileSync('tests/fixtures/documents/exa-session/1.0.0.md', 'utf8'));
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const protocol = compiled.value;
const blocks = protocol.sections.flatMap((section) => section.blocks);

/** The words a French voice would read, of each kind of block. */
test.each(['narrative', 'figures', 'monitoring', 'checklist', 'adverse-response', 'glossary'] as const)(
  'in French the words of an English %s are read as English, its values as French',
  async (type) => {
    const root = document.createElement('div');
    root.lang = 'fr';
    document.body.replaceChildren(root);
    const state = { protocol, numbers: toNumbers(protocol.sections), anchor: undefined, sectionOf: new Map() };
    await act(async () =>
      createRoot(root).render(
        <IntlProvider locale="fr" messages={MESSAGES.fr}>
          <SettingsProvider first={{ ...SHIPPED_SETTINGS, language: 'fr' }}>
            <ReaderContext value={state}>
              {blocks.flatMap((block) => (block.type === type ? [<BlockView key={block.id} block={block} />] : []))}
            </ReaderContext>
          </SettingsProvider>
        </IntlProvider>,
      ),
    );
    const spoken = (lang: string): string =>
      [...root.querySelectorAll('*')]
        .flatMap((element) => [...element.childNodes])
        .filter((node) => node instanceof Text && node.parentElement?.closest('[lang]')?.getAttribute('lang') === lang)
        .map((node) => node.textContent)
        .join(' ');
    expect(spoken('en')).toMatch(/[a-z]{4}/);
    expect(spoken('fr')).not.toMatch(/\b(the|of|and|pump|session|patient|reading|blood|pressure|before|stop)\b/i);
    for (const value of root.querySelectorAll('[data-value]'))
      expect(value.closest('[lang]')?.getAttribute('lang')).toBe('fr');
  },
);
