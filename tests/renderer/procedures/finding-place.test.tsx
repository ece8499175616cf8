// @vitest-environment jsdom
import { IntlProvider } from 'react-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MESSAGES } from '../../../renderer/app/messages';
import { FindingPlace } from '../../../renderer/forms/finding-place';
import { FormsIntl } from '../../../renderer/forms/forms-intl';

function show(path: string, language: 'en' | 'fr' = 'en'): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={MESSAGES[language]}>
      <FormsIntl>
        <FindingPlace path={path} />
      </FormsIntl>
    </IntlProvider>,
  ).replaceAll(/<[^>]+>/g, '');
}

test.each([
  ['sections.0.blocks.1.route', 'en', 'Route: '],
  ['sections.0.blocks.1.drug.tallMan', 'en', 'Drug, Name with its telling letters in capitals: '],
  ['sections.0.blocks.1.drug.name', 'fr', 'Médicament, Nom\u00A0: '],
  ['sections.2.blocks.0.phases.0.title', 'en', 'Pauses, 1, Title of the pause: '],
  ['sections.2.blocks.0.phases.0.items.3.required', 'en', 'Pauses, 1, Items, 4, Required: '],
  ['sections.0.blocks.1.route', 'fr', 'Voie\u00a0: '],
  ['version', 'en', 'Version: '],
  ['sections.0.blocks.1.nobody', 'en', 'nobody: '],
  ['sections.0.blocks.1', 'en', ''],
  ['sections.0', 'en', ''],
  ['', 'en', ''],
] as const)('%s is, in %s, "%s"', (path, language, words) => {
  expect(show(path, language)).toBe(words);
});
