// @vitest-environment jsdom
import '../notes/fake-bridge';
import 'fake-indexeddb/auto';
import type { ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { SHIPPED_SETTINGS } from '../../../protocols/contract/settings';
import { AboutProvider } from '../../../renderer/app/about-provider';
import { SettingsScreen } from '../../../renderer/app/screens/settings-screen';
import { SettingsProvider } from '../../../renderer/app/settings-provider';
import { remembered } from '../notes/fake-bridge';
import { ABOUT, Page, field, type } from '../notes/page';

const page = new Page();
afterEach(async () => {
  await page.end();
  remembered.settings = SHIPPED_SETTINGS;
});

const within = (content: ReactElement): ReactElement => (
  <SettingsProvider first={SHIPPED_SETTINGS}>
    <AboutProvider about={ABOUT}>{content}</AboutProvider>
  </SettingsProvider>
);

test('the name of the clinic is kept when a key leads elsewhere while it is typed', async () => {
  Object.assign(window.bridge, { 'backup:state': async () => ({}) });
  await page.show(within(<SettingsScreen />));
  await type(field('Clinic name'), '  Clinic by the lake ');
  await page.show(within(<p>Elsewhere</p>));
  expect(remembered.settings.clinicName).toBe('Clinic by the lake');
});
